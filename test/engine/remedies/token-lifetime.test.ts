import { describe, expect, it } from 'vitest';
import { Known } from '../../../src/engine/known.js';
import type { Credential } from '../../../src/engine/model.js';
import { tokenLifetimesOf } from '../../../src/engine/remedies/token-lifetime.js';
import { cookie, credential, DAYS, HOURS, jwt, SECONDS, T0 } from '../../support/credential.js';
import { inCookie } from '../../support/jwt-cookie.js';

const MINUTES = 60 * SECONDS;
const remedyOf = (one: Credential, thresholds = {}) =>
  tokenLifetimesOf(new Known({ now: T0, credentials: [one], settings: { thresholds } }))[0];
const opaque = (life: number, more: Partial<Credential> = {}) =>
  credential({ role: 'access-token', expires: 'at', expiresAt: T0 + life, ...more });
const lasting = (life: number, more: Partial<Credential> = {}) =>
  jwt({ claims: { exp: (T0 + life) / SECONDS } }, more);

describe('tokenLifetimesOf', () => {
  it.each([
    ['an access token', lasting(30 * DAYS), 30 * DAYS, undefined, 10 * MINUTES],
    ['an opaque access token', opaque(7 * DAYS), 7 * DAYS, undefined, 10 * MINUTES],
    ['a token without end', jwt({ claims: { exp: undefined } }), null, undefined, 10 * MINUTES],
    ['an ID token', lasting(2 * DAYS, { role: 'id-token' }), 2 * DAYS, undefined, 5 * MINUTES],
    ['a session', lasting(7 * DAYS, { role: 'session' }), 7 * DAYS, HOURS, 8 * HOURS],
    ['a session in a cookie', inCookie({ jwt: 7 * DAYS }), 7 * DAYS, HOURS, 8 * HOURS],
    [
      'a refresh token',
      opaque(365 * DAYS, { role: 'refresh-token' }),
      365 * DAYS,
      14 * DAYS,
      90 * DAYS,
    ],
    [
      'a remember-me token',
      lasting(365 * DAYS, { role: 'remember-me' }),
      365 * DAYS,
      30 * DAYS,
      90 * DAYS,
    ],
  ])('names the lifetime that fits %s', (_what, one, now, idle, absolute) => {
    expect(remedyOf(one)).toMatchObject({ credentialId: 'c1', now, idle, absolute });
  });

  it('never cuts a refresh token to minutes, whatever limit was chosen', () => {
    const one = opaque(365 * DAYS, { role: 'refresh-token' });
    const remedy = remedyOf(one, { refreshTokenLifetime: (7 * DAYS) / SECONDS });
    expect(remedy).toMatchObject({ idle: 7 * DAYS, absolute: 7 * DAYS });
  });

  it('stays below the limit that was chosen', () => {
    expect(remedyOf(lasting(HOURS), { accessTokenLifetime: 300 })?.absolute).toBe(5 * MINUTES);
  });

  it.each([
    ['an access token for 5 minutes', jwt()],
    ['an access token for exactly a day', lasting(DAYS)],
    ['a refresh token for 90 days', opaque(90 * DAYS, { role: 'refresh-token' })],
    ['an opaque token whose end is not known', credential({ role: 'access-token' })],
    ['an opaque cookie, whose end is not that of the session', cookie({ expires: 'at' })],
    ['an API key', lasting(3650 * DAYS, { role: 'api-key' })],
    ['a DPoP proof', jwt({ header: { typ: 'dpop+jwt' }, claims: { exp: undefined } })],
    ['a token that little but its name speaks for', lasting(30 * DAYS, { confidence: 0.4 })],
  ])('says nothing of %s', (_what, one) => {
    expect(remedyOf(one)).toBeUndefined();
  });
});
