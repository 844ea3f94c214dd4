import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { momentsTold } from '../../support/moments-told.js';
import { Seeded } from '../../support/seeded.js';

it.each(['/', '/account?tab=1', '/index.php?page=home'])(
  'nobody loses what a server gives to whoever logged out: %s',
  (path) => {
    const random = new Seeded('logged out');
    const site = 'https://app.test';
    const id = () => `session=${random.bytes(24).toString('hex')}`;
    const [given, next, last] = [id(), id(), id()];
    const go = (to: string, cookie: string, spec: object) =>
      exchange({ url: site + to, sends: { cookie }, ...spec });
    const set = (value: string) => ({ gets: { 'set-cookie': `${value}; HttpOnly` } });
    const to = (where: string) => ({ status: 302, redirectUrl: site + where });
    const posted = readBody('application/x-www-form-urlencoded', 'user=ada&password=x');
    const told = momentsTold([
      go('/login', id(), { method: 'POST', requestBody: posted, ...set(given), ...to(path) }),
      go(path, given, {}),
      go('/logout', given, { ...set(next), ...to('/goodbye') }),
      go('/goodbye', next, {}),
      go(path, next, { ...set(last), ...to('/login') }),
    ]);
    expect(told).toEqual(['login /login', 'logout /logout']);
  },
);

it('tells of the session that is lost, and not of what signs it', () => {
  const random = new Seeded('companion');
  const signed = () => [
    ['session.sig', random.bytes(20).toString('base64url').slice(0, 27)],
    ['session', random.bytes(24).toString('base64url')],
  ];
  const [before, after] = [signed(), signed()];
  const lines = (pairs: string[][]) => pairs.map((pair) => `${pair.join('=')}; Path=/; HttpOnly`);
  const sends = (pairs: string[][]) => ({ cookie: pairs.map((pair) => pair.join('=')).join('; ') });
  const SITE = 'https://shop.test';
  const body = readBody('application/x-www-form-urlencoded', 'user=ada&password=x');
  const account = `${SITE}/account`;
  const login = { url: `${SITE}/login`, method: 'POST', status: 303, redirectUrl: account };
  const analysis = new Analysis();
  for (const one of [
    exchange({ url: SITE, gets: { 'set-cookie': lines(before) } }),
    exchange({
      ...login,
      requestBody: body,
      sends: sends(before),
      gets: { 'set-cookie': lines(after) },
    }),
    exchange({ url: account, sends: sends(after) }),
    exchange({ url: account, sends: sends(after) }),
    exchange({ url: account, sends: sends(after), status: 302, redirectUrl: `${SITE}/login` }),
  ])
    analysis.addExchange(one);
  const report = analysis.report({ source: { kind: 'har', url: '', dropped: 0 }, version: '0' });
  const lost = report.events.filter(({ type }) => type === 'session-lost');
  const names = lost.map(
    ({ credentialId }) => report.credentials.find(({ id }) => id === credentialId)?.name,
  );
  expect(names).toEqual(['session']);
});

describe('an address that refused a session, took it and refuses it again', () => {
  const SITE = 'https://club.test';
  const value = new Seeded('unsaid acts').bytes(16).toString('hex');
  const call = (path: string, method = 'GET', status = 200) =>
    exchange({
      url: SITE + path,
      topUrl: `${SITE}/`,
      type: 'fetch',
      method,
      status,
      sends: { cookie: `club=${value}` },
    });
  const line = `club=${value}; Path=/; HttpOnly`;
  const first = exchange({ url: `${SITE}/`, gets: { 'set-cookie': line } });
  const refused = () => call('/me', 'GET', 401);
  const taken = () => call('/me');
  const sent = () => call('/x/act', 'POST');
  const isLost = (...visit: ReturnType<typeof exchange>[]) =>
    momentsTold([first, ...visit]).some((one) => one.startsWith('session-lost'));

  it('lost none where something was sent each time', () => {
    expect(isLost(refused(), sent(), taken(), call('/list'), sent(), refused())).toBe(false);
  });

  it.each([
    ['nothing was sent after it was taken', [refused(), sent(), taken(), call('/list'), refused()]],
    ['it had not been refused there', [sent(), taken(), sent(), refused()]],
    [
      'it had been refused elsewhere',
      [call('/list', 'GET', 401), sent(), taken(), sent(), refused()],
    ],
  ])('lost it where %s', (_, visit) => {
    expect(isLost(...visit)).toBe(true);
  });
});

