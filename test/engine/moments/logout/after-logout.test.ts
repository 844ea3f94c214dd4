import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/engine/model.js';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import type { ExchangeSpec } from '../../../support/exchange.js';
import {
  deletes,
  first,
  FLAGS,
  go,
  logout,
  second,
  seen,
  sid,
  startAgain,
  TOKEN,
  toLogin,
  words,
  work,
} from '../../../support/logged-out-shop.js';

const bearer = { authorization: `Bearer ${TOKEN}` };

describe('what is sent after the logout', () => {
  it.each(['', 'gone', 'deleted', '-1', 'guest'])(
    'proves nothing of the old value where “%s” stands in its place',
    (none) => {
      const overwrites = { 'set-cookie': `shop_session=${none}; ${FLAGS}` };
      const steps = [
        ...work(first),
        logout(first, overwrites),
        go('/account', { sends: sid(none), ...toLogin }),
        go('/api/account', { sends: sid(none), status: 401, type: 'fetch' }),
      ];
      expect(words(seen(steps))).toEqual([]);
    },
  );

  it.each<[string, () => Exchange[], string[]]>([
    [
      'is accepted where others are sent to log in',
      () => [
        go('/account', toLogin),
        ...work(first),
        logout(first, deletes),
        go('/account', { sends: sid(first) }),
      ],
      ['accepted'],
    ],
    [
      'is accepted by the answer that nothing has changed',
      () => [
        go('/account', toLogin),
        ...work(first),
        logout(first, deletes),
        go('/account', { sends: sid(first), status: 304 }),
      ],
      ['accepted'],
    ],
    [
      'is accepted where others are turned away later',
      () => [
        ...work(first),
        logout(first, deletes),
        go('/account', { sends: sid(first) }),
        go('/account', toLogin),
      ],
      ['accepted', 'answered', 'shownAgain'],
    ],
    [
      'is accepted though the logout gave another id',
      () => [
        go('/account', toLogin),
        ...work(first),
        logout(first, { 'set-cookie': `shop_session=${second}; ${FLAGS}` }),
        go('/account', { sends: sid(first) }),
      ],
      ['accepted'],
    ],
    [
      'is refused',
      () => [
        ...work(first),
        logout(first, deletes),
        go('/account', { sends: sid(first), ...toLogin }),
      ],
      ['refused'],
    ],
    [
      'may be what anybody gets',
      () => [...work(first), logout(first), go('/', { sends: sid(first) })],
      ['answered'],
    ],
  ])('%s', (_what, steps, said) => {
    startAgain();
    expect(words(seen(steps()))).toEqual(said);
  });
  it('is a token as well', () => {
    startAgain();
    const api = (more: Omit<ExchangeSpec, 'url'>) => go('/api/orders', { type: 'fetch', ...more });
    const steps = [
      api({ status: 401 }),
      go('/api/login', {
        method: 'POST',
        type: 'fetch',
        requestBody: readBody('application/json', '{"user":"ada","password":"correct"}'),
        responseBody: readBody('application/json', `{"access_token":"${TOKEN}"}`),
      }),
      api({ sends: bearer }),
      go('/api/logout', { method: 'POST', type: 'fetch', sends: bearer, status: 204 }),
      api({ sends: bearer }),
    ];
    expect(words(seen(steps, 'authorization'))).toEqual(['accepted']);
  });
});
