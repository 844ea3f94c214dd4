import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/engine/model.js';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import {
  deletes,
  first,
  FLAGS,
  go,
  login,
  logout,
  now,
  other,
  second,
  seen,
  sid,
  startAgain,
  toLogin,
  words,
  work,
} from '../../../support/logged-out-shop.js';

describe('what is sent after the logout', () => {
  it.each<[string, () => Exchange[], string[]]>([
    [
      'is the id that the logout gave',
      () => [
        go('/account', toLogin),
        ...work(first),
        logout(first, { 'set-cookie': `shop_session=${second}; ${FLAGS}` }),
        go('/account', { sends: sid(second) }),
      ],
      [],
    ],
    [
      'belongs to the next login',
      () => [
        go('/account', toLogin),
        ...work(first),
        logout(first, deletes),
        login(other),
        go('/account', { sends: sid(other) }),
      ],
      [],
    ],
    [
      'belongs to the next login, whose session goes on under the same id',
      () => [
        go('/account', toLogin),
        ...work(first),
        logout(first),
        login(first),
        go('/account', { sends: sid(first) }),
      ],
      [],
    ],
    [
      'was under way when the logout was answered',
      () => {
        const steps = [go('/account', toLogin), ...work(first)];
        const out = { ...logout(first, deletes), endedAt: now() + 900 };
        return [...steps, out, go('/account', { sends: sid(first), wait: 300, takes: 2_000 })];
      },
      [],
    ],
    [
      'gets what the browser had kept',
      () => {
        const steps = [go('/account', toLogin), ...work(first), logout(first, deletes)];
        const back = go('/account', { sends: sid(first) });
        return [...steps, { ...back, response: { ...back.response!, fromCache: true } }];
      },
      [],
    ],
    [
      'gets a page that asks for the password',
      () => [
        go('/account', toLogin),
        ...work(first),
        logout(first),
        go('/account', {
          sends: sid(first),
          responseBody: readBody('text/html', '<form><input type="password" name="pw"></form>'),
        }),
      ],
      [],
    ],
  ])('%s', (_what, steps, said) => {
    startAgain();
    expect(words(seen(steps()))).toEqual(said);
  });
});
