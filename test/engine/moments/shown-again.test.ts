import { describe, expect, it } from 'vitest';
import type { AfterLogout, Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec, START } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

const random = new Seeded('shown-again');
const SITE = 'https://yard.example';
const FLAGS = 'Path=/; HttpOnly; Secure; SameSite=Lax';
const old = random.bytes(16).toString('hex');
const sends = { cookie: `sid=${old}` };
const html = (text: string) => readBody('text/html', `<!doctype html><p>${text}</p>`);
const json = (value: object) => readBody('application/json', JSON.stringify(value));
const FORM = readBody('text/html', '<form><input name=n><input type=password name=p></form>');
const toLogin = { status: 302, redirectUrl: `${SITE}/login`, gets: { location: '/login' } };

let at = START;
const go = (path: string, more: Omit<ExchangeSpec, 'url'> = {}): Exchange =>
  exchange({ url: SITE + path, at: (at += 2_000), takes: 50, ...more });
const login = () =>
  go('/login', {
    method: 'POST',
    requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&password=correct'),
    status: 303,
    redirectUrl: `${SITE}/home`,
    gets: { 'set-cookie': `sid=${old}; ${FLAGS}`, location: '/home' },
  });
const logout = () =>
  go('/logout', {
    method: 'POST',
    sends,
    status: 303,
    redirectUrl: `${SITE}/bye`,
    gets: { 'set-cookie': 'sid=; Path=/; Max-Age=0' },
  });
const page = (path: string, more: Omit<ExchangeSpec, 'url'> = {}) =>
  go(path, { responseBody: html(path), ...more });
const api = (path: string, more: Omit<ExchangeSpec, 'url'> = {}) =>
  go(path, { type: 'fetch', responseBody: json({ rows: [1] }), ...more });
const ask = (operationName: string, responseBody: Exchange['response'], more = {}) =>
  go('/graphql', {
    method: 'POST',
    type: 'fetch',
    requestBody: json({ operationName, query: `query ${operationName} { x { y } }` }),
    ...(responseBody?.body && { responseBody: responseBody.body }),
    ...more,
  });
const body = (value: object) => ({ status: 200, headers: [], body: json(value) });
const me = body({ data: { me: { name: 'Ada', orders: [1, 2, 3] } } });
const denied = body({ data: null, errors: [{ message: 'Not authenticated' }] });

function read(steps: readonly Exchange[]) {
  const analysis = new Analysis();
  for (const step of steps) analysis.addExchange(step);
  return analysis;
}
function words(steps: readonly Exchange[], name = 'sid'): (keyof AfterLogout)[] {
  const found = read(steps)
    .credentials()
    .find((one) => one.name === name);
  return Object.keys(found?.behaviour.afterLogout ?? {}).toSorted() as (keyof AfterLogout)[];
}

