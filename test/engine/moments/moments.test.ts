import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import type { Exchange, StorageSnapshot } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { LIMITS } from '../../../src/engine/settings.js';
import { exchange, type ExchangeSpec, START as START_AT } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const SHOP = 'https://shop.test';
const IDP = 'https://idp.test';
const random = new Seeded('moments');
const hex = (length = 32) => random.bytes(length / 2).toString('hex');
const cookie = (name: string, value = hex()) => ({
  'set-cookie': `${name}=${value}; Path=/; HttpOnly; Secure; SameSite=Lax`,
});
const form = (fields: string) => readBody('application/x-www-form-urlencoded', fields);
const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
const html = (page: string) => readBody('text/html', page);
const LOST = hex();
const PASSWORD = form('user=ada&password=correct+horse');
const FORM_PAGE = html('<form><input name=user><input type="password" name=pw></form>');

/** The moments of a visit as `type site path`. */
const LOGIN_PAGE = `${SHOP}/login.php`;

function momentsOf(steps: (Exchange | StorageSnapshot)[], analysis = new Analysis()): string[] {
  for (const step of steps) {
    if ('kind' in step) analysis.addSnapshot(step);
    else analysis.addExchange(step);
  }
  const { events } = analysis.report({
    source: { kind: 'har', url: SHOP, dropped: 0 },
    version: '0',
  });
  const told = events.filter(({ type }) => ['login', 'logout', 'session-lost'].includes(type));
  return told.map(
    ({ type, site, exchange: ref }) =>
      `${type} ${new URL(site).hostname} ${new URL(ref!.url).pathname}`,
  );
}

const post = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SHOP + path, method: 'POST', ...more });
const login = (more: Partial<ExchangeSpec> = {}) =>
  post('/login', {
    status: 303,
    redirectUrl: `${SHOP}/`,
    requestBody: PASSWORD,
    gets: cookie('sid'),
    ...more,
  });

