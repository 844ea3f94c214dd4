import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, START } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { options } from '../../support/told-analysis.js';
import { tried } from '../../support/tried.js';

const TOKEN = jwtOf({ sub: 'ada' });
const NEXT = jwtOf({ sub: 'ada', iat: 1 });

const use = (token: string, n = 0) =>
  exchange({
    url: 'https://shop.test/api',
    at: START + n * 60_000,
    sends: { authorization: `Bearer ${token}` },
  });

const weak = (analysis: Analysis) =>
  analysis.findings().filter(({ ruleId }) => ruleId === 'jwt-weak-secret');
const tokenOf = (analysis: Analysis) => analysis.report(options).credentials[0];

describe('a trial', () => {
  it('becomes a finding, whether it comes before its value or after it', () => {
    const before = new Analysis();
    before.addTried(tried(TOKEN, { length: 6 }));
    expect(weak(before)).toEqual([]);
    const used = use(TOKEN);
    before.addExchange(used);
    const after = new Analysis();
    after.addExchange(used);
    after.addTried(tried(TOKEN, { length: 6 }));
    expect(weak(before)).toHaveLength(1);
    expect(after.report(options)).toEqual(before.report(options));
  });

  it('is kept when the analysis is saved', () => {
    const analysis = new Analysis();
    analysis.addExchange(use(TOKEN));
    analysis.addTried(tried(TOKEN, { length: 6 }));
    const restored = Analysis.restore(JSON.parse(JSON.stringify(analysis.save())));
    expect(weak(restored)).toHaveLength(1);
    expect(restored.untried()).toEqual([]);
  });

  it('is due once for each value that a secret signed, and not for the next one of its kind', () => {
    const analysis = new Analysis();
    analysis.addExchange(use(TOKEN));
    const [{ fingerprint } = { fingerprint: '' }, ...others] = analysis.untried();
    expect([fingerprint, others]).toEqual([tried(TOKEN, null).fingerprint, []]);
    analysis.addTried(tried(TOKEN, null, 'file'));
    expect(analysis.untried()).toHaveLength(1);
    analysis.addTried(tried(TOKEN, null));
    expect(analysis.untried()).toEqual([]);
    analysis.addExchange(use(NEXT, 1));
    expect(analysis.untried()).toEqual([]);
  });

  it('is told of a credential, with how it is signed', () => {
    const analysis = new Analysis();
    analysis.addExchange(use(TOKEN));
    expect(tokenOf(analysis)?.signature).toEqual({
      scheme: 'HS256',
      secret: true,
      tried: 0,
      fits: null,
    });
    analysis.addTried(tried(TOKEN, null, 'built-in', 7));
    expect(tokenOf(analysis)?.signature).toMatchObject({ tried: 7, fits: null });
    expect(analysis.signed(tokenOf(analysis)!.id)?.jws).toBe(TOKEN);
    expect(analysis.signed('c99')).toBeUndefined();
  });

  it('takes nothing from a grade by not having been made', () => {
    const analysis = new Analysis();
    analysis.addExchange(use(TOKEN));
    const settings = { disabledRules: ['hsts-missing'] };
    const { unknown, checks } = analysis.report({ ...options, settings }).sites[0]!;
    expect(checks.unknown).toBeGreaterThan(0);
    expect(unknown.filter((word) => word.includes('secret'))).toEqual([]);
    expect(unknown.filter((word) => word.startsWith('what tells'))).toEqual([]);
  });

  it('is not due for what a key pair signed', () => {
    const analysis = new Analysis();
    analysis.addExchange(use(jwtOf({}, { alg: 'RS256' })));
    expect(analysis.untried()).toEqual([]);
    expect(tokenOf(analysis)?.signature).toMatchObject({ scheme: 'RS256', secret: false });
  });
});