describe('what was shown to a user, and is shown to the old value after the logout', () => {
  it.each<[string, () => Exchange[], (keyof AfterLogout)[]]>([
    [
      'the same page',
      () => [login(), page('/home', { sends }), logout(), page('/home', { sends })],
      ['answered', 'shownAgain'],
    ],
    [
      'the same data',
      () => [login(), api('/orders', { sends }), logout(), api('/orders', { sends })],
      ['answered', 'shownAgain'],
    ],
    [
      'the same page, after one that is for everybody',
      () => [
        page('/'),
        login(),
        page('/home', { sends }),
        logout(),
        page('/', { sends }),
        page('/home', { sends }),
      ],
      ['answered', 'shownAgain'],
    ],
    [
      'a page that was shown before the login',
      () => [page('/home'), login(), page('/home', { sends }), logout(), page('/home', { sends })],
      ['answered'],
    ],
    [
      'a page that is shown without it after the logout',
      () => [login(), page('/home', { sends }), logout(), page('/home'), page('/home', { sends })],
      ['answered'],
    ],
    [
      'another page',
      () => [login(), page('/home', { sends }), logout(), page('/about', { sends })],
      ['answered'],
    ],
    [
      'a page that the browser had kept',
      () => {
        const steps = [login(), page('/home', { sends }), logout()];
        const again = page('/home', { sends });
        return [...steps, { ...again, response: { ...again.response!, fromCache: true } }];
      },
      [],
    ],
  ])('%s', (_what, steps, said) => {
    at = START;
    expect(words(steps())).toEqual(said);
  });

  it('is said, makes no A+, and is no finding', () => {
    at = START;
    const steps = [login(), page('/home', { sends }), logout(), page('/home', { sends })];
    const report = read(steps).report(options);
    const site = report.sites[0]!;
    expect(site.grade).not.toBe('A+');
    expect(site.unknown).toContain('whether others get what was shown to sid after the logout');
    const answer = site.answers.find(({ question }) => question === 'logout');
    expect(answer).toMatchObject({ outcome: 'unknown' });
    expect(answer!.text).toContain('GET /home was answered to the old sid, too');
    expect(report.findings.map(({ ruleId }) => ruleId)).not.toContain('session-survives-logout');
  });

  it('says nothing by an earlier logout of the last', () => {
    at = START;
    const first = [
      login(),
      page('/home', { sends }),
      logout(),
      page('/home', { sends, ...toLogin }),
    ];
    const again = [login(), page('/home', { sends }), logout()];
    const answerTo = (steps: Exchange[]) =>
      read(steps)
        .report(options)
        .sites[0]!.answers.find(({ question }) => question === 'logout')!.outcome;
    expect(answerTo(first)).toBe('good');
    expect(answerTo([...first, ...again])).toBe('unknown');
  });
});

describe('who is turned away', () => {
  it.each<[string, () => Exchange[], (keyof AfterLogout)[]]>([
    [
      'by a form for a password where there was none',
      () => [
        login(),
        page('/home', { sends }),
        logout(),
        go('/home', { sends, responseBody: FORM }),
      ],
      ['refused'],
    ],
    [
      'not by a form that was there before',
      () => {
        const asks = { sends, responseBody: FORM };
        return [login(), go('/settings', asks), logout(), go('/settings', asks)];
      },
      [],
    ],
    [
      'where a script asks for the session',
      () => [
        api('/api/session', { status: 401 }),
        login(),
        api('/api/session', { sends }),
        logout(),
        api('/api/session', { sends }),
      ],
      ['accepted'],
    ],
    [
      'not by a wrong password for a session',
      () => [
        api('/api/session', { method: 'POST', status: 401 }),
        login(),
        api('/api/session', { sends }),
        logout(),
        api('/api/session', { sends }),
      ],
      ['answered', 'shownAgain'],
    ],
    [
      'by GraphQL, whatever the status is',
      () => [login(), ask('Me', me, { sends }), logout(), ask('Me', denied, { sends })],
      ['refused'],
    ],
    [
      'not by GraphQL that answers as it did before',
      () => [
        ask('Me', denied),
        login(),
        ask('Me', me, { sends }),
        logout(),
        ask('Me', me, { sends }),
      ],
      ['accepted'],
    ],
    [
      'in another operation at the same address',
      () => [
        ask('Me', denied),
        login(),
        ask('Me', me, { sends }),
        ask('Goods', body({ data: { goods: [1] } })),
        logout(),
        ask('Goods', body({ data: { goods: [1] } }), { sends }),
      ],
      ['answered'],
    ],
  ])('%s', (_what, steps, said) => {
    at = START;
    expect(words(steps())).toEqual(said);
  });

  it('is the page of an address that has the session in its path', () => {
    at = START;
    const url = (path: string) => `${path};jsessionid=${old.toUpperCase()}`;
    const given = login();
    const steps = [
      { ...given, redirectUrl: SITE + url('/home'), response: { status: 302, headers: [] } },
      page(url('/home')),
      page(url('/orders')),
      go(url('/logout'), { status: 302, redirectUrl: `${SITE}/bye` }),
      go('/home', toLogin),
      page(url('/home')),
    ];
    expect(words(steps, 'jsessionid')).toEqual(['accepted']);
  });
});
