import { describe, expect, it } from 'vitest';
import { hintOf } from '../../../../src/engine/values/names/name-hint.js';

describe('names of what somebody has who is not in', () => {
  it.each(['__Host-logged-out-session', 'loggedOutSessionId', 'signed_out_token'])(
    '%s stands for nobody',
    (name) => expect(hintOf(name)?.role).toBe('other'),
  );

  it.each(['logged_in_session', 'logout_session', 'session_out', 'guest_session'])(
    '%s is a session as any other',
    (name) => expect(hintOf(name)?.role).toBe('session'),
  );
});
