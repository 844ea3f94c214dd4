import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { readHar } from '../../../src/engine/normalize/sources/har.js';
import { exchange } from '../../support/exchange.js';
import { momentsTold } from '../../support/moments-told.js';
import { Seeded } from '../../support/seeded.js';

// A page's script empties the cookie by which the site knew its user.

const random = new Seeded('emptied');
const SHOP = 'https://shop.test';
const pair = Buffer.from('ada:correct horse').toString('base64');
const page = (path: string, cookie?: string) =>
  exchange({ url: SHOP + path, ...(cookie === undefined ? {} : { sends: { cookie } }) });
const login = (value: string, ...others: string[]) =>
  exchange({
    url: `${SHOP}/login`,
    method: 'POST',
    requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&password=x'),
    status: 303,
    gets: { 'set-cookie': [`shop=${value}; Path=/`, ...others] },
  });

describe('a cookie that a script empties', () => {
  it.each(['', '""', 'null', 'deleted', '{}'])(
    'with “%s” is a logout, and is told once',
    (none) => {
      const [a, b] = [random.base62(32), random.base62(32)] as const;
      const told = momentsTold([
        login(a),
        page('/home', `shop=${a}`),
        page('/bye', `shop=${none}`),
        page('/in', `shop=${none}`),
        login(b),
        page('/home', `shop=${b}`),
      ]);
      expect(told).toEqual(['login /login', 'logout /bye', 'login /login']);
    },
  );

  it('with name and password in it ends what HTTP Basic sent, until they are given again', () => {
    const entry = (path: string, type: string, at: number, ...headers: [string, string][]) => ({
      startedDateTime: new Date(1_700_000_000_000 + at * 1_000).toISOString(),
      time: 1,
      _resourceType: type,
      request: {
        method: 'GET',
        url: SHOP + path,
        headers: headers.map(([name, value]) => ({ name, value })),
      },
      response: { status: 200, headers: [], content: {} },
    });
    const kept: [string, string] = ['Cookie', `m=1:${pair}`];
    const sent: [string, string] = ['Authorization', `Basic ${pair}`];
    const { exchanges } = readHar({
      log: {
        entries: [
          entry('/', 'document', 1),
          entry('/api/auth', 'xhr', 1.5),
          entry('/api/a', 'xhr', 2, kept, sent),
          entry('/api/b', 'xhr', 3, kept, sent),
          entry('/start', 'document', 4, ['Cookie', 'm=']),
          entry('/api/auth', 'xhr', 4.5),
          entry('/api/c', 'xhr', 5, kept, sent),
        ],
      },
    });
    expect(momentsTold(exchanges)).toEqual(['login /api/a', 'logout /start', 'login /api/c']);
  });

  it.each<[string, (value: string) => ReturnType<typeof page>[]]>([
    ['where nobody had logged in', (value) => [page('/', `shop=${value}`), page('/a', 'shop=')]],
    [
      'where another cookie keeps the user',
      (value) => [
        login(value, `session_id=${random.base62(32)}; Path=/; HttpOnly`),
        page('/a', 'shop='),
      ],
    ],
    [
      'where it holds no user',
      (value) => [
        login(value),
        page('/a', `shop=${value}; view=list`),
        page('/b', `shop=${value}; view=`),
      ],
    ],
  ])('is none %s', (_, visit) => {
    expect(momentsTold(visit(random.base62(32))).filter((one) => one.startsWith('logout'))).toEqual(
      [],
    );
  });
});