describe('a login', () => {
  it.each<[string, () => Exchange[], string[]]>([
    ['with a password', () => [login()], ['login shop.test /login']],
    [
      'whose form comes back',
      () => [post('/login', { requestBody: PASSWORD, responseBody: FORM_PAGE })],
      [],
    ],
    [
      'that is sent back to its form',
      () => [login({ redirectUrl: `${SHOP}/login`, gets: {} })],
      [],
    ],
    [
      'that is sent back to the page it came from',
      () => [
        post('/do', {
          requestBody: PASSWORD,
          status: 302,
          redirectUrl: `${SHOP}/sign-in?next=%2F`,
          sends: { referer: `${SHOP}/sign-in` },
        }),
      ],
      [],
    ],
    [
      'with JSON, without a cookie',
      () => [
        post('/api/login', {
          type: 'fetch',
          requestBody: json({ user: 'ada', password: 'correct horse' }),
          responseBody: json({ access_token: hex(40) }),
        }),
      ],
      ['login shop.test /api/login'],
    ],
    [
      'by PUT',
      () => [
        exchange({
          url: `${SHOP}/-/user/ada`,
          method: 'PUT',
          type: 'fetch',
          requestBody: json({ password: 'correct horse' }),
          responseBody: json({ token: hex(40) }),
        }),
      ],
      ['login shop.test /-/user/ada'],
    ],
    [
      'by a path that says so',
      () => [post('/api/sign-in/email', { type: 'fetch', gets: cookie('sid') })],
      ['login shop.test /api/sign-in/email'],
    ],
    [
      'that keeps the session and leads on',
      () => [post('/login', { status: 302, redirectUrl: `${SHOP}/account` })],
      ['login shop.test /login'],
    ],
    [
      'that leads to an error',
      () => [post('/login', { status: 302, redirectUrl: `${SHOP}/login-failed` })],
      [],
    ],
    [
      'is no page about authors',
      () => [exchange({ url: `${SHOP}/authors?key=tolkien`, gets: cookie('sid') })],
      [],
    ],
    [
      'is no confirmed newsletter',
      () => [exchange({ url: `${SHOP}/newsletter/confirm?token=${hex()}`, gets: cookie('sid') })],
      [],
    ],
    [
      'is no check of an age, nor of a robot',
      () => [
        post('/age/verify', { type: 'fetch', gets: cookie('age') }),
        exchange({
          url: 'https://guard.test/challenge',
          method: 'POST',
          type: 'fetch',
          topUrl: SHOP,
          gets: cookie('robot'),
        }),
      ],
      [],
    ],
    [
      'again, after the session was lost',
      () => [
        login({ gets: cookie('sid', LOST) }),
        exchange({ url: `${SHOP}/account`, sends: { cookie: `sid=${LOST}` } }),
        exchange({
          url: `${SHOP}/account`,
          sends: { cookie: `sid=${LOST}` },
          status: 302,
          redirectUrl: `${SHOP}/login`,
          gets: cookie('sid'),
        }),
        post('/login', { status: 302, redirectUrl: `${SHOP}/`, gets: cookie('sid') }),
      ],
      ['login shop.test /login', 'session-lost shop.test /account', 'login shop.test /login'],
    ],
    [
      'is no refresh of a session',
      () => [post('/auth/refresh/session', { type: 'fetch', gets: cookie('sid') })],
      [],
    ],
    [
      'is no changed password',
      () => [
        login(),
        post('/settings/password', { requestBody: form('password=new+horse+battery') }),
      ],
      ['login shop.test /login'],
    ],
    [
      'is no registration that gives nothing',
      () => [
        post('/register', { status: 303, redirectUrl: `${SHOP}/login`, requestBody: PASSWORD }),
      ],
      [],
    ],
    [
      'is a registration that gives a session',
      () => [
        post('/register', {
          status: 303,
          redirectUrl: `${SHOP}/`,
          requestBody: PASSWORD,
          gets: cookie('sid'),
        }),
      ],
      ['login shop.test /register'],
    ],
    [
      'by a link from a mail',
      () => [
        exchange({
          url: `${SHOP}/magic?token=${hex()}`,
          status: 302,
          redirectUrl: `${SHOP}/`,
          gets: cookie('sid'),
        }),
      ],
      ['login shop.test /magic'],
    ],
    [
      'by a ticket of a CAS server',
      () => [
        exchange({
          url: `${SHOP}/orders?ticket=ST-${hex()}`,
          status: 302,
          redirectUrl: `${SHOP}/orders`,
          gets: cookie('sid'),
        }),
      ],
      ['login shop.test /orders'],
    ],
    [
      'by a security key alone',
      () => [post('/webauthn/verify', { type: 'fetch', gets: cookie('sid') })],
      ['login shop.test /webauthn/verify'],
    ],
    [
      'of a page whose server turned it down before it had a key',
      () => [
        exchange({ url: 'https://api.test/v1/me', type: 'fetch', topUrl: SHOP, status: 401 }),
        exchange({
          url: 'https://api.test/v1/me',
          type: 'fetch',
          topUrl: SHOP,
          sends: { 'x-api-key': hex(40) },
        }),
      ],
      ['login shop.test /v1/me'],
    ],
    [
      'whose answer had no body to be seen',
      () => [
        post('/api/login', { type: 'fetch', topUrl: SHOP, at: Date.UTC(2026, 0, 1) }),
        exchange({
          url: `${SHOP}/api/me`,
          type: 'fetch',
          topUrl: SHOP,
          at: Date.UTC(2026, 0, 1) + 500,
          sends: { authorization: `Bearer ${hex(40)}` },
        }),
      ],
      ['login shop.test /api/login'],
    ],
  ])('%s', (_, steps, expected) => {
    expect(momentsOf(steps())).toEqual(expected);
  });

  it('with a page that is seen only later', () => {
    const shown = (page: string): string[] => {
      const analysis = new Analysis();
      const sent = post('/login', { requestBody: PASSWORD });
      analysis.addExchange(sent);
      expect(momentsOf([], analysis)).toEqual([]);
      analysis.addBodies({
        kind: 'bodies',
        exchangeId: sent.id,
        at: sent.startedAt + 90,
        response: html(page),
      });
      return momentsOf([], analysis);
    };
    expect(shown('<p>Hello, Ada</p>')).toEqual(['login shop.test /login']);
    expect(shown('<input type=password name=pw>')).toEqual([]);
  });

  it('with a second step gives what that step gives', () => {
    const analysis = new Analysis();
    const code = () => post('/otp', { status: 303, redirectUrl: `${SHOP}/`, gets: cookie('full') });
    expect(
      momentsOf(
        [login({ redirectUrl: `${SHOP}/otp` }), exchange({ url: `${SHOP}/otp` }), code()],
        analysis,
      ),
    ).toEqual(['login shop.test /login']);
    const full = analysis.credentials().find(({ name }) => name === 'full')!;
    expect(full.behaviour.issuedAtLogin?.url).toBe(`${SHOP}/login`);
    expect(full.role).toBe('session');
  });

  it('by HTTP authentication, also where a recorder shows neither the question nor the answer', () => {
    const basic = { authorization: `Basic ${Buffer.from('ada:correct horse').toString('base64')}` };
    const asks = { status: 401, gets: { 'www-authenticate': 'Basic realm="x"' } };
    const reports = (more: Partial<ExchangeSpec>) => exchange({ url: `${SHOP}/reports`, ...more });
    expect(momentsOf([reports(asks), reports({ sends: basic })])).toEqual([
      'login shop.test /reports',
    ]);
    expect(momentsOf([reports(asks), reports({})])).toEqual(['login shop.test /reports']);
    expect(
      momentsOf([exchange({ url: SHOP }), reports({ sends: basic }), reports({ sends: basic })]),
    ).toEqual(['login shop.test /reports']);
    expect(momentsOf([reports({ sends: basic })])).toEqual([]);
  });
});

