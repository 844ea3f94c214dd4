import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { asked, basic, ID, json, PAGE, told } from '../../support/page-traffic.js';

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

it('HTTP Basic with a name and no password is a user without a password', () => {
  expect(told(asked(PAGE, { sends: { authorization: basic('admin:') } }))[0]).toBe('basic');
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
