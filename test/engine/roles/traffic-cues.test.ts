import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

const random = new Seeded('traffic');
const PAGE = 'https://shop.test/';
const ID = random.bytes(16).toString('hex');

/** Role of the only credential, the scheme of the page's site, and how grave what was found is. */
function told(...exchanges: Exchange[]): [role: string | undefined, string, string[]] {
  const analysis = new Analysis();
  analysis.addExchange(exchange({ url: PAGE }));
  for (const one of exchanges) analysis.addExchange(one);
  const { sites, findings } = analysis.report(options);
  const site = sites.find((one) => one.site === 'https://shop.test');
  return [
    analysis.credentials()[0]?.role,
    site?.mechanism ?? 'none',
    findings.map(({ severity }) => severity),
  ];
}
const asked = (url: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url, type: 'fetch', topUrl: PAGE, ...more });
const json = { 'content-type': 'application/json' };
const GIF = { type: 'other', gets: { 'content-type': 'image/gif' } } as const;

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

describe('a cookie of another site that is called a session', () => {
  const withCookie = (more: Partial<ExchangeSpec>) =>
    told(asked('https://p.count.test/i', { sends: { cookie: `JSESSIONID=${ID}` }, ...more }))[0];

  it.each<[string, Partial<ExchangeSpec>]>([
    ['by images', GIF],
    ['by nothing', { status: 204 }],
  ])('counts visits where it is answered %s', (_, more) =>
    expect(withCookie(more)).toBe('tracking'),
  );

  const given = (n: number) =>
    asked(`https://p.count.test/i?${n}`, {
      gets: {
        ...json,
        'set-cookie': `JSESSIONID=${random.bytes(16).toString('hex')}; Path=/; Secure; SameSite=None`,
      },
    });

  it.each([
    ['_abck', 'device'],
    ['lidc', 'load-balancer'],
    ['CONSENT', 'consent'],
    ['NID', 'tracking'],
    ['gdpr', 'tracking'],
    ['optout', 'tracking'],
  ])('is what a product documents it to be, where that knows no user: %s', (name, role) => {
    const value = `${ID}~0~YAAQ`;
    const answer = { ...GIF, sends: { cookie: `${name}=${value}` } };
    expect(told(asked('https://p.count.test/i', answer))[0]).toBe(role);
  });

  it('counts visits where the browser never sends it back', () =>
    expect(told(given(1), given(2), given(3))[0]).toBe('tracking'));

  it('is a choice where its value lists choices, in a frame that gives it again and again', () => {
    const again = (n: number) =>
      asked(`https://player.count.test/embed?${n}`, {
        type: 'frame',
        gets: { 'set-cookie': 'PREF=f4=4000000&tz=Europe.London; Path=/; Secure; SameSite=None' },
      });
    expect(told(again(1), again(2), again(3))[0]).toBe('preference');
  });

  it('may be one where it was given once', () => expect(told(given(1))[0]).toBe('session'));

  it('may be one where it is answered with data', () =>
    expect(withCookie({ gets: json, responseBody: readBody('application/json', '{"a":1}') })).toBe(
      'session',
    ));
});

describe('an id of a visit that a beacon tells', () => {
  it.each<[string, Exchange]>([
    ['by an image of another site', asked(`https://p.count.test/i?sid=${ID}`, GIF)],
    ['by a ping of the own site', asked(`${PAGE}e?session_id=${ID}`, { type: 'other' })],
    ['answered with 204', asked(`${PAGE}e?sessionId=${ID}`, { status: 204 })],
    [
      'answered with an empty text',
      asked(`${PAGE}e?session=${ID}`, { gets: { 'content-length': '0' } }),
    ],
    [
      'answered with an empty object',
      asked(`https://s.count.test/l.json?sid=${ID}`, { responseBody: readBody('', '{}') }),
    ],
    [
      'as data of another site',
      asked(`https://s.count.test/l.json?sessionid=${ID}`, { gets: json }),
    ],
  ])('%s is no session', (_, beacon) => {
    expect(told(beacon)).toEqual(['tracking', 'none', []]);
  });

  it.each<[string, Exchange]>([
    ['a page', exchange({ url: `${PAGE}cart?sid=${ID}` })],
    ['data of the own site', asked(`${PAGE}api/cart?sid=${ID}`, { gets: json })],
    [
      'a page of another site, in a frame',
      asked(`https://game.test/play;jsessionid=${ID}`, { type: 'frame' }),
    ],
  ])('%s is asked for with a session', (_, one) => {
    expect(told(one)[0]).toBe('session');
  });

  it('is one where a page was asked for with it as well', () => {
    const beacon = asked(`${PAGE}e?sid=${ID}`, { status: 204 });
    expect(told(beacon, exchange({ url: `${PAGE}cart?sid=${ID}` }))[0]).toBe('session');
  });

  it('is a session that an answer gave', () => {
    const given = asked(`https://api.pay.test/start`, {
      method: 'POST',
      responseBody: readBody('application/json', JSON.stringify({ sessionId: ID })),
    });
    const used = asked(`https://api.pay.test/cart?sessionId=${ID}`, { gets: json });
    expect(told(given, used)[0]).toBe('session');
  });
});