describe('single sign-on over three hosts', () => {
  const OFFICE = 'https://office.test';
  /** Sent to the provider, sent back with a code, taken in. */
  const visit = (app: string, between: Exchange[] = []) => {
    const asked =
      `${IDP}/authorize?client_id=${new URL(app).hostname}&response_type=code&state=${hex()}` +
      `&redirect_uri=${encodeURIComponent(`${app}/cb`)}`;
    const back = `${app}/cb?code=${hex()}&state=${hex()}`;
    return [
      exchange({ url: app, status: 302, redirectUrl: asked }),
      ...between,
      exchange({ url: asked, status: 302, redirectUrl: back }),
      exchange({ url: back, status: 302, redirectUrl: `${app}/`, gets: cookie('app') }),
      exchange({ url: `${app}/` }),
    ];
  };
  const password = () =>
    exchange({
      url: `${IDP}/login`,
      method: 'POST',
      status: 303,
      redirectUrl: `${IDP}/resume`,
      requestBody: PASSWORD,
      gets: cookie('idp'),
    });

  it('is a login at each site, with one password', () => {
    const analysis = new Analysis();
    const told = momentsOf([...visit(SHOP, [password()]), ...visit(OFFICE)], analysis);
    expect(told).toEqual(['login idp.test /login', 'login shop.test /cb', 'login office.test /cb']);
    const sessions = analysis.credentials().filter(({ name }) => name === 'app');
    expect(sessions.map(({ role }) => role)).toEqual(['session', 'session']);
  });

  it('is no login again where the page only renews its tokens', () => {
    expect(momentsOf([...visit(SHOP, [password()]), ...visit(SHOP)])).toEqual([
      'login idp.test /login',
      'login shop.test /cb',
    ]);
  });

  it('is a login at the page that asked for the tokens', () => {
    const token = exchange({
      url: `${IDP}/token`,
      method: 'POST',
      type: 'fetch',
      topUrl: `${SHOP}/`,
      requestBody: form(`grant_type=authorization_code&code=${hex()}&client_id=shop`),
      responseBody: json({ access_token: hex(40), token_type: 'Bearer' }),
    });
    const refresh = exchange({
      url: `${IDP}/token`,
      method: 'POST',
      type: 'fetch',
      topUrl: `${SHOP}/`,
      requestBody: form(`grant_type=refresh_token&refresh_token=${hex()}&client_id=shop`),
      responseBody: json({ access_token: hex(40), token_type: 'Bearer' }),
    });
    expect(momentsOf([token, refresh])).toEqual(['login shop.test /token']);
  });

  it('takes a SAML assertion for a login at the service', () => {
    const acs = post('/acs', {
      status: 302,
      redirectUrl: `${SHOP}/`,
      requestBody: form(`SAMLResponse=${Buffer.from('<Response/>').toString('base64')}`),
      gets: cookie('sid'),
    });
    expect(momentsOf([acs])).toEqual(['login shop.test /acs']);
  });
});

describe('a lost session', () => {
  it('names the servers that wrote theirs after the id', () => {
    const [mine, theirs] = [`${hex()}.node1`, `${hex()}.node2`];
    const analysis = new Analysis();
    analysis.addExchange(login({ gets: cookie('JSESSIONID', mine) }));
    analysis.addExchange(
      exchange({ url: `${SHOP}/account`, sends: { cookie: `JSESSIONID=${mine}` } }),
    );
    analysis.addExchange(
      exchange({
        url: `${SHOP}/account`,
        sends: { cookie: `JSESSIONID=${mine}` },
        status: 302,
        redirectUrl: `${SHOP}/login`,
        gets: cookie('JSESSIONID', theirs),
      }),
    );
    const { events } = analysis.report({
      source: { kind: 'har', url: SHOP, dropped: 0 },
      version: '0',
    });
    expect(events.find(({ type }) => type === 'session-lost')?.detail).toEqual({
      newId: true,
      node: 'node1',
      newNode: 'node2',
    });
  });
});

