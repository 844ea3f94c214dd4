import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { json } from '../../support/bodies.js';
import type { ExchangeSpec } from '../../support/exchange.js';
import { hex, SITE, told, visit } from '../../support/one-login.js';

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