describe('an address that wants a right', () => {
  const SITE = 'https://club.test';
  const value = new Seeded('rights').bytes(16).toString('hex');
  const posted = readBody('application/x-www-form-urlencoded', 'user=ada&password=x');
  const login = exchange({
    url: `${SITE}/login`,
    method: 'POST',
    status: 302,
    redirectUrl: `${SITE}/home`,
    requestBody: posted,
    gets: { 'set-cookie': `club=${value}; Path=/; HttpOnly` },
  });
  const go = (path: string, spec: object = {}) =>
    exchange({ url: SITE + path, sends: { cookie: `club=${value}` }, ...spec });
  const call = (path: string, spec: object = {}) => go(path, { type: 'fetch', ...spec });
  const wayOut = readBody('text/html', '<p>For administrators.</p><a href="/logout">Log out</a>');
  const losses = (...visit: ReturnType<typeof exchange>[]) =>
    momentsTold([login, go('/home'), ...visit]).filter((one) => one.startsWith('session-lost'));

  it('loses nobody the session who is offered to log out', () => {
    expect(losses(go('/admin', { status: 401, responseBody: wayOut }))).toEqual([]);
  });

  it('lost none that is live at what it opened before', () => {
    expect(losses(call('/me'), call('/admin', { status: 401 }), call('/me'))).toEqual([]);
    expect(losses(go('/admin', { status: 401 }), go('/home', { responseBody: wayOut }))).toEqual(
      [],
    );
  });

  it('leaves a loss where only a page for anybody came after it', () => {
    expect(losses(call('/admin', { status: 401 }), go('/news'))).toHaveLength(1);
  });

  it('leaves that of servers which do not share their sessions', () => {
    const me = (status: number) => call('/me', { status });
    expect(losses(me(200), me(401), me(200))).toHaveLength(1);
  });
});

describe('whoever is sent to the login from where he never was', () => {
  const SITE = 'https://club.test';
  const random = new Seeded('sent to login');
  const before = random.bytes(16).toString('hex');
  const START = exchange({ url: SITE }).startedAt;
  const go = (path: string, minutes: number, spec: object = {}) =>
    exchange({
      url: SITE + path,
      at: START + minutes * 60_000,
      sends: { cookie: `club=${before}` },
      ...spec,
    });
  const posted = readBody('application/x-www-form-urlencoded', 'user=ada&password=x');
  const first = exchange({
    url: `${SITE}/`,
    at: START,
    gets: { 'set-cookie': `club=${before}; Path=/; HttpOnly` },
  });
  const login = go('/login', 1, {
    method: 'POST',
    status: 302,
    redirectUrl: `${SITE}/home`,
    requestBody: posted,
    gets: { 'set-cookie': `name=ada; Path=/` },
  });
  const sent = { status: 302, redirectUrl: `${SITE}/login` };
  const losses = (...visit: ReturnType<typeof exchange>[]) =>
    momentsTold([first, ...visit]).filter((one) => one.startsWith('session-lost'));

  it('has lost a session that was kept at the login, after a while', () => {
    expect(losses(login, go('/home', 2), go('/orders', 40, sent))).toHaveLength(1);
  });

  it('may only lack a right, at once', () => {
    expect(losses(login, go('/home', 2), go('/admin', 2.2, sent))).toEqual([]);
  });

  it('has lost none where nobody logged in', () => {
    expect(losses(go('/home', 2), go('/orders', 40, sent))).toEqual([]);
  });
});
