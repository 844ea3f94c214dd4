import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import type { Proof } from '../../../src/engine/proof/proof.js';
import type { Proposal } from '../../../src/engine/proof/proposal.js';
import { unkeptIn } from '../../../src/engine/proof/probe.js';
import { text } from '../../../src/engine/text.js';
import { unfitAddress, unfitFor } from '../../../src/engine/proof/unfit.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { jwtOf } from '../../support/tokens.js';

const SITE = 'https://shop.test';
const JSON_TYPE = { 'content-type': 'application/json' };
const HTML_TYPE = { 'content-type': 'text/html; charset=utf-8' };
const ID = 'Xk29vQpLm3Rt8Zw1Yb5Nc7Hd';
const LOGGED_IN = { cookie: `sid=${ID}; theme=dark; XSRF-TOKEN=4f8a1c9e7b2d6035aa` };

/** A finished proof, of which nothing is known but what a test adds. */
const PROOF: Proof = {
  kind: 'proof',
  at: 1,
  question: 'authenticates',
  site: SITE,
  request: { id: 'x', method: 'GET', url: `${SITE}/other`, status: 200 },
  sent: 1,
  probes: [],
  outcomes: [],
  sentence: text('test', 'so'),
};

const page = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: `${SITE}${path}`, gets: HTML_TYPE, status: 200, ...more });
const data = (path: string, more: Partial<ExchangeSpec> = {}) =>
  page(path, { type: 'fetch', gets: JSON_TYPE, topUrl: `${SITE}/`, ...more });
const login = () =>
  page('/login', {
    method: 'POST',
    status: 302,
    redirectUrl: `${SITE}/home`,
    requestBody: { kind: 'form', mimeType: 'x', bytes: 9, fields: [], passwordField: 'password' },
    gets: { ...HTML_TYPE, 'set-cookie': [`sid=${ID}; HttpOnly; Path=/`, 'theme=dark'] },
  });
const logout = () => page('/logout', { method: 'POST', status: 302, sends: LOGGED_IN });

function visit(...exchanges: Exchange[]) {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  return (question: Proposal['question'] = 'authenticates') =>
    analysis.propose(question, SITE, exchanges);
}

