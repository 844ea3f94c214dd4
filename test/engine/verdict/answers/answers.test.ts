import { describe, expect, it } from 'vitest';
import type { Exchange, StorageSnapshot } from '../../../../src/engine/model.js';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec, START } from '../../../support/exchange.js';
import { jwtOf } from '../../../support/jose.js';
import { Seeded } from '../../../support/seeded.js';
import { options } from '../../../support/told-analysis.js';

const random = new Seeded('answers');
const id = () => random.bytes(16).toString('hex');
const SITE = 'https://shop.example';
const FLAGS = 'Path=/; HttpOnly; Secure; SameSite=Lax';
const [first, second] = [id(), id()];

let at = START;
const go = (path: string, more: Omit<ExchangeSpec, 'url'> & { wait?: number } = {}): Exchange => {
  at += more.wait ?? 20_000;
  return exchange({ url: SITE + path, at, takes: 50, ...more });
};
const sid = (value: string) => ({ cookie: `shop_session=${value}` });
const sets = (value: string) => ({ 'set-cookie': `shop_session=${value}; ${FLAGS}` });
const deletes = { 'set-cookie': 'shop_session=; Path=/; Max-Age=0' };
const form = (text: string) => readBody('application/x-www-form-urlencoded', text);
const json = (value: object) => readBody('application/json', JSON.stringify(value));
const toLogin = { status: 302, redirectUrl: `${SITE}/login`, gets: { location: '/login' } };

const login = (gets: ExchangeSpec['gets'] = {}, sends?: ExchangeSpec['sends']) =>
  go('/login', {
    method: 'POST',
    requestBody: form('user=ada&password=correct'),
    status: 303,
    redirectUrl: `${SITE}/account`,
    gets: { ...gets, location: '/account' },
    ...(sends && { sends }),
  });
const logout = (value: string, gets: ExchangeSpec['gets'] = {}) =>
  go('/logout', { method: 'POST', sends: sid(value), status: 303, redirectUrl: `${SITE}/`, gets });
const page = (value: string, more: Partial<ExchangeSpec> & { wait?: number } = {}) =>
  go('/account', { sends: sid(value), ...more });
const visited = (value: string) => [
  go('/', { gets: sets(value) }),
  go('/shop', { sends: sid(value) }),
];

/** The answers on the shop, as `question outcome key`. */
function answersTo(steps: readonly Exchange[]): string[] {
  const analysis = new Analysis();
  for (const step of steps) analysis.addExchange(step);
  const english: string[] = [];
  const report = analysis.report({
    ...options,
    translate: (key) => {
      if (key.startsWith('answer_')) english.push(key);
      return undefined;
    },
  });
  const site = report.sites.find((one) => one.site === SITE);
  for (const { exchange: seen, credentialIds, text } of site?.answers ?? []) {
    expect(text).not.toMatch(/[{}]/);
    expect(text).not.toContain(first);
    expect(seen === null || seen.url.startsWith(SITE)).toBe(true);
    for (const one of credentialIds) expect(report.credentials.map((c) => c.id)).toContain(one);
  }
  const told = site?.answers ?? [];
  const keys = told.map((_, index) => english.filter((key) => key.startsWith('answer_'))[index]);
  return told.map(({ question, outcome }, index) => `${question} ${outcome} ${keys[index]}`);
}

/** What the shop's answers say, in English. */
function saidOf(steps: readonly Exchange[]): string[] {
  const analysis = new Analysis();
  for (const step of steps) analysis.addExchange(step);
  const { sites } = analysis.report(options);
  return (sites.find((one) => one.site === SITE)?.answers ?? []).map(({ text }) => text);
}

describe('a login whose cookie the browser refuses', () => {
  it('gave no id that is new to this browser', () => {
    const steps = [
      go('/account', toLogin),
      login({ 'set-cookie': `__Host-shop_session=${first}; HttpOnly; Path=/` }),
      go('/account', toLogin),
    ];
    expect(answersTo(steps)).toContain('login bad answer_login_refused');
  });
});

