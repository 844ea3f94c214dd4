import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';
import { SIGNERS } from '../../support/signed-values.js';

// What a page or an answer told, and what became of it.

const SITE = 'https://depot.test';
const random = new Seeded('page tokens');
const OPAQUE = random.base62(40);
const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, topUrl: `${SITE}/`, ...more });
const rolesOf = (...visit: Exchange[]) => {
  const analysis = new Analysis();
  for (const one of visit) analysis.addExchange(one);
  return analysis.credentials().map(({ role }) => role);
};

describe('a token of a page that opens a socket', () => {
  const token = SIGNERS['Flask session']!('a key').value;
  const page = (name: string) => () =>
    at('/', { responseBody: readBody('text/html', `<meta name="${name}" content="${token}">`) });
  const socket = (name: string) => () =>
    exchange({
      url: `wss://depot.test/socket/websocket?${name}=${token}&vsn=2.0.0`,
      topUrl: `${SITE}/`,
      type: 'websocket',
      status: 101,
    });

  it.each([
    ['user-token', 'token'],
    ['socket_token', 'auth_token'],
  ])('says who connects: meta %s as %s', (meta, parameter) => {
    expect(rolesOf(page(meta)(), socket(parameter)())).toEqual(['access-token']);
  });

  it('is against forgery where a name says so', () => {
    expect(rolesOf(page('csrf-token')(), socket('_csrf_token')())).toEqual(['csrf']);
  });

  it('is against forgery where a form sends it back', () => {
    const post = at('/save', {
      method: 'POST',
      requestBody: readBody('application/x-www-form-urlencoded', `user-token=${token}`),
    });
    expect(rolesOf(page('user-token')(), post)).toEqual(['csrf']);
  });
});

describe('a token of a page that its script sends as HTTP authentication', () => {
  const visit = (header: string, name: string) => [
    at('/', { responseBody: readBody('text/html', `<meta name="api-token" content="${OPAQUE}">`) }),
    at('/api/me', { type: 'fetch', sends: { [name]: header } }),
  ];

  it('says who asks, whatever the page calls it', () => {
    expect(rolesOf(...visit(`Bearer ${OPAQUE}`, 'authorization'))).toEqual(['access-token']);
  });

  it('is against forgery in another header', () => {
    expect(rolesOf(...visit(OPAQUE, 'x-csrf-token'))).toEqual(['csrf']);
  });
});

describe('the key of a link', () => {
  const followed = (query: string, more: Partial<ExchangeSpec> = {}) =>
    at(`/hello?${query}`, { status: 302, redirectUrl: `${SITE}/`, ...more });

  it('is for this once', () => {
    expect(rolesOf(followed(`token=${OPAQUE}`))).toEqual(['oauth-state']);
  });

  it.each([
    ['was answered itself', () => [at(`/feed?token=${OPAQUE}`)]],
    [
      'got data, too',
      () => [
        followed(`token=${OPAQUE}`),
        at(`/api?token=${OPAQUE}`, { type: 'fetch', gets: { 'content-type': 'application/json' } }),
      ],
    ],
    [
      'went in a header, too',
      () => [followed(`token=${OPAQUE}`), at('/api', { sends: { 'x-shop-token': OPAQUE } })],
    ],
  ])('is a token where it %s', (_why, visit) => {
    expect(rolesOf(...visit())).toEqual(['access-token']);
  });

  it('is none against forgery', () => {
    expect(rolesOf(followed(`do=logout&csrf_token=${OPAQUE}`))).toEqual(['csrf']);
  });
});

describe('what the answer of a login tells', () => {
  const login = (answer: object) =>
    at('/login', {
      method: 'POST',
      type: 'fetch',
      requestBody: readBody('application/json', '{"user":"ada","password":"x"}'),
      responseBody: readBody('application/json', JSON.stringify(answer)),
    });
  const sent = (token: string) => at('/api', { type: 'fetch', sends: { authorization: token } });

  it('is no token where it is the id of a thing', () => {
    expect(rolesOf(login({ SessionInfo: { Id: OPAQUE } }))).not.toContain('access-token');
  });

  it('is one where it is sent, whatever it is called', () => {
    expect(rolesOf(login({ id: OPAQUE }), sent(OPAQUE))).toEqual(['access-token']);
  });
});

describe('a cookie for one part of a site', () => {
  const value = random.base62(43);
  const visit = (path: string, first: string) => [
    at('/begin', { gets: { 'set-cookie': `trs=${value}; Path=${path}; HttpOnly` } }),
    at(first, { method: 'POST', type: 'fetch', sends: { cookie: `trs=${value}` } }),
  ];

  it.each(['/v2/session/renew', '/v2/tokens/rotate', '/v2/auth/refresh-session'])(
    'renews where it begins so: %s',
    (first) => expect(rolesOf(...visit('/v2', first))).toEqual(['refresh-token']),
  );

  it('keeps a session where it goes elsewhere first, or everywhere', () => {
    expect(rolesOf(...visit('/v2', '/v2/orders'))).toEqual(['session']);
    expect(rolesOf(...visit('/', '/v2/session/renew'))).toEqual(['session']);
  });
});

it.each([
  ['trusted_device', 'device'],
  ['truste.eu.cookie.notice', 'consent'],
  ['TRUSTe', 'consent'],
])('a cookie called %s is %s', (name, role) => {
  const one = at('/', {
    gets: {
      'set-cookie': `${name}=${random.bytes(24).toString('hex')}; Path=/; HttpOnly; Max-Age=7776000`,
    },
  });
  expect(rolesOf(one)).toEqual([role]);
});