describe('the request that is proposed', () => {
  it('is data of the page’s own that a login is needed for, known by a refusal before it', () => {
    const proposal = visit(
      data('/api/things', { status: 401 }),
      login(),
      page('/home', { sends: LOGGED_IN }),
      data('/api/things', { sends: LOGGED_IN }),
      data('/api/other', { sends: LOGGED_IN }),
    )();
    expect(proposal).toMatchObject({
      request: { method: 'GET', url: `${SITE}/api/things` },
      origin: SITE,
      crossOrigin: false,
      needsLogin: true,
      why: { key: 'proof_because_refused' },
    });
  });

  it('has others that are repeated where it tells nothing, each address once', () => {
    const { request, others } = visit(
      login(),
      page('/home', { sends: LOGGED_IN }),
      data('/api/me', { sends: LOGGED_IN }),
      data('/api/me', { sends: LOGGED_IN }),
      data('/api/items', { sends: LOGGED_IN, method: 'HEAD' }),
      data('/api/other', { sends: LOGGED_IN }),
    )() as Proposal;
    expect([request, ...others.map((one) => one.request)].map(({ url }) => url)).toEqual(
      ['/api/me', '/home', '/api/other'].map((path) => SITE + path),
    );
  });

  it('leaves in what ended a login when it was missing, in a proof before', () => {
    const before = [login(), data('/api/me', { sends: LOGGED_IN })];
    const analysis = new Analysis();
    for (const one of before) analysis.addExchange(one);
    const subjects = () =>
      (analysis.propose('authenticates', SITE, before) as Proposal).subjects.filter(
        ({ name }) => name === 'sid',
      );
    const [{ identities: [identity] } = { identities: [] }] = subjects();
    const outcome = {
      credentialId: 'c1',
      identity: identity!,
      verdict: 'needed',
      others: [],
      why: text('test', 'so'),
      ends: true,
    } as const;
    expect(subjects()).toMatchObject([{ part: 'likely' }]);
    analysis.addTried({ ...PROOF, outcomes: [outcome] });
    expect(subjects()).toMatchObject([{ part: 'guard', isNeeded: true }]);
  });

  it('may be a HEAD, where that is all that there is', () => {
    const proposal = visit(login(), data('/api/me', { sends: LOGGED_IN, method: 'HEAD' }))();
    expect(proposal).toMatchObject({ request: { method: 'HEAD' } });
  });

  it('takes no page for one that needs a login since it was small and soon left', () => {
    const small = page('/', { gets: { ...HTML_TYPE, 'content-length': '400' } });
    const next = page('/login', { sends: { referer: `${SITE}/` } });
    const proposal = visit(small, next, login(), page('/', { sends: LOGGED_IN }))() as Proposal;
    expect([proposal.request.url, proposal.needsLogin]).toEqual([`${SITE}/`, false]);
  });

  it('is one that the browser answered for its user unasked, after a challenge', () => {
    const authorization = `Basic ${'0123456789abcdef'.repeat(2)}`;
    const challenged = page('/app/', { status: 302, redirectUrl: SITE, sends: { authorization } });
    const beside = data('/other/me');
    const proposal = visit(challenged, data('/app/api/me'), beside)() as Proposal;
    expect(proposal).toMatchObject({
      request: { url: `${SITE}/app/api/me` },
      headers: [],
      subjects: [{ part: 'likely', places: [{ carrier: 'header', name: 'authorization' }] }],
      others: [],
    });
  });

  it.each([
    ['authorization', `Basic ${'0123456789abcdef'.repeat(2)}`],
    ['x-password', '***'],
  ])('has the name alone of a header of which no password is kept: %s', (header, value) => {
    const sends = { host: 'shop.test', [header]: value };
    const proposal = visit(data('/api/me', { sends }), data('/api/me', { sends }))() as Proposal;
    expect(proposal.headers).toEqual([]);
    expect(proposal.subjects).toMatchObject([
      { part: 'likely', places: [{ carrier: 'header', name: header }] },
    ]);
    expect(unkeptIn(proposal)).toEqual([header]);
  });

  it('knows what came with the session, and is as random', () => {
    const id = (letter: string) => `${letter}k29vQpLm3Rt8Zw1Yb5Nc7Hd`;
    const lines = [`PHPSESSID=${ID}`, `store=${id('a')}`, 'mood=cheerful'];
    const gets = { ...HTML_TYPE, 'set-cookie': lines.map((line) => `${line}; Path=/`) };
    const later = `wish=${id('b')}`;
    const sends = { cookie: [...lines, later].join('; ') };
    const { subjects } = visit(
      page('/login', { gets }),
      page('/news', { gets: { ...HTML_TYPE, 'set-cookie': later }, sends: { cookie: lines[0]! } }),
      page('/login', {
        method: 'POST',
        status: 302,
        redirectUrl: `${SITE}/home`,
        requestBody: login().request.body!,
        sends,
      }),
      data('/api/me', { sends }),
    )() as Proposal;
    const given = subjects.map(({ name, isGiven = false }) => [name, isGiven]);

    expect(Object.fromEntries(given)).toEqual({
      PHPSESSID: false,
      store: true,
      mood: false,
      wish: false,
    });
  });

  it('is sent without cookies where the page asked another origin without them', () => {
    const api = (sends: Record<string, string>) =>
      data('/me', { url: 'https://api.shop.test/me', topUrl: `${SITE}/`, sends });
    const own = visit(login(), api(LOGGED_IN))() as Proposal;
    expect([own.crossOrigin, own.withoutCookies]).toEqual([true, undefined]);
    const bearer = { authorization: `Bearer ${ID}` };
    const proposal = visit(login(), api(bearer))() as Proposal;
    expect([proposal.request.url, proposal.withoutCookies]).toEqual([
      'https://api.shop.test/me',
      true,
    ]);
  });

  it('is a page whose address speaks of the user, where nothing is known', () => {
    const proposal = visit(
      login(),
      page('/news', { sends: LOGGED_IN }),
      page('/account', { sends: LOGGED_IN }),
      page('/', { sends: LOGGED_IN }),
    )();
    expect(proposal).toMatchObject({ request: { url: `${SITE}/account` } });
  });

  it('says what can be withheld: what is likely first, with what guards against forgery apart', () => {
    const sends = { ...LOGGED_IN, 'x-xsrf-token': '4f8a1c9e7b2d6035aa' };
    const proposal = visit(login(), data('/api/me', { sends }), data('/api/me', { sends }))();
    const { subjects } = proposal as Proposal;
    expect(subjects.map(({ name, part, places }) => [name, part, places.length])).toEqual([
      ['sid', 'likely', 1],
      ['XSRF-TOKEN', 'guard', 2],
      ['theme', 'others', 1],
    ]);
  });

  it.each([
    ['percent-encoded, with its scheme', (token: string) => `Bearer%20${token}`],
    ['in quotes', (token: string) => `%22Bearer%20${token}%22`],
    ['among others', (token: string) => encodeURIComponent(JSON.stringify({ user: 1, token }))],
    ['as it is', (token: string) => token],
  ])('withholds a token with the cookie in which a script keeps it: %s', (_, kept) => {
    const token = jwtOf({ sub: '7', exp: 1_900_000_000 });
    const cookie = `auth._token.local=${kept(token)}`;
    const proposal = visit(
      data('/api/me', { status: 401 }),
      page('/home', { sends: { cookie } }),
      data('/api/me', { sends: { cookie, authorization: `Bearer ${token}` } }),
    )();
    const places = [
      { carrier: 'cookie', name: 'auth._token.local' },
      { carrier: 'header', name: 'authorization' },
    ];
    expect(proposal).toMatchObject({ subjects: [{ places }] });
  });

  it('has first of those of one role what is called a session, then what was there first', () => {
    const cookies = { 'x-auth': `${ID}a`, 'shop-auth': `${ID}b`, 'shop-sess-id': `${ID}c` };
    const line = Object.entries(cookies).map((pair) => pair.join('='));
    const setting = (...lines: string[]) =>
      page('/login', {
        method: 'POST',
        status: 302,
        redirectUrl: `${SITE}/home`,
        requestBody: login().request.body!,
        gets: { ...HTML_TYPE, 'set-cookie': lines.map((one) => `${one}; HttpOnly; Path=/`) },
      });
    const sends = { cookie: line.join('; ') };
    const { subjects } = visit(
      page('/', {
        gets: {
          ...HTML_TYPE,
          'set-cookie': ['shop-auth=Zz88vQpLm3Rt8Zw1Yb5Nc7Hd; HttpOnly; Path=/'],
        },
      }),
      setting(line[0]!, line[1]!, line[2]!),
      data('/api/me', { sends }),
    )() as Proposal;
    expect(subjects.map(({ name }) => name)).toEqual(['shop-sess-id', 'shop-auth', 'x-auth']);
  });

  it('has what a script wrote into its header, and nothing that the browser adds', () => {
    const token = 'mF_9.B5f-4.1JqM9x7K2wQ8vT3';
    const sends = { authorization: `Bearer ${token}`, 'user-agent': 'x', referer: SITE };
    const grant = page('/api/login', {
      type: 'fetch',
      method: 'POST',
      gets: JSON_TYPE,
      requestBody: {
        kind: 'json',
        mimeType: 'x',
        bytes: 9,
        fields: [],
        passwordField: '/password',
      },
      responseBody: {
        kind: 'json',
        mimeType: 'application/json',
        bytes: 9,
        fields: [{ pointer: '/access_token', value: token }],
      },
    });
    const proposal = visit(grant, data('/api/me', { sends }))() as Proposal;
    expect(proposal.headers).toEqual([{ name: 'authorization', value: `Bearer ${token}` }]);
    expect(proposal.subjects).toMatchObject([
      { part: 'likely', places: [{ carrier: 'header', name: 'authorization' }] },
    ]);
  });

  it('withholds each header of a script that may say who asks, and none that speaks of the program', () => {
    const sends = {
      ...LOGGED_IN,
      uid: 'ada@shop.test',
      'x-user-id': '42',
      client: 'x9fhKJ2mQ8vT3wLp5Nc7Rd',
      'x-csrf-token': 'k2Jd8fLq0ZxW1vN5',
      'x-requested-with': 'XMLHttpRequest',
      'x-inertia-version': '6a1f0c',
      'hx-current-url': `${SITE}/`,
      'x-client-version': '20261127',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      'token-type': 'Bearer',
      'x-compact': 'true',
      'x-schema': '2.4.1',
    };
    const { subjects } = visit(login(), data('/api/me', { sends }))() as Proposal;
    const unfollowed = subjects.filter(({ credentialIds }) => credentialIds.length === 0);
    expect(unfollowed.map(({ id, part }) => [id, part])).toEqual([
      ['header uid', 'others'],
      ['header x-user-id', 'others'],
      ['header client', 'others'],
    ]);
  });

  it.each<[string, () => ReturnType<ReturnType<typeof visit>>, string]>([
    [
      'after the logout',
      () => visit(login(), page('/home', { sends: LOGGED_IN }), logout())(),
      'proof_none_logged_out',
    ],
    ['without a fit request', () => visit(login(), page('/home'))(), 'proof_none_no_request'],
    [
      'where all that logs in is posted',
      () => visit(login(), data('/rpc', { method: 'POST', sends: LOGGED_IN }))(),
      'proof_none_only_posted',
    ],
    [
      'where names and passwords go along with another method alone',
      () => {
        const authorization = `Basic ${'0123456789abcdef'.repeat(2)}`;
        return visit(
          data('/ada/', { method: 'PROPFIND', status: 207, sends: { authorization } }),
        )();
      },
      'proof_none_only_posted',
    ],
    [
      'before a logout',
      () => visit(login(), page('/home', { sends: LOGGED_IN }))('survives-logout'),
      'proof_none_no_logout',
    ],
    [
      'where another site’s page asked',
      () => visit(login(), data('/api/me', { sends: LOGGED_IN, topUrl: 'https://other.test/' }))(),
      'proof_none_no_request',
    ],
  ])('is none %s', (_when, propose, key) => {
    expect(propose()).toMatchObject({ why: { key } });
    expect(propose()).not.toHaveProperty('request');
  });

  it('for a logout is one of the login that it ended, with the cookies of then', () => {
    const proposal = visit(
      login(),
      data('/api/me', { sends: LOGGED_IN }),
      logout(),
      data('/api/me', { status: 401, sends: { cookie: 'theme=dark' } }),
    )('survives-logout') as Proposal;
    expect(proposal.question).toBe('survives-logout');
    expect(proposal.needsLogin).toBe(true);
    expect(proposal.headers).toContainEqual({ name: 'cookie', value: LOGGED_IN.cookie });
  });
});