describe('a page that lets go of its token by itself', () => {
  const api = { type: 'fetch', topUrl: `${SITE}/` } as const;
  const tokenOf = (user: string) =>
    jwtOf({ sub: user, iat: Math.floor(START / 1000), exp: START / 1000 + 9e4 });
  const signIn = (token: string) =>
    go('/api/login', {
      ...api,
      method: 'POST',
      requestBody: json({ user: 'ada', password: 'correct' }),
      responseBody: json({ access_token: token }),
    });
  const use = (token: string) =>
    go('/api/me', { ...api, sends: { authorization: `Bearer ${token}` } });
  const stored = (...tokens: string[]): StorageSnapshot => ({
    kind: 'storage',
    at: (at += 20_000),
    origin: SITE,
    area: 'sessionStorage',
    dropped: 0,
    items: tokens.map((value) => ({ key: 'access_token', value, length: value.length })),
  });
  const answersAfter = (...steps: (Exchange | StorageSnapshot)[]) => {
    const analysis = new Analysis();
    for (const step of steps) {
      if ('kind' in step) analysis.addSnapshot(step);
      else analysis.addExchange(step);
    }
    return analysis.report(options).sites[0]!.answers;
  };

  it('is not told as a logout by the request before it', () => {
    const token = tokenOf('ada');
    const answers = answersAfter(signIn(token), stored(token), use(token), stored());
    const { text } = answers.find(({ question }) => question === 'logout')!;
    expect(text).toContain('the page itself let access_token go, about when GET /api/me was sent');
    expect(answers.find(({ question }) => question === 'ended')).toMatchObject({
      outcome: 'unknown',
      text: 'access_token was taken out of the web storage by a script.',
    });
  });

  it('has logged nobody out where another one stands in its place', () => {
    const [one, next] = [tokenOf('ada'), tokenOf('ada lovelace')];
    const answers = answersAfter(
      signIn(one),
      stored(one),
      use(one),
      signIn(next),
      stored(),
      stored(next),
      use(next),
    );
    expect(answers.map(({ question }) => question)).not.toContain('ended');
  });
});

