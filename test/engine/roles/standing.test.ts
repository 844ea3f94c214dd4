import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const SITE = 'https://box.test';
const random = new Seeded('standing');
const hex = () => random.bytes(16).toString('hex');
const FORM = 'application/x-www-form-urlencoded';
const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, topUrl: `${SITE}/`, ...more });
const json = (value: unknown) => readBody('application/json', JSON.stringify(value));

/** A visit with cookies that the first page gives, and a login that gives no other. */
function visit(lines: readonly string[], login: Partial<ExchangeSpec> = {}): Exchange[] {
  const sends = { cookie: lines.map((line) => line.split(';', 1)[0]).join('; ') };
  return [
    at('/', { gets: { 'set-cookie': [...lines] } }),
    at('/list', { sends, status: 302, redirectUrl: `${SITE}/logon` }),
    at('/list', {
      method: 'POST',
      sends,
      requestBody: readBody(FORM, 'user=ada&password=a'),
      responseBody: readBody('text/html', '<h1>Hello, Ada</h1>'),
      ...login,
    }),
    at('/list', { sends, responseBody: readBody('text/html', '<h1>All</h1>') }),
  ];
}

function told(exchanges: readonly Exchange[]) {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  const source = { kind: 'har', url: SITE, dropped: 0 } as const;
  const { sites } = analysis.report({ source, version: '0' });
  const roles = analysis.credentials().map(({ name, role }) => [name, role]);
  return { mechanism: sites[0]?.mechanism, roles: Object.fromEntries(roles) as object };
}

describe('the one cookie that a login was sent', () => {
  it.each<[string, string, string]>([
    ['PHP’s, named by its installation', `photos=${hex().slice(0, 26)}; path=/`, 'photos'],
    ['a name of letters', `qx=${hex()}; Path=/; SameSite=Lax`, 'qx'],
    ['one that stays for a week', `wiki=${hex()}; Path=/; Max-Age=604800`, 'wiki'],
    ['one that stays for two years', `photos=${hex()}; path=/; Max-Age=63072000`, 'photos'],
    ['the same, hidden', `photos=${hex()}; path=/; Max-Age=63072000; HttpOnly`, 'photos'],
    ['one of base64', `board=${random.bytes(24).toString('base64url')}; Path=/`, 'board'],
  ])('is its session, whatever it is called: %s', (_, line, name) => {
    const { mechanism, roles } = told(visit([line]));
    expect([mechanism, roles]).toEqual(['session-cookie', { [name]: 'session' }]);
  });

  it('is the one that ends sooner, where others stay for years', () => {
    const lines = [`photos=${hex()}; Path=/`, `browser=${hex()}; Path=/; Max-Age=63072000`];
    expect(told(visit(lines)).roles).toMatchObject({ photos: 'session', browser: 'tracking' });
  });

  it('is none where two stay for years, and nothing tells them apart', () => {
    const lines = ['a', 'b'].map((name) => `${name}q=${hex()}; Path=/; Max-Age=63072000`);
    expect(told(visit(lines)).roles).toEqual({ aq: 'tracking', bq: 'tracking' });
  });

  it('is it beside what is something else', () => {
    const lines = [
      `photos=${hex()}; Path=/`,
      'theme=dark; Path=/',
      `_ga=GA1.2.${'1'.repeat(9)}.17; Path=/`,
    ];
    expect(told(visit(lines)).roles).toMatchObject({ photos: 'session', theme: 'preference' });
  });

  it.each<[string, Exchange[]]>([
    ['nobody logged in', visit([`photos=${hex()}; Path=/`]).slice(0, 2)],
    ['the server said no', visit([`photos=${hex()}; Path=/`], { status: 403 })],
    [
      'the form came again behind the login',
      visit([`photos=${hex()}; Path=/`], {
        responseBody: readBody('text/html', '<input type="password" name="password">'),
      }),
    ],
    [
      'the login gave a session',
      visit([`photos=${hex()}; Path=/`], {
        gets: { 'set-cookie': `box=${hex()}; Path=/; HttpOnly` },
      }),
    ],
    [
      'the login gave a token',
      visit([`photos=${hex()}; Path=/`], {
        type: 'fetch',
        responseBody: json({ access_token: hex() }),
      }),
    ],
    ['there are two', visit([`photos=${hex()}; Path=/`, `albums=${hex()}; Path=/`])],
    ['it can be guessed', visit(['photos=summer-2026; Path=/'])],
    ['its name says what it is', visit([`csrf_secret=${hex()}; Path=/`])],
    [
      'a script set it',
      visit([`photos=${hex()}; Path=/`]).map((one) => ({
        ...one,
        response: { ...one.response!, headers: [] },
      })),
    ],
  ])('is none where %s', (_, exchanges) => {
    expect(Object.entries(told(exchanges).roles)).not.toContainEqual(['photos', 'session']);
    expect(Object.entries(told(exchanges).roles)).not.toContainEqual(['csrf_secret', 'session']);
  });

  it('is none any more when something else turns out to be', () => {
    const seen = visit([`photos=${hex()}; Path=/`]);
    const call = at('/api', { type: 'fetch', sends: { authorization: `Bearer ${hex()}${hex()}` } });
    expect(told(seen).roles).toEqual({ photos: 'session' });
    expect(told([...seen, call]).roles).toMatchObject({ photos: 'other' });
  });
});