describe('a key that an address names after its service', () => {
  it.each(['weather_key', 'weatherKey', 'tfl-app-key'])('is an API key as %s', (name) => {
    const [role, mechanism] = told(asked(`${PAGE}v1/weather?${name}=${ID}`, { gets: json }));
    expect([role, mechanism]).toEqual(['api-key', 'api-key']);
  });

  it('names who made the page where other sites alone are sent it', () => {
    const severities = told(asked(`https://maps.test/tiles?maps_key=${ID}`, { gets: json }))[2];
    expect(severities.filter((severity) => severity !== 'info')).toEqual([]);
  });

  it.each(['sort_key', 'primaryKey', 'foreign_key', 'site_key', 'publicKey', 'editKey'])(
    'is none as %s',
    (name) => {
      expect(told(asked(`${PAGE}v1/weather?${name}=${ID}`, { gets: json }))).toEqual([
        undefined,
        'none',
        [],
      ]);
    },
  );
});

describe('a key of a project that a page sends to another site', () => {
  it.each<[string, Exchange]>([
    [
      'answered with “1”',
      asked(`https://c.count.test/track?token=${ID}`, { gets: { 'content-length': '1' } }),
    ],
    [
      'answered with data',
      asked(`https://maps.test/tiles.json?access_token=${ID}`, { gets: json }),
    ],
    [
      'in a body',
      asked('https://c.count.test/e', {
        method: 'POST',
        requestBody: readBody('application/json', JSON.stringify({ token: ID })),
      }),
    ],
    ['in a header', asked('https://c.count.test/e', { sends: { 'x-api-key': ID } })],
    [
      'in a header that says access token',
      asked('https://c.count.test/e', { sends: { 'x-errors-access-token': ID } }),
    ],
    ['in a header of a token', asked('https://c.count.test/e', { sends: { 'x-auth-token': ID } })],
    [
      'as the name of HTTP Basic, without a password',
      asked('https://c.count.test/e', { sends: { authorization: basic(`${ID}:`) } }),
    ],
  ])('%s is at most an API key, and nobody’s scheme', (_, one) => {
    const [role, mechanism, severities] = told(one);
    expect([role, mechanism]).toEqual(['api-key', 'none']);
    expect(severities.filter((severity) => severity !== 'info')).toEqual([]);
  });

  const iat = Math.floor(Date.UTC(2026, 0, 1) / 1_000);
  const lasting = (claims: object) =>
    asked(`https://maps.test/tiles.json?access_token=${jwtOf({ jti: '7', id: 42, ...claims })}`, {
      gets: json,
    });

  it.each([{}, { iat, exp: iat + 10 * 366 * 86_400 }])(
    'is one as a JWT that outlasts any login, too: %o',
    (claims) => expect(told(lasting(claims)).slice(0, 2)).toEqual(['api-key', 'none']),
  );

  it.each([{ iat, exp: iat + 3_600 }, { iat, exp: iat + 90 * 86_400 }, { exp: iat }])(
    'is a token as a JWT that ends as logins do: %o',
    (claims) => expect(told(lasting(claims))[0]).toBe('access-token'),
  );

  it('is a token where a login came first', () => {
    const login = exchange({
      url: `${PAGE}login`,
      method: 'POST',
      requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&password=x'),
    });
    const used = asked(`https://api.pay.test/me?access_token=${ID}`, { gets: json });
    expect(told(login, used)[0]).toBe('access-token');
  });

  it('is the scheme of the site that it is sent to where that is the page’s own', () => {
    const own = asked(`${PAGE}api`, { sends: { 'x-api-key': ID }, gets: json });
    expect(told(own).slice(0, 2)).toEqual(['api-key', 'api-key']);
  });
});

describe('an id in the address of a WebSocket', () => {
  const opened = exchange({
    url: `wss://shop.test/kernels?session_id=${ID}`,
    type: 'websocket',
    status: 101,
    topUrl: PAGE,
  });

  it('that no answer gave numbers the connection', () => {
    expect(told(opened)).toEqual(['other', 'none', []]);
  });

  it('that an answer gave is the session', () => {
    const given = asked(`${PAGE}start`, {
      method: 'POST',
      responseBody: readBody('application/json', JSON.stringify({ sessionId: ID })),
    });
    expect(told(given, opened)[0]).toBe('session');
  });
});