describe('what an answer claims of each thing that it names', () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}`, ...sid(second) });
  const token = jwtOf({ sub: 'ada', iat: Math.floor(START / 1000), exp: START / 1000 + 9e4 });
  const api = (path: string, more: Partial<ExchangeSpec> = {}) =>
    go(path, { type: 'fetch', topUrl: `${SITE}/`, sends: bearer(token), ...more });
  const given = () => [
    login(
      {
        'set-cookie': [
          `shop_session=${second}; ${FLAGS}`,
          `refresh_token=${first}; Max-Age=2592000; ${FLAGS}`,
        ],
      },
      sid(first),
    ),
    page(second),
    api('/api/token', {
      method: 'POST',
      sends: sid(second),
      responseBody: json({ access_token: token, token_type: 'Bearer', expires_in: 90_000 }),
    }),
    api('/api/orders'),
  ];

  it('tells a session of another value from what the login gave for the first time', () => {
    const [answer] = saidOf([...visited(first), ...given()]);
    expect(answer).toMatch(/^Yes: shop_session got a new value at the login POST \/login\.$/);
  });

  it('does not say that the login gave what a script fetched after it', () => {
    const [answer] = saidOf([go('/login'), ...given()]);
    expect(answer).toMatch(/^Yes: the login POST \/login gave [^.]*shop_session/);
    expect(answer).not.toMatch(/access_token|authorization/);
  });

  it('does not say that a logout took away what a script may still hold', () => {
    const out = logout(second, {
      'set-cookie': ['shop_session=; Path=/; Max-Age=0', 'refresh_token=; Path=/; Max-Age=0'],
    });
    const answer = saidOf([go('/login'), ...given(), out, go('/')]).at(1);
    expect(answer).toMatch(/^In this browser: .* took [^.]*shop_session[^.]* away/);
    expect(answer).not.toMatch(/access_token|authorization/);
  });
});

describe('did the login give a new session id?', () => {
  it.each<[string, () => Exchange[], string[]]>([
    ['nobody logged in', () => visited(first), []],
    [
      'there was none before',
      () => [go('/login'), login(sets(first)), page(first)],
      ['login good answer_login_given'],
    ],
    [
      'another value',
      () => [...visited(first), login(sets(second), sid(first)), page(second), page(second)],
      ['login good answer_login_changed'],
    ],
    [
      'the same value',
      () => [...visited(first), login({}, sid(first)), page(first), page(first)],
      ['login bad answer_login_kept'],
    ],
    [
      'the value that an earlier login gave, once more',
      () => [
        ...visited(first),
        login(sets(second), sid(first)),
        page(second),
        logout(second, sets(first)),
        page(first),
        login(sets(second), sid(first)),
        page(second),
      ],
      ['login bad answer_login_again', 'logout unknown answer_logout_unproven'],
    ],
  ])('%s', (_, steps, answers) => {
    expect(answersTo(steps())).toEqual(answers);
  });
});

describe('did the logout end it?', () => {
  const began = () => [go('/account', toLogin), login(sets(first)), page(first), page(first)];
  it.each<[string, () => Exchange[], string]>([
    [
      'the old id is sent again and works',
      () => [...began(), logout(first, deletes), page(first)],
      'logout bad answer_logout_accepted',
    ],
    [
      'the old id is sent again and refused',
      () => [...began(), logout(first, deletes), page(first, toLogin)],
      'logout good answer_logout_refused',
    ],
    [
      'the cookie is deleted, and nothing more is seen',
      () => [...began(), logout(first, deletes), go('/')],
      'logout unknown answer_logout_unproven',
    ],
    [
      'the cookie stays, and another login replaces it',
      () => [...began(), logout(first), login(sets(second), sid(first)), page(second)],
      'logout unknown answer_logout_stayed',
    ],
    [
      'the cookie is deleted, and another login gives one',
      () => [...began(), logout(first, deletes), login(sets(second)), page(second)],
      'logout unknown answer_logout_unproven',
    ],
    [
      'no request shows whether it stayed until the next login',
      () => [...began(), logout(first), login(sets(second)), page(second)],
      'logout unknown answer_logout_unseen',
    ],
    [
      'the session is deleted, and one of less weight stays',
      () => [
        go('/', { gets: { 'set-cookie': `visit_session=${second}; ${FLAGS}` } }),
        ...began(),
        go('/logout', {
          method: 'POST',
          sends: { cookie: `shop_session=${first}; visit_session=${second}` },
          gets: deletes,
        }),
        go('/', { sends: { cookie: `visit_session=${second}` } }),
      ],
      'logout unknown answer_logout_unproven',
    ],
    [
      'the cookie stays as it was',
      () => [...began(), logout(first), go('/')],
      'logout unknown answer_logout_stayed',
    ],
    [
      'a cookie that keeps the user for weeks is left',
      () => [
        go('/account', toLogin),
        login({
          'set-cookie': [
            `shop_session=${first}; ${FLAGS}`,
            `remember_me=${second}; Max-Age=2592000; ${FLAGS}`,
          ],
        }),
        go('/account', { sends: { cookie: `shop_session=${first}; remember_me=${second}` } }),
        go('/logout', {
          method: 'POST',
          sends: { cookie: `shop_session=${first}; remember_me=${second}` },
          status: 303,
          redirectUrl: `${SITE}/`,
          gets: deletes,
        }),
      ],
      'logout bad answer_logout_left',
    ],
  ])('%s', (_, steps, answer) => {
    expect(answersTo(steps())).toContain(answer);
  });
});

describe('a login of two steps in JSON', () => {
  const [ticket, token] = [random.base62(40), random.base62(40)];
  const start = () =>
    go('/session/start', {
      method: 'POST',
      requestBody: json({ user: 'ada', password: 'correct' }),
      responseBody: json({ mfaTicket: ticket }),
    });
  const confirm = () =>
    go('/session/confirm', {
      method: 'POST',
      requestBody: json({ mfaTicket: ticket, code: '123456' }),
      responseBody: json({ access_token: token }),
    });
  const data = () => go('/data', { sends: { authorization: `Bearer ${token}` } });

  it('gave what its last step gave, and no ticket for that', () => {
    expect(saidOf([start(), confirm(), data()])[0]).toBe(
      'Yes: authorization came after the login POST /session/start, new to this browser.',
    );
  });

  it('gave the ticket where nothing else was seen in use', () => {
    expect(saidOf([start()])[0]).toBe(
      'Yes: the login POST /session/start gave mfaTicket, new to this browser.',
    );
  });
});

describe('what a password in a header answers', () => {
  it('is that the login gave nothing', () => {
    const sends = { password: '***' };
    const visit = [
      go('/data', { status: 401 }),
      go('/auth', { status: 401, sends }),
      go('/auth', { sends }),
      go('/data', { sends }),
    ];
    expect(saidOf(visit)).toEqual([
      'None was given: from the login GET /auth on, requests bring the password itself (password).',
    ]);
  });
});

describe('what HTTP authentication answers', () => {
  const authorization = `Basic ${Buffer.from('ada:correct horse').toString('base64')}`;
  const known = { sends: { authorization } };
  const asks = { status: 401, gets: { 'www-authenticate': 'Basic realm="shop"' } };
  const began = () => [go('/admin', asks), go('/admin', known), go('/admin/orders', known)];

  it('gives nothing new', () => {
    expect(saidOf(began())[0]).toMatch(/^None was given: from the login GET \/admin on/);
  });

  it('leaves a server nothing to end', () => {
    const said = saidOf([...began(), go('/logout', { ...known, ...asks, status: 200 }), go('/')]);
    expect(said[1]).toMatch(/^HTTP authentication leaves a server nothing to end/);
  });
});

describe('a page that lets its token go by itself', () => {
  it('is told as such, and no request is called a logout', () => {
    const token = id();
    const analysis = new Analysis();
    const store = (items: Record<string, string>): StorageSnapshot => ({
      kind: 'storage',
      at: (at += 20_000),
      origin: SITE,
      area: 'localStorage',
      dropped: 0,
      items: Object.entries(items).map(([key, value]) => ({ key, value, length: value.length })),
    });
    const api = (path: string, more: Partial<ExchangeSpec>) =>
      go(path, { type: 'fetch', topUrl: `${SITE}/`, ...more });
    const steps = [
      api('/api/login', {
        method: 'POST',
        requestBody: json({ user: 'ada', password: 'correct horse' }),
        responseBody: json({ access_token: token }),
      }),
      store({ access_token: token }),
      api('/api/me', { sends: { authorization: `Bearer ${token}` } }),
      api('/api/news', { status: 401 }),
      store({}),
    ];
    for (const step of steps)
      if ('kind' in step) analysis.addSnapshot(step);
      else analysis.addExchange(step);
    const { answers } = analysis.report(options).sites.find((one) => one.site === SITE)!;
    const said = answers.find(({ question }) => question === 'logout');
    expect(said?.text).toMatch(/the page itself let access_token go, about when GET \/api\/news/);
  });
});

const html = (text: string) => readBody('text/html', text);
const LOGIN_FORM = '<form method="post"><input name="user"><input type="password" name="p"></form>';
const asksFor = (more: Partial<ExchangeSpec> = {}) => ({ responseBody: html(LOGIN_FORM), ...more });
const shows = (more: Partial<ExchangeSpec> = {}) => ({
  responseBody: html('<p>Orders of Ada</p>'),
  ...more,
});
const AN_HOUR = { wait: 3_600_000 };

/** One address for everything, which shows its form to whoever is nobody. */
const front = (value: string, more: Partial<ExchangeSpec> & { wait?: number }) =>
  go('/', { sends: sid(value), ...more });
const enters = (before: string) =>
  front(before, {
    method: 'POST',
    requestBody: form('user=ada&password=correct'),
    ...shows({ gets: sets(first) }),
  });

describe('why was I logged out after a while?', () => {
  const began = () => [go('/account', toLogin), login(sets(first)), page(first), page(first)];
  const inFront = () => [front(second, asksFor()), enters(second), front(first, shows())];
  const IDLE = 'ended unknown answer_ended_idle_minutes';

  it.each<[string, () => Exchange[], string | null]>([
    ['sent to the login', () => [...began(), page(first, { ...AN_HOUR, ...toLogin })], IDLE],
    [
      'a day later',
      () => [...began(), page(first, { wait: 86_400_000, ...toLogin })],
      'ended unknown answer_ended_idle_hours',
    ],
    ['refused', () => [...began(), page(first, { ...AN_HOUR, status: 401 })], IDLE],
    [
      'the login timed out (IIS)',
      () => [...began(), page(first, { ...AN_HOUR, status: 440 })],
      IDLE,
    ],
    [
      'sent to the login from another page, with another id',
      () => [
        ...began(),
        go('/orders', {
          ...AN_HOUR,
          ...toLogin,
          sends: sid(first),
          gets: { ...toLogin.gets, ...sets(second) },
        }),
      ],
      IDLE,
    ],
    [
      'the form in the place of the page, with another id',
      () => [
        ...began(),
        page(first, shows()),
        page(first, { ...AN_HOUR, ...asksFor({ gets: sets(second) }) }),
      ],
      IDLE,
    ],
    [
      'the form at an address that had it',
      () => [...inFront(), front(first, { ...AN_HOUR, ...asksFor() })],
      IDLE,
    ],
    [
      'the form at an address that had it, at once',
      () => [...inFront(), front(first, asksFor())],
      'ended bad answer_ended_lost',
    ],
    [
      'asked for the password once more, and known by the same id',
      () => [...began(), page(first, shows()), page(first, { ...AN_HOUR, ...asksFor() })],
      null,
    ],
    ['still known', () => [...inFront(), front(first, { ...AN_HOUR, ...shows() })], null],
    [
      'logged in again since',
      () => [
        ...inFront(),
        front(first, { ...AN_HOUR, ...asksFor({ gets: sets(second) }) }),
        enters(second),
      ],
      null,
    ],
    [
      'a visitor who was nobody comes back',
      () => [...visited(first), go('/account', { ...AN_HOUR, ...toLogin, sends: sid(first) })],
      null,
    ],
  ])('%s', (_, steps, answer) => {
    const ended = answersTo(steps()).find((one) => one.startsWith('ended')) ?? null;
    expect(ended).toBe(answer);
  });

  it('is no finding: servers end such sessions on purpose', () => {
    const analysis = new Analysis();
    for (const step of [...began(), page(first, { ...AN_HOUR, ...toLogin })])
      analysis.addExchange(step);
    const report = analysis.report(options);
    expect(report.events.map(({ type }) => type)).toContain('session-lost');
    expect(report.findings.map(({ ruleId }) => ruleId)).not.toContain('session-lost');
  });
});

describe('why was I logged out?', () => {
  const began = () => [go('/account', toLogin), login(sets(first)), page(first), page(first)];
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  it.each<[string, () => Exchange[], string | null]>([
    ['nothing ended', began, null],
    ['a logout ended it', () => [...began(), logout(first, deletes)], null],
    [
      'the server takes the cookie away',
      () => [...began(), page(first, { ...toLogin, gets: { ...toLogin.gets, ...deletes } })],
      'ended bad answer_ended_cleared',
    ],
    [
      'the server does not know a live id',
      () => [
        ...began(),
        page(first, { ...toLogin, gets: { ...toLogin.gets, ...sets(second) } }),
        go('/login', { sends: sid(second) }),
      ],
      'ended bad answer_ended_lost',
    ],
    [
      'somebody has logged in again since',
      () => [
        ...began(),
        page(first, { ...toLogin, gets: { ...toLogin.gets, ...deletes } }),
        login(sets(second)),
        page(second),
      ],
      null,
    ],
    [
      'a token is sent after its end',
      () => {
        const exp = Math.floor(at / 1000) + 90;
        const token = jwtOf({ sub: 'ada', iat: exp - 60, exp });
        const api = (more: Partial<ExchangeSpec> = {}) =>
          go('/api/orders', { type: 'fetch', topUrl: `${SITE}/`, sends: bearer(token), ...more });
        return [
          go('/api/login', {
            method: 'POST',
            type: 'fetch',
            topUrl: `${SITE}/`,
            requestBody: json({ user: 'ada', password: 'correct' }),
            responseBody: json({ access_token: token, token_type: 'Bearer', expires_in: 60 }),
          }),
          api(),
          api(),
          api({ at: at + 200_000, status: 401 }),
        ];
      },
      'ended bad answer_ended_expired',
    ],
    [
      'the browser refuses what the login set',
      () => [
        go('/account', toLogin),
        login({ 'set-cookie': `__Host-shop_session=${first}; HttpOnly; Path=/` }),
        go('/account', toLogin),
      ],
      'ended bad answer_ended_refused',
    ],
  ])('%s', (_, steps, answer) => {
    const ended = answersTo(steps()).find((one) => one.startsWith('ended')) ?? null;
    expect(ended).toBe(answer);
  });
});
