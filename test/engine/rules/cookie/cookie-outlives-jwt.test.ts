import { cookieOutlivesJwt } from '../../../../src/engine/rules/cookie/cookie-outlives-jwt.js';
import { expect, it } from 'vitest';
import { Known } from '../../../../src/engine/known.js';
import { cookie, credential, HOURS, jwt, T0 } from '../../../support/credential.js';
import { inCookie } from '../../../support/jwt-cookie.js';
import { testRule } from '../../../support/rule-cases.js';

const long = { cookie: 720 * HOURS, jwt: HOURS };
const beside = {
  id: 'c2',
  identity: 'identity-2',
  name: 'refresh',
  role: 'refresh-token',
} as const;

testRule(cookieOutlivesJwt, {
  flags: {
    'a cookie of a month around a token of an hour': ['low', inCookie(long)],
    'a cookie of a day around a token of a quarter of an hour': [
      'low',
      inCookie({ cookie: 24 * HOURS, jwt: HOURS / 4 }),
    ],
    'a cookie into which a new token was put before': [
      'info',
      inCookie(long, { life: [{ type: 'refreshed', at: T0, lastAt: T0, count: 1 }] }),
    ],
    'a cookie of 400 days around a token of a day': [
      'low',
      inCookie({ cookie: 9600 * HOURS, jwt: 24 * HOURS }),
    ],
  },
  passes: {
    'a cookie that ends with its token': inCookie({ cookie: HOURS, jwt: HOURS }),
    'a cookie of an hour around a token of a quarter': inCookie({ cookie: HOURS, jwt: HOURS / 4 }),
    'a token that ends long after its cookie, which has its own rule': inCookie({
      cookie: HOURS,
      jwt: 720 * HOURS,
    }),
    'a token that had ended when it was set': inCookie({ cookie: 720 * HOURS, jwt: -HOURS }),
  },
  doesNotApply: {
    'a cookie that ends with the browser session': inCookie({ jwt: HOURS }),
    'a cookie that holds access and refresh token': inCookie(long, {
      value: JSON.stringify({ access_token: 'a', refresh_token: 'b' }),
    }),
    'an opaque session cookie': cookie(),
    'a token in storage': jwt(),
  },
  unknown: {
    'a cookie of which only the request was seen': inCookie({ jwt: HOURS }, { expires: 'unknown' }),
  },
});

it('gives the cookie the time of its token, and no end to one that has none', () => {
  const one = inCookie(long);
  const known = new Known({ now: T0, credentials: [one] });
  const draft = { name: 'sid', path: '/', secure: true, httpOnly: true, partitioned: false };
  const line = (more: object, of = known) =>
    cookieOutlivesJwt.line?.({ ...draft, sameSite: 'lax', ...more }, one, of);
  expect(line({ maxAge: 2_592_000 })).toMatchObject({ maxAge: 3600 });
  expect(line({})).not.toHaveProperty('maxAge');
  const renewed = new Known({ now: T0, credentials: [one, credential(beside)] });
  expect(line({ maxAge: 2_592_000 }, renewed)).toMatchObject({ maxAge: 2_592_000 });
});
