import { describe, expect, it } from 'vitest';
import { form, html, json } from '../../support/bodies.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { momentsTold } from '../../support/moments-told.js';
import { Seeded } from '../../support/seeded.js';

// What stands against forgery is given to anybody, and is no sign of a login.

const SITE = 'https://pizza.test';
const random = new Seeded('against forgery');
const value = () => random.base62(32);
const jwt = () => {
  const part = (one: object) => Buffer.from(JSON.stringify(one)).toString('base64url');
  const claims = { sub: 'ada', iat: 1_767_225_600, exp: 1_767_229_200 };
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${random.base62(43)}`;
};
const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, topUrl: `${SITE}/login`, ...more });
const asks = () => at('/login', { responseBody: html('<input type=password name=p>') });
const post = (path: string, more: Partial<ExchangeSpec>) =>
  at(path, { method: 'POST', type: 'fetch', sends: { referer: `${SITE}/login` }, ...more });
const sets = (name: string, of = value()) => ({ gets: { 'set-cookie': `${name}=${of}; Path=/` } });
const PASSWORD = form('user=ada&password=x');

describe('no login is what gave nothing but a value against forgery', () => {
  it.each<[string, () => Partial<ExchangeSpec>]>([
    ['in a cookie', () => sets('csrf_token')],
    ["in Angular's cookie", () => sets('XSRF-TOKEN')],
    ['in a header', () => ({ gets: { 'x-csrf-token': value() } })],
    ['in data', () => ({ responseBody: json({ csrfToken: value() }) })],
    ['in all of them', () => ({ ...sets('_csrf'), responseBody: json({ csrf: value() }) })],
  ])('%s', (_, more) => {
    expect(momentsTold([asks(), post('/api/csrf', more())])).toEqual([]);
    expect(momentsTold([asks(), post('/api/session', more())])).toEqual([]);
  });
});

describe('no login is what gave nothing but what ties a later answer to this request', () => {
  it.each(['sb-project-auth-token-code-verifier', 'oauth_state', 'auth.pkce', 'login_nonce'])(
    '%s',
    (name) => {
      const letter = post('/login', { ...sets(name), requestBody: form('email=ada@pizza.test') });
      expect(momentsTold([asks(), letter])).toEqual([]);
    },
  );

  it('is told from a password, whatever that gave', () => {
    const login = post('/login', { ...sets('oauth_state'), requestBody: PASSWORD });
    expect(momentsTold([asks(), login])).toEqual(['login /login']);
  });
});

describe('a login is what gave', () => {
  it.each<[string, () => Partial<ExchangeSpec>]>([
    ['a session', () => sets('sid')],
    [
      'a session beside it',
      () => ({ gets: { 'set-cookie': [`XSRF-TOKEN=${value()}`, `sid=${value()}`] } }),
    ],
    ['a token beside it', () => ({ responseBody: json({ csrf: value(), accessToken: value() }) })],
    ['claims under such a name', () => sets('csrf_access_token', jwt())],
  ])('%s', (_, more) => {
    expect(momentsTold([asks(), post('/api/session', more())])).toEqual(['login /api/session']);
  });

  it('such a value alone, for a password that was taken', () => {
    const taken = post('/api/login', { requestBody: PASSWORD, ...sets('csrftoken') });
    expect(momentsTold([asks(), taken])).toEqual(['login /api/login']);
  });
});

describe('the first of several steps', () => {
  const steps = (first: string) => [
    asks(),
    post(`/auth/${first}`, { requestBody: json({ user: 'ada' }), ...sets('_vss') }),
    post('/auth/login', { requestBody: json({ m1: value() }), ...sets('sid') }),
  ];

  it.each(['startlogin', 'login-init', 'challenge_login', 'prelogin'])(
    'is no login though it gave a ticket: %s',
    (first) => expect(momentsTold(steps(first))).toEqual(['login /auth/login']),
  );

  it('is one where its name does not say that', () => {
    expect(momentsTold(steps('quicklogin'))).toContain('login /auth/quicklogin');
  });
});
