import { beforeEach, describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/engine/model.js';
import {
  answersTo,
  deletes,
  first,
  go,
  login,
  logout,
  now,
  page,
  second,
  sets,
  sid,
  SITE,
  startAgain,
  toLogin,
} from '../../../support/answers-of-shop.js';
import { json } from '../../../support/bodies.js';
import type { ExchangeSpec } from '../../../support/exchange.js';
import { jwtOf } from '../../../support/jose.js';

beforeEach(startAgain);

describe('why was I logged out?', () => {
  const began = () => [go('/account', toLogin), login(sets(first)), page(first), page(first)];
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  it.each<[string, () => Exchange[], string | null]>([
    ['nothing ended', began, null],
    ['a logout ended it', () => [...began(), logout(first, deletes)], null],
    [
      'the server takes the cookie away',
      () => [...began(), page(first, { ...toLogin, gets: { ...toLogin.gets, ...deletes } })],
      'ended bad answer_ended_cleared',
    ],
    [
      'the server does not know a live id',
      () => [
        ...began(),
        page(first, { ...toLogin, gets: { ...toLogin.gets, ...sets(second) } }),
        go('/login', { sends: sid(second) }),
      ],
      'ended bad answer_ended_lost',
    ],
    [
      'somebody has logged in again since',
      () => [
        ...began(),
        page(first, { ...toLogin, gets: { ...toLogin.gets, ...deletes } }),
        login(sets(second)),
        page(second),
      ],
      null,
    ],
    [
      'a token is sent after its end',
      () => {
        const exp = Math.floor(now() / 1000) + 90;
        const token = jwtOf({ sub: 'ada', iat: exp - 60, exp });
        const api = (more: Partial<ExchangeSpec> = {}) =>
          go('/api/orders', { type: 'fetch', topUrl: `${SITE}/`, sends: bearer(token), ...more });
        return [
          go('/api/login', {
            method: 'POST',
            type: 'fetch',
            topUrl: `${SITE}/`,
            requestBody: json({ user: 'ada', password: 'correct' }),
            responseBody: json({ access_token: token, token_type: 'Bearer', expires_in: 60 }),
          }),
          api(),
          api(),
          api({ at: now() + 200_000, status: 401 }),
        ];
      },
      'ended bad answer_ended_expired',
    ],
    [
      'the browser refuses what the login set',
      () => [
        go('/account', toLogin),
        login({ 'set-cookie': `__Host-shop_session=${first}; HttpOnly; Path=/` }),
        go('/account', toLogin),
      ],
      'ended bad answer_ended_refused',
    ],
  ])('%s', (_, steps, answer) => {
    const ended = answersTo(steps()).find((one) => one.startsWith('ended')) ?? null;
    expect(ended).toBe(answer);
  });
});