describe('a logout', () => {
  const sid = hex();
  const inside = () => [
    login({ gets: cookie('sid', sid) }),
    exchange({ url: `${SHOP}/account`, sends: { cookie: `sid=${sid}` } }),
  ];
  const gone = { 'set-cookie': 'sid=; Path=/; Max-Age=0' };
  const use = (path: string, more: Partial<ExchangeSpec> = {}) =>
    exchange({ url: SHOP + path, sends: { cookie: `sid=${sid}` }, ...more });

  it.each<[string, () => Exchange[], string | undefined]>([
    ['by its path', () => [use('/logout', { method: 'POST', type: 'fetch' })], '/logout'],
    [
      'by a parameter',
      () => [use('/wp-login.php?action=logout', { status: 302, redirectUrl: SHOP })],
      '/wp-login.php',
    ],
    [
      'by a form field',
      () => [use('/', { method: 'POST', requestBody: form('intent=logout') })],
      '/',
    ],
    [
      'by a GraphQL mutation',
      () => [
        use('/graphql', {
          method: 'POST',
          type: 'fetch',
          requestBody: json({ query: 'mutation Out { signOut { ok } }' }),
        }),
      ],
      '/graphql',
    ],
    [
      'by deleting the session',
      () => [use('/api/session', { method: 'DELETE', type: 'fetch', status: 204 })],
      '/api/session',
    ],
    [
      'by OpenID Connect',
      () => [
        use(
          `/bye?post_logout_redirect_uri=${encodeURIComponent(SHOP)}&id_token_hint=` +
            `${jwtOf({ sub: 'ada' })}`,
        ),
      ],
      '/bye',
    ],
    [
      'by Clear-Site-Data',
      () => [use('/farewell', { gets: { 'clear-site-data': '"cookies", "storage"' } })],
      '/farewell',
    ],
    [
      'by a page that clears the session',
      () => [use('/exit', { status: 302, redirectUrl: `${SHOP}/login`, gets: gone })],
      '/exit',
    ],
    ['by a POST that clears the session', () => [use('/x', { method: 'POST', gets: gone })], '/x'],
    [
      'asked for and then done',
      () => [use('/logout'), use('/logout', { method: 'POST', gets: gone, at: undefined })],
      '/logout',
    ],
    ['is no search for one', () => [use('/search?q=logout'), use('/x?logout=false')], undefined],
    [
      'is no keeping alive',
      () => [use('/api/extend-session', { method: 'POST', type: 'fetch' })],
      undefined,
    ],
    [
      'is no invitation taken back',
      () => [use('/api/invites/5/revoke', { method: 'POST', type: 'fetch' })],
      undefined,
    ],
    [
      'with the name of a GraphQL operation',
      () => [
        use('/graphql', {
          method: 'POST',
          type: 'fetch',
          requestBody: json({ operationName: 'Logout' }),
        }),
      ],
      '/graphql',
    ],
    [
      'is not moved by what is cleared once more',
      () => [
        use('/logout', { method: 'POST', gets: gone }),
        exchange({ url: `${SHOP}/products`, gets: gone }),
        exchange({ url: `${SHOP}/beat`, method: 'POST', type: 'fetch', gets: gone }),
      ],
      '/logout',
    ],
    [
      'is no pushed authorization request',
      () => [
        use('/par', {
          method: 'POST',
          type: 'fetch',
          requestBody: form(
            `client_id=a&response_type=code&redirect_uri=${encodeURIComponent(SHOP)}` +
              `&id_token_hint=${jwtOf({ sub: 'ada' })}`,
          ),
        }),
      ],
      undefined,
    ],
    ['is no picture of one', () => [use('/img/logout.svg', { type: 'other' })], undefined],
    [
      'is no question beforehand',
      () => [use('/logout', { method: 'OPTIONS', type: 'fetch' })],
      undefined,
    ],
    ['is no page that explains one', () => [use('/help/how-to-sign-out')], undefined],
    ['is no refused one', () => [use('/logout', { method: 'POST', status: 403 })], undefined],
    [
      'is not being thrown out',
      () => [use('/account', { status: 302, redirectUrl: `${SHOP}/login`, gets: gone })],
      undefined,
    ],
  ])('%s', (_, steps, expected) => {
    const told = momentsOf([...inside(), ...steps()]).filter((moment) =>
      moment.startsWith('logout'),
    );
    expect(told).toEqual(expected === undefined ? [] : [`logout shop.test ${expected}`]);
  });

  it('is none where nobody was logged in', () => {
    expect(momentsOf([exchange({ url: SHOP, gets: { 'clear-site-data': '"storage"' } })])).toEqual(
      [],
    );
  });

  it('deletes with Clear-Site-Data what the jar holds, not over plain http', () => {
    const cleared = (origin: string): boolean => {
      const analysis = new Analysis();
      analysis.addExchange(
        exchange({ url: `${origin}/`, gets: { 'set-cookie': `sid=${sid}; Path=/` } }),
      );
      analysis.addExchange(
        exchange({ url: `${origin}/farewell`, gets: { 'clear-site-data': '"cookies"' } }),
      );
      return analysis.credentials()[0]!.cookie?.clearedAt !== undefined;
    };
    expect(cleared(SHOP)).toBe(true);
    expect(cleared('http://shop.test')).toBe(false);
  });

  it('is the request that took the session, and no page after it that takes what is left', () => {
    const [first, second] = [hex(), hex()];
    const over = { 'set-cookie': 'sid=xxxxxxxx; Path=/' };
    const at = START_AT + 200_000;
    const get = (path: string, sent: string, more: Partial<ExchangeSpec>) =>
      exchange({ url: SHOP + path, sends: { cookie: `sid=${sent}` }, ...more });
    const pictures = Array.from({ length: 200 }, (_, n) =>
      exchange({ url: `${SHOP}/picture/${n}`, at: at + 960 + n / 10 }),
    );
    // However much else was asked for in between, of which states are kept.
    for (const between of [[], pictures]) {
      const told = momentsOf([
        login({ at: at - 1_000, gets: cookie('sid', first), redirectUrl: `${SHOP}/home` }),
        get('/home', first, { at }),
        get('/logout.php', first, {
          at: at + 900,
          status: 302,
          redirectUrl: LOGIN_PAGE,
          gets: over,
        }),
        get('/login.php', 'xxxxxxxx', { at: at + 950, gets: cookie('sid', second) }),
        ...between,
        get('/list.php', second, { at: at + 1_000, gets: over }),
      ]);
      expect(told).toEqual(['login shop.test /login', 'logout shop.test /logout.php']);
    }
  });

  it('is a page that drops the last of its tokens', () => {
    const token = hex(40);
    const at = Date.UTC(2026, 5, 1);
    const store = (later: number, items: Record<string, string>): StorageSnapshot => ({
      kind: 'storage',
      at: at + later,
      origin: SHOP,
      area: 'localStorage',
      dropped: 0,
      items: Object.entries(items).map(([key, value]) => ({ key, value, length: value.length })),
    });
    const signIn = post('/api/login', {
      at,
      type: 'fetch',
      requestBody: json({ password: 'correct horse' }),
      responseBody: json({ access_token: token }),
    });
    const call = exchange({
      url: `${SHOP}/api/me`,
      at: at + 20,
      type: 'fetch',
      sends: { authorization: `Bearer ${token}` },
    });
    const before = [signIn, store(10, { access_token: token }), call];
    expect(momentsOf([...before, store(9_000, { access_token: token })])).toEqual([
      'login shop.test /api/login',
    ]);
    expect(momentsOf([...before, store(9_000, {})])).toEqual([
      'login shop.test /api/login',
      'logout shop.test /api/me',
    ]);
    const refreshed = store(9_000, { access_token: hex(40) });
    expect(momentsOf([...before, refreshed])).toEqual(['login shop.test /api/login']);
  });
});

