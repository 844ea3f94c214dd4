import { describe, expect, it } from 'vitest';
import type { Behaviour, Exchange } from '../../../../src/engine/model.js';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec, START } from '../../../support/exchange.js';
import { Seeded } from '../../../support/seeded.js';

const random = new Seeded('after-logout');
const id = () => random.bytes(16).toString('hex');
const SITE = 'https://shop.example';
const FLAGS = 'Path=/; HttpOnly; Secure; SameSite=Lax';
const [first, second, other] = [id(), id(), id()];
const TOKEN = id() + id();

let at = START;
const go = (path: string, more: Omit<ExchangeSpec, 'url'> & { wait?: number } = {}): Exchange => {
  at += more.wait ?? 2_000;
  return exchange({ url: SITE + path, at, takes: 50, ...more });
};
const sid = (value: string) => ({ cookie: `shop_session=${value}` });
const bearer = { authorization: `Bearer ${TOKEN}` };
const toLogin = { status: 302, redirectUrl: `${SITE}/login`, gets: { location: '/login' } };

const login = (value: string) =>
  go('/login', {
    method: 'POST',
    requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&password=correct'),
    status: 303,
    redirectUrl: `${SITE}/account`,
    gets: { 'set-cookie': `shop_session=${value}; ${FLAGS}`, location: '/account' },
  });
const logout = (value: string, gets: ExchangeSpec['gets'] = {}) =>
  go('/logout', { method: 'POST', sends: sid(value), status: 303, redirectUrl: `${SITE}/`, gets });
const deletes = { 'set-cookie': 'shop_session=; Path=/; Max-Age=0' };
const work = (value: string) => [
  login(value),
  go('/account', { sends: sid(value) }),
  go('/account', { sends: sid(value) }),
];

/** What was seen of the session, told in one go and with a stop after each step. */
function seen(steps: readonly Exchange[], name = 'shop_session'): Behaviour {
  const whole = new Analysis();
  let stopped = new Analysis();
  for (const step of steps) {
    whole.addExchange(step);
    stopped.addExchange(step);
    stopped = Analysis.restore(JSON.parse(JSON.stringify(stopped.save())) as never);
  }
  const of = (analysis: Analysis) =>
    analysis.credentials().find((one) => one.name === name)?.behaviour ?? {};
  expect(of(stopped).afterLogout).toEqual(of(whole).afterLogout);
  expect(of(stopped).idle).toEqual(of(whole).idle);
  return of(whole);
}
const words = ({ afterLogout = {} }: Behaviour) => Object.keys(afterLogout).toSorted();

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
        const out = { ...logout(first, deletes), endedAt: at + 900 };
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
    at = START;
    expect(words(seen(steps()))).toEqual(said);
  });

  it('is a token as well', () => {
    at = START;
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

describe('a session that was not used for a while', () => {
  const visit = (wait: number, more: Omit<ExchangeSpec, 'url'> = {}) => {
    at = START;
    return [
      go('/account', toLogin),
      ...work(first),
      go('/account', { sends: sid(first), wait, ...more }),
      go('/account', { sends: sid(first) }),
    ];
  };

  it('is told by the longest time after which it was accepted', () => {
    expect(seen(visit(30 * 3_600_000)).idle?.away).toBe(30 * 3_600_000);
  });

  it.each([
    ['short breaks', visit(600_000)],
    ['a session that was refused then', visit(30 * 3_600_000, toLogin)],
    ['an address that nobody was turned away from', visit(30 * 3_600_000).slice(1)],
  ])('says nothing of %s', (_what, steps) => {
    expect(seen(steps).idle).toBeUndefined();
  });
});
