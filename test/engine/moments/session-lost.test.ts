import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { HttpVisit } from '../../support/http-visit.js';
import { momentsTold } from '../../support/moments-told.js';
import { Seeded } from '../../support/seeded.js';
import { startFarm } from '../../support/session-farm.js';
import { exchange, START } from '../../support/exchange.js';

const LOGIN = { method: 'POST', form: { user: 'ada', password: 'correct horse' } };

/** Logs in and uses the shop for a while; returns the moments that the engine saw. */
async function momentsOf(
  farm: { shared: boolean; greets: boolean },
  steps: (visit: HttpVisit, url: string) => Promise<void>,
) {
  const { url, close } = await startFarm(farm);
  const visit = new HttpVisit(START);
  try {
    await steps(visit, url);
  } finally {
    await close();
  }
  const analysis = new Analysis();
  for (const seen of visit.exchanges) analysis.addExchange(seen);
  const report = analysis.report({ source: { kind: 'har', url, dropped: 0 }, version: '0' });
  return report.events.filter(({ type }) => ['login', 'logout', 'session-lost'].includes(type));
}

const useIt = async (visit: HttpVisit, url: string) => {
  await visit.go(`${url}/login`);
  await visit.go(`${url}/login`, LOGIN);
  for (let n = 0; n < 4; n++) await visit.go(`${url}/${n % 2 ? 'orders' : 'account'}`);
};

describe.each([true, false])(
  'two servers behind a round-robin proxy (session before login: %s)',
  (greets) => {
    it('lose the session where each has a store of its own', async () => {
      const moments = await momentsOf({ shared: false, greets }, useIt);
      expect(moments.map(({ type }) => type)).toContain('session-lost');
      const lost = moments.find(({ type }) => type === 'session-lost')!;
      expect(lost.credentialId).toMatch(/^c\d+$/);
      expect(lost.detail.newId === true || !greets).toBe(true);
    });

    it('keep it where they share one store', async () => {
      const moments = await momentsOf({ shared: true, greets }, useIt);
      expect(moments.map(({ type }) => type)).toEqual(['login']);
    });

    it('lose nothing at a logout, nor by coming back late', async () => {
      const moments = await momentsOf({ shared: true, greets }, async (visit, url) => {
        await useIt(visit, url);
        await visit.go(`${url}/logout`, { method: 'POST' });
        await visit.go(`${url}/account`);
        await visit.go(`${url}/login`, LOGIN);
        visit.wait(3_600_000);
        await visit.go(`${url}/account`);
      });
      expect(moments.map(({ type }) => type)).toEqual(['login', 'logout', 'login']);
    });
  },
);

describe('a login that does not hold', () => {
  const random = new Seeded('no-hold');
  const value = () => random.bytes(16).toString('hex');

  it.each([
    ['a page that leads back', '/app/home', '/app/login', true],
    ['a page that leads back under another name', '/konto', '/anmelden', true],
    ['a page that welcomes', '/app/home', undefined, false],
    ['a page that leads to the first one', '/app/enter', '/app/home', false],
    ['the next page of the login itself', '/login/check', '/login/done', false],
  ])('is lost at %s', (_, landing, next, lost) => {
    const [other, before, given, after] = [value(), value(), value(), value()];
    const cookie = (id: string) => `TICKET=${other}; TICKET=${id}`;
    const set = (id: string) => ({ 'set-cookie': `TICKET=${id}; Path=/; HttpOnly; Secure` });
    const analysis = new Analysis();
    const go = (at: number, path: string, more: object) =>
      analysis.addExchange(exchange({ url: `https://app.test${path}`, at: START + at, ...more }));
    go(1_000, '/login', { sends: { cookie: cookie(before) } });
    const to = (path: string) => ({ status: 302, redirectUrl: `https://app.test${path}` });
    go(2_000, '/login', {
      method: 'POST',
      requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&password=x'),
      sends: { cookie: cookie(before) },
      gets: set(given),
      ...to(landing),
    });
    go(3_000, landing, {
      sends: { cookie: cookie(given) },
      gets: set(after),
      ...(next ? to(next) : {}),
    });
    const report = analysis.report({
      source: { kind: 'har', url: 'https://app.test/', dropped: 0 },
      version: '0',
    });
    const told = report.events.map(({ type }) => type);
    expect(told).toContain('login');
    expect(told.includes('session-lost')).toBe(lost);
  });
});

describe('a password that is not taken', () => {
  const random = new Seeded('not taken');
  const sent = (form: string) => ({
    requestBody: readBody('application/x-www-form-urlencoded', form),
  });

  it.each([
    ['seen', '/enter', sent('who=ada&pass=wrong')],
    ['not seen', '/enter', {}],
    ['not seen, at an address with its reason', '/enter', { reason: '?failed=1' }],
    ['in a front controller', '/index.php?page=check', sent('pass=wrong')],
  ])('ends no session of nobody: the form %s', (_, path, { reason = '', ...more }: Posted) => {
    const site = 'https://app.test';
    let session = '';
    const go = (to: string, spec: object, renewed = false) => {
      const sends: Record<string, string> = session ? { cookie: session } : {};
      if (renewed) session = `session=${random.bytes(48).toString('base64url')}`;
      const gets: Record<string, string> = renewed ? { 'set-cookie': `${session}; HttpOnly` } : {};
      return exchange({ url: site + to, sends, gets, ...spec });
    };
    const again = { status: 302, redirectUrl: `${site}/login.html${reason}` };
    const form = '<form action="/enter" method="post"><input type="password" name="pass"></form>';
    const page = more.requestBody ? { responseBody: readBody('text/html', form) } : {};
    const told = momentsTold([
      go('/private/', again, true),
      go('/login.html', page),
      go(path, { method: 'POST', ...again, ...more }, true),
      go(`/login.html${reason}`, page),
    ]);
    expect(told).toEqual([]);
  });
});

interface Posted {
  reason?: string;
  requestBody?: ReturnType<typeof readBody>;
}

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
