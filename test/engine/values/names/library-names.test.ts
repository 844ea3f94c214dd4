import { describe, expect, it } from 'vitest';
import type { Role } from '../../../../src/engine/model.js';
import { hintOf } from '../../../../src/engine/values/names/name-hint.js';

describe('a name with that of a library before it', () => {
  it.each<[string, Role | undefined]>([
    ['better-auth.two_factor', 'oauth-state'],
    ['__Secure-better-auth.trust_device', 'device'],
    ['my-auth.csrf', 'csrf'],
    ['session.theme', 'preference'],
    ['auth.refresh_token', 'refresh-token'],
  ])('asks of %s first what stands behind the name of a library', (name, role) =>
    expect(hintOf(name)?.role).toBe(role),
  );

  it.each<[string, Role | undefined]>([
    ['auth.value', 'session'],
    ['my.session', 'session'],
    ['session.0', 'session'],
    ['session.sig', 'session'],
    ['shop.login.data', 'session'],
    ['twofactory', undefined],
  ])('and of %s all of it', (name, role) => expect(hintOf(name)?.role).toBe(role));
});