describe('a session is lost', () => {
  const sid = hex();
  const used = (path: string, more: Partial<ExchangeSpec> = {}) =>
    exchange({ url: SHOP + path, sends: { cookie: `sid=${sid}` }, ...more });

  it.each([
    ['where a page for logging in comes instead', '/auth', ['session-lost shop.test /tips']],
    ['but not where one that explains it does', '/blog/sso-explained', []],
    ['but not where another page does', '/tips/new', []],
  ])('%s', (_, target, expected) => {
    const steps = [
      login({ gets: cookie('sid', sid), redirectUrl: `${SHOP}/home` }),
      used('/tips', { at: START_AT + 200_000 }),
      used('/tips', { at: START_AT + 210_000, status: 302, redirectUrl: SHOP + target }),
    ];
    const told = momentsOf(steps).filter((moment) => moment.startsWith('session-lost'));
    expect(told).toEqual(expected);
  });
});

describe('what is remembered', () => {
  it('is bounded, however many sites there are', () => {
    const analysis = new Analysis();
    for (let n = 0; n < 3_000; n++) {
      analysis.addExchange(
        exchange({ url: `https://s${n}.test/`, type: 'fetch', topUrl: `https://p${n}.test/` }),
      );
    }
    expect(analysis.save().moments.latest.length).toBeLessThanOrEqual(LIMITS.momentSites);
  });
});
