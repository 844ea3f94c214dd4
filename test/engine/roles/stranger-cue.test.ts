import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

const SITE = 'https://tickets.test';
const random = new Seeded('strangers');
const ID = random.base62(27);
const YEARS = '; Max-Age=157680000';

const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, topUrl: `${SITE}/`, ...more });
const gives = (name: string, value: string, attributes: string) => ({
  gets: { 'set-cookie': `${name}=${value}; Path=/${attributes}` },
});
const holds = (name: string, value: string) => ({ sends: { cookie: `${name}=${value}` } });

function rolesOf(name: string, ...exchanges: Exchange[]): string | undefined {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  return analysis.credentials().find((one) => one.name === name)?.role;
}

/** First page, then two others that bring it back. */
const visit = (name: string, value: string, attributes: string, first = '/') => [
  at(first, gives(name, value, attributes)),
  at('/events', holds(name, value)),
  at('/prices', holds(name, value)),
];

describe('what a site gives a browser that came with nothing', () => {
  it.each([
    ['eps_sid', YEARS, 'tracking'],
    ['shop-session', '; Max-Age=31536000', 'tracking'],
    ['auth', `${YEARS}; HttpOnly`, 'device'],
    ['b', '; Max-Age=31536000; HttpOnly; Secure', 'device'],
  ])(
    'knows the browser where it stays for years, whatever it is called: %s%s',
    (name, line, role) => expect(rolesOf(name, ...visit(name, ID, line))).toBe(role),
  );

  it.each([
    ['sid', '; HttpOnly', 'session'],
    ['sid', '; Max-Age=1209600; HttpOnly', 'session'],
    ['PHPSESSID', `${YEARS}; HttpOnly`, 'session'],
    ['_ga', YEARS, 'tracking'],
    ['xsrf', YEARS, 'csrf'],
  ])(
    'is what its name says where that is a product’s, or it ends sooner: %s%s',
    (name, line, role) => expect(rolesOf(name, ...visit(name, ID, line))).toBe(role),
  );

  it.each([
    ['PCID', '17320932000001234567890'],
    ['NNB', 'XQ3LKDG5MZUGO'],
    ['vid', '1234567890.1732093200'],
    ['vid', '20261128-1732093200'],
  ])('needs few bits to be counted by: %s=%s', (name, value) =>
    expect(rolesOf(name, ...visit(name, value, YEARS))).toBe('tracking'),
  );

  it.each([
    ['shown', 'variant-b-2024'],
    ['first', '1732093200'],
    ['since', '20261128'],
    ['skin', 'homepage-v3-2026'],
  ])('counts nobody by words and moments: %s=%s', (name, value) =>
    expect(rolesOf(name, ...visit(name, value, YEARS))).not.toBe('tracking'),
  );

  it('may be a session where the browser had something before', () => {
    const known = at('/', { ...holds('other', random.base62(20)), ...gives('sid', ID, YEARS) });
    expect(rolesOf('sid', known, at('/a', holds('sid', ID)))).toBe('session');
  });

  it('may be one where it came to the site with what stands for a login', () => {
    const back = `/back?code=${random.base62(24)}`;
    expect(rolesOf('sid', ...visit('sid', ID, YEARS, back))).toBe('session');
  });

  it('may be one that came after something was sent', () => {
    const sent = at('/begin', { method: 'POST', ...gives('sid', ID, YEARS) });
    expect(rolesOf('sid', at('/'), sent, at('/a', holds('sid', ID)))).toBe('session');
  });
});

describe('a browser that came with nothing', () => {
  const isStrangers = (between: Partial<ExchangeSpec>) => {
    const analysis = new Analysis();
    const asked = [at('/'), at('/api/session', { type: 'fetch', ...between })];
    for (const one of [...asked, at('/news', gives('sid', ID, ''))]) analysis.addExchange(one);
    return analysis.credentials().some(({ behaviour }) => behaviour.givenToStranger);
  };
  it('is a stranger still where it was told that nobody asks', () => {
    expect(isStrangers({ status: 401 })).toBe(true);
    const body = readBody('application/json', 'null');
    expect(isStrangers({ responseBody: body })).toBe(true);
  });

  it('may be somebody where an address of users answered', () => {
    expect(isStrangers({})).toBe(false);
  });
});

describe('a login with what the site gave before', () => {
  const login = (more: Partial<ExchangeSpec>) =>
    at('/login', {
      method: 'POST',
      requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&password=x'),
      status: 302,
      ...more,
    });

  it('makes a session of it where it gives it anew', () => {
    const other = random.base62(27);
    const before = visit('sid', ID, `${YEARS}; HttpOnly`);
    const made = login({
      ...holds('sid', ID),
      gets: { location: '/home', 'set-cookie': `sid=${other}; Path=/${YEARS}; HttpOnly` },
    });
    expect(rolesOf('sid', ...before, made, at('/home', holds('sid', other)))).toBe('session');
  });
});

describe('a JWT in a cookie', () => {
  const token = (claims: object) => jwtOf({ ...claims, iat: 1_795_796_310, exp: 1_795_799_910 });

  it.each([[{ anon: true, vid: 'a1' }], [{ cart: { items: 3 } }], [{ topics: ['/scores'] }]])(
    'that names nobody and came to a stranger knows nobody: %j',
    (claims) => expect(rolesOf('viewer', ...visit('viewer', token(claims), ''))).toBe('other'),
  );

  it('may log in where it names somebody', () =>
    expect(rolesOf('viewer', ...visit('viewer', token({ sub: 'ada' }), ''))).toBe('session'));

  it('of a known protocol is what that says', () =>
    expect(
      rolesOf(
        'mercureAuthorization',
        ...visit('mercureAuthorization', token({ mercure: { subscribe: ['*'] } }), '; HttpOnly'),
      ),
    ).toBe('access-token'));
});

describe('a token that a service gives to every page', () => {
  const page = { type: 'fetch', topUrl: `${SITE}/` } as const;
  const given = (secret: string) => {
    const body = readBody('application/json', JSON.stringify({ access_token: secret, expires: 1 }));
    return exchange({
      url: 'https://maps.test/boot',
      ...page,
      gets: { 'content-type': 'application/json' },
      responseBody: body,
    });
  };

  it('is none that logs in where nothing was sent with it', () => {
    const analysis = new Analysis();
    for (const one of [at('/'), given(random.base62(40))]) analysis.addExchange(one);
    expect(analysis.credentials().map(({ role }) => role)).toEqual(['other']);
    expect(analysis.report(options).sites[0]?.mechanism).toBe('none');
  });

  it('is one where it was sent', () => {
    const secret = random.base62(40);
    const analysis = new Analysis();
    const sends = { authorization: `Bearer ${secret}` };
    for (const one of [
      at('/'),
      given(secret),
      exchange({ url: 'https://maps.test/tiles', ...page, sends }),
    ])
      analysis.addExchange(one);
    expect(analysis.credentials().map(({ role }) => role)).toEqual(['access-token']);
  });
});