it('has what was logged out with, whatever the chosen request had carried before', () => {
  const later = 'Zz88vQpLm3Rt8Zw1Yb5Nc7Hd';
  const proposal = visit(
    data('/api/me', { status: 401 }),
    login(),
    data('/api/me', { sends: LOGGED_IN }),
    page('/news', { sends: { cookie: `lang=en; sid=${later}` } }),
    page('/logout', { method: 'POST', status: 302, sends: { cookie: `sid=${later}` } }),
  )('survives-logout') as Proposal;
  expect(proposal.request.url).toBe(`${SITE}/api/me`);
  expect(proposal.headers.find(({ name }) => name === 'cookie')?.value).toBe(
    `sid=${later}; theme=dark; XSRF-TOKEN=4f8a1c9e7b2d6035aa`,
  );
});

describe('a request that is never repeated', () => {
  it.each([
    '/logout', '/users/sign_out', '/?logout=1', '/index.php?action=logout', '/exit',
    '/post/7/delete', '/delete.php?id=7', '/items?delete=7', '/deleteUser', '/cart/add/7',
    '/admin/restart', '/order/confirm', '/index.php?action=delete&id=7', '/api/removeItem',
    '/report/download', '/file.pdf', '/export?format=csv', '/data.csv', '/x?download=1',
    '/oauth/authorize?client_id=1', '/oauth/token', '/auth/callback?code=abc&state=x', '/login',
    '/signin', '/saml/acs', '/verify-email?token=0123456789abcdef', '/magic-link/x', '/api/refresh',
    '/invite?key=0123456789abcdef', '/a?nonce=1', '/socket.io/?transport=polling', '/api/stream',
    '/sse', '/track/open', '/unsubscribe', '/subscribe', '/session/destroy', '/impersonate/7',
    '/do?cmd=restart', '/api/keepalive',
  ])('by its address: %s', (path) => {
    expect(unfitAddress(SITE + path)).toBeDefined();
  }); // prettier-ignore

  it.each([
    '/', '/account', '/api/me', '/users/7', '/user/settings', '/orders?page=2&sort=new',
    '/api/v1/session', '/profile/edit', '/wp-admin/', '/index.php?title=Main_Page',
    '/?action=view&id=7', '/inbox/unread', '/graph?start=0&end=9', '/api/items?key=name',
    '/me?access_token=0123456789abcdef0123', '/a?t=1690000000000000', '/files/list',
    '/address-book', '/dashboard', '/whoami', '/api/tokenizer', '/stopwatch', '/api/rooms/42',
  ])('but not this address: %s', (path) => {
    expect(unfitAddress(SITE + path)).toBeUndefined();
  }); // prettier-ignore

  it.each<[string, Exchange]>([
    ['a method that is none for reading', page('/account', { method: 'POST' })],
    ['a method of WebDAV', data('/account', { method: 'PROPFIND' })],
    ['an image', page('/account', { type: 'other' })],
    ['a redirect', page('/account', { status: 302, redirectUrl: SITE })],
    ['a refusal', page('/account', { status: 401 })],
    ['a stream', data('/api/me', { gets: { 'content-type': 'text/event-stream' } })],
    ['a file', page('/account', { gets: { 'content-type': 'application/octet-stream' } })],
    ['what takes long', data('/api/me', { takes: 20_000 })],
    ['what never ended', { ...data('/api/me'), error: 'net::ERR_ABORTED' }],
    [
      'a page that asks for a password',
      page('/account', {
        responseBody: {
          kind: 'html',
          mimeType: 'text/html',
          bytes: 9,
          fields: [],
          passwordField: 'p',
        },
      }),
    ],
  ])('by what it was: %s', (_what, one) => {
    expect(unfitFor(one)).toBeDefined();
  });

  it('but a page or data that was answered well', () => {
    expect(unfitFor(page('/account'))).toBeUndefined();
    expect(unfitFor(data('/api/me'))).toBeUndefined();
    expect(unfitFor(data('/api/me', { method: 'HEAD' }))).toBeUndefined();
  });
});