it('HTTP Basic with a name and no password is a user without a password', () => {
  expect(told(asked(PAGE, { sends: { authorization: basic('admin:') } }))[0]).toBe('basic');
});

describe('an id or a token in the address beside a session’s cookie', () => {
  const cookie = `sid=${random.bytes(16).toString('hex')}`;
  const visit = (name: string, beside: boolean) => {
    const sends = { cookie };
    return [
      exchange({ url: PAGE, gets: { 'set-cookie': `${cookie}; Path=/; HttpOnly` } }),
      exchange({ url: PAGE, sends }),
      exchange({ url: `${PAGE}edit?${name}=${ID}`, ...(beside ? { sends } : {}) }),
    ];
  };
  const roleOf = (exchanges: Exchange[]) => {
    const analysis = new Analysis();
    for (const one of exchanges) analysis.addExchange(one);
    return analysis.credentials().find(({ kind }) => kind === 'token')?.role;
  };

  it.each(['access_token', 'id_token'])('%s is what login protocols call so', (name) => {
    expect(roleOf(visit(name, true))).toBe(name.replace('_', '-'));
  });

  it.each(['token', 'sid'])('%s stands against forgery', (name) => {
    expect(roleOf(visit(name, true))).toBe('csrf');
    expect(roleOf(visit(name, false))).not.toBe('csrf');
  });

  it.each(['state', 'nonce'])('is of a login protocol under its name: %s', (name) => {
    expect(roleOf(visit(name, true))).toBe('oauth-state');
  });

  it('is a session where a product calls its own so', () => {
    expect(roleOf(visit('jsessionid', true))).toBe('session');
  });
});

describe('an id of a session that a script keeps', () => {
  const roleOfKept = (key: string, value: string) => {
    const analysis = new Analysis();
    analysis.addSnapshot({
      kind: 'storage',
      at: 1,
      origin: 'https://shop.test',
      area: 'localStorage',
      items: [{ key, value, length: value.length }],
      dropped: 0,
    });
    return analysis.credentials()[0]?.role;
  };

  it.each([
    ['visits', JSON.stringify([{ payload: { sid: ID } }])],
    ['sessionId', ID],
    ['counter', JSON.stringify({ session_id: ID })],
  ])('under %s counts visits', (key, value) => {
    expect(roleOfKept(key, value)).toBe('tracking');
  });

  it.each([
    ['app/currentUser', JSON.stringify({ sessionToken: ID })],
    ['auth', JSON.stringify({ session: ID })],
  ])('under %s may log in', (key, value) => {
    expect(roleOfKept(key, value)).toBe('session');
  });
});

describe('a header of a page’s own that is called a session', () => {
  const api = (value: string) =>
    asked('https://shop.test/api', { gets: json, sends: { 'x-session-tracking': value } });
  const anew = () => api(random.bytes(16).toString('hex'));

  it('numbers requests where each has another one', () =>
    expect(told(anew(), anew(), anew(), anew())[0]).toBe('other'));

  it('numbers visits beside a session that a login gave, where it was sent before that', () => {
    const SID = random.base62(32);
    const call = (cookie?: string) =>
      asked('https://shop.test/api', {
        gets: json,
        sends: { 'x-client-session-id': ID, ...(cookie !== undefined && { cookie }) },
      });
    const visit = () => [
      asked('https://shop.test/login', {
        method: 'POST',
        requestBody: readBody('application/x-www-form-urlencoded', 'user=a&password=b'),
        gets: { 'set-cookie': `sid=${SID}; Path=/; HttpOnly` },
      }),
      call(`sid=${SID}`),
      call(`sid=${SID}`),
    ];
    expect(told(call(), ...visit())[0]).toBe('other');
    expect(told(...visit())[0]).toBe('session');
  });

  it('may be one where it comes again', () =>
    expect(told(api(ID), api(ID), api(ID), api(ID))[0]).toBe('session'));
});

it.each([
  ['queries/0/state/data/token', { queries: [{ state: { data: { token: ID } } }] }, 'access-token'],
  ['auth/state/token', { auth: { state: { token: ID } } }, 'session'],
])('a program’s state is none of a login at another server: %s', (_, value, role) => {
  const analysis = new Analysis();
  analysis.addExchange(exchange({ url: PAGE }));
  const item = { key: 'store', value: JSON.stringify(value), length: 1 };
  const place = { kind: 'storage', at: 1, origin: 'https://shop.test', dropped: 0 } as const;
  analysis.addSnapshot({ ...place, area: 'localStorage', items: [item] });
  expect(analysis.credentials()[0]?.role).toBe(role);
});
