import { describe, expect, it } from 'vitest';
import { NO_VALUE } from '../../../../src/engine/moments/linked-exchange.js';
import {
  isSessionCookie,
  sessionUseOf,
} from '../../../../src/engine/moments/session/session-use.js';
import { cookie } from '../../../support/credential.js';
import { exchange } from '../../../support/exchange.js';

describe('the session that travelled with an exchange', () => {
  const asked = exchange({ url: 'https://shop.example/a' });
  const { id, url, method } = asked;
  const ref = { id, url, method };
  const session = { ...cookie({ role: 'session' }), id: 'c1' };
  const byId = (one: string) => (one === 'c1' ? session : undefined);
  const useWith = (value: number, all: object = { byId, all: () => [session] }) =>
    sessionUseOf(
      {
        exchange: asked,
        context: { ref, at: asked.startedAt } as never,
        carried: new Map([['c1', value]]),
        set: [],
        changed: [],
        messages: [],
      },
      all as never,
      { isSignedIn: () => true, isUnsaid: () => false },
    );

  it('is told with the value that was sent', () => {
    const known = { isSignedIn: true, isUnsaid: false };
    expect(useWith(1)).toEqual({ exchange: asked, ref, session, value: 1, ...known });
  });

  it('is told as deleted by the answer', () => {
    const gone = { ...session, cookie: { ...session.cookie, clearedBy: ref } };
    expect(useWith(1, { byId: () => gone })).toMatchObject({ isCleared: true });
  });

  it('is none where none was sent', () => {
    expect(useWith(NO_VALUE)).toBeUndefined();
  });

  it('is no cookie that signs it, nor one of another role', () => {
    expect(isSessionCookie(session)).toBe(true);
    expect(isSessionCookie({ ...session, signs: 'c2' } as never)).toBe(false);
    expect(isSessionCookie({ ...session, role: 'csrf' })).toBe(false);
  });
});
