import { beforeEach, describe, expect, it } from 'vitest';
import {
  first,
  FLAGS,
  go,
  login,
  logout,
  page,
  saidOf,
  second,
  sid,
  SITE,
  startAgain,
  visited,
} from '../../../support/answers-of-shop.js';
import { json } from '../../../support/bodies.js';
import { type ExchangeSpec, START } from '../../../support/exchange.js';
import { jwtOf } from '../../../support/jose.js';

beforeEach(startAgain);

describe('what an answer claims of each thing that it names', () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}`, ...sid(second) });
  const token = jwtOf({ sub: 'ada', iat: Math.floor(START / 1000), exp: START / 1000 + 9e4 });
  const api = (path: string, more: Partial<ExchangeSpec> = {}) =>
    go(path, { type: 'fetch', topUrl: `${SITE}/`, sends: bearer(token), ...more });
  const given = () => [
    login(
      {
        'set-cookie': [
          `shop_session=${second}; ${FLAGS}`,
          `refresh_token=${first}; Max-Age=2592000; ${FLAGS}`,
        ],
      },
      sid(first),
    ),
    page(second),
    api('/api/token', {
      method: 'POST',
      sends: sid(second),
      responseBody: json({ access_token: token, token_type: 'Bearer', expires_in: 90_000 }),
    }),
    api('/api/orders'),
  ];

  it('tells a session of another value from what the login gave for the first time', () => {
    const [answer] = saidOf([...visited(first), ...given()]);
    expect(answer).toMatch(/^Yes: shop_session got a new value at the login POST \/login\.$/);
  });

  it('does not say that the login gave what a script fetched after it', () => {
    const [answer] = saidOf([go('/login'), ...given()]);
    expect(answer).toMatch(/^Yes: the login POST \/login gave [^.]*shop_session/);
    expect(answer).not.toMatch(/access_token|authorization/);
  });

  it('does not say that a logout took away what a script may still hold', () => {
    const out = logout(second, {
      'set-cookie': ['shop_session=; Path=/; Max-Age=0', 'refresh_token=; Path=/; Max-Age=0'],
    });
    const answer = saidOf([go('/login'), ...given(), out, go('/')]).at(1);
    expect(answer).toMatch(/^In this browser: .* took [^.]*shop_session[^.]* away/);
    expect(answer).not.toMatch(/access_token|authorization/);
  });
});