describe('a session by its name alone', () => {
  const confidenceOf = (exchanges: readonly Exchange[], wanted: string) => {
    const analysis = new Analysis();
    for (const one of exchanges) analysis.addExchange(one);
    return analysis.credentials().find(({ name }) => name === wanted)?.confidence ?? 0;
  };
  const NAMES = ['MILL_SESSION', 'sid', 'app-sessid', 'auth'];

  it.each(NAMES)('is one for sure where a login was sent %s and gave nothing', (name) => {
    expect(confidenceOf(visit([`${name}=${hex()}; Path=/`]), name)).toBeGreaterThan(0.6);
  });

  it.each(NAMES)('stays a guess where nobody logged in: %s', (name) => {
    const [first] = visit([`${name}=${hex()}; Path=/`]);
    expect(confidenceOf([first!], name)).toBeLessThan(0.5);
  });

  it('stays a guess where another may be it as well', () => {
    const lines = [`MILL_SESSION=${hex()}; Path=/`, `sid=${hex()}; Path=/`];
    expect(confidenceOf(visit(lines), 'sid')).toBeLessThan(0.5);
  });

  it('stays a guess where the login gave something', () => {
    const given = { gets: { 'set-cookie': `ticket=${hex()}; Path=/; HttpOnly` } };
    const all = visit([`MILL_SESSION=${hex()}; Path=/`], given);
    expect(told(all).roles).toMatchObject({ MILL_SESSION: 'other', ticket: 'session' });
  });
});

describe('a session that only looks like one', () => {
  const HIDDEN = '; Path=/; HttpOnly; Secure; SameSite=Lax';
  const seen = (exchanges: readonly Exchange[], wanted: string) => {
    const analysis = new Analysis();
    for (const one of exchanges) analysis.addExchange(one);
    const one = analysis.credentials().find(({ name }) => name === wanted);
    const { findings } = analysis.report({
      source: { kind: 'har', url: SITE, dropped: 0 },
      version: '0',
    });
    const kept = findings.find(({ ruleId }) => ruleId === 'session-not-rotated-at-login');
    return { role: one?.role, confidence: one?.confidence ?? 0, kept: kept?.severity };
  };
  const call = (more: Partial<ExchangeSpec>): Partial<ExchangeSpec> => ({ type: 'fetch', ...more });

  it.each<[string, Exchange[]]>([
    ['a form', visit([`club=${hex()}${HIDDEN}`])],
    [
      'a script',
      visit(
        [`club=${hex()}${HIDDEN}`],
        call({
          requestBody: json({ user: 'ada', password: 'a' }),
          responseBody: json({ ok: true, name: 'Ada' }),
        }),
      ),
    ],
    ['a form, and stays for a week', visit([`club=${hex()}; Max-Age=604800${HIDDEN}`])],
    ['a form, beside a choice', visit([`club=${hex()}${HIDDEN}`, 'theme=dark; Path=/'])],
  ])('is one for sure where a login was sent it by %s and gave nothing', (_, exchanges) => {
    expect(seen(exchanges, 'club')).toMatchObject({ role: 'session', kept: 'high' });
    expect(seen(exchanges, 'club').confidence).toBeGreaterThan(0.6);
  });

  it.each<[string, Exchange[]]>([
    ['nobody logged in', visit([`club=${hex()}${HIDDEN}`]).slice(0, 2)],
    [
      'another that is hidden may be it',
      visit([`club=${hex()}${HIDDEN}`, `gate=${hex()}${HIDDEN}`]),
    ],
    ['another that is not may be it', visit([`club=${hex()}${HIDDEN}`, `gate=${hex()}; Path=/`])],
  ])('stays a guess where %s', (_, exchanges) => {
    const { confidence, kept } = seen(exchanges, 'club');
    expect(confidence).toBeLessThan(0.5);
    expect(['low', undefined]).toContain(kept);
  });

  it('is none where the login gave a token', () => {
    const gives = call({ responseBody: json({ access_token: hex() }) });
    expect(seen(visit([`club=${hex()}${HIDDEN}`], gives), 'club')).toMatchObject({
      role: 'other',
      kept: undefined,
    });
  });
});
