import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import type { LoginForm } from '../../../src/engine/model.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';

const HTTP = 'http://shop.example';
const HTTPS = 'https://shop.example';
const ASKS: ReadonlySet<string> = new Set(['password-over-http', 'login-page-over-http']);

const post = (more: ExchangeSpec) =>
  exchange({
    method: 'POST',
    sends: { 'content-type': 'application/x-www-form-urlencoded' },
    ...more,
  });
const form = (pageUrl: string, actionUrl: string, at: number): LoginForm => ({
  kind: 'login-form',
  at,
  pageUrl,
  actionUrl,
  method: 'POST',
  fields: [{ name: 'p', type: 'password' }],
});

const found = (analysis: Analysis) =>
  analysis
    .report({ source: { kind: 'har', url: '', dropped: 0 }, version: '0' })
    .findings.map(({ ruleId }) => ruleId)
    .filter((ruleId) => ASKS.has(ruleId));

type Told = [page: string, action: string, url: string];

describe('a form with a password, and a request whose body nobody saw', () => {
  const cases: [string, Told, string[]][] = [
    ['sent by http', [`${HTTP}/in`, `${HTTP}/in`, `${HTTP}/in`], ['password-over-http']],
    ['sent by https', [`${HTTPS}/in`, `${HTTPS}/in`, `${HTTPS}/in`], []],
    ['from a page by http', [`${HTTP}/in`, `${HTTPS}/in`, `${HTTPS}/in`], ['login-page-over-http']],
    ['another address', [`${HTTP}/in`, `${HTTP}/in`, `${HTTP}/cart`], []],
  ];
  const orders = [-20, 20, 4_000, -4_000];
  it.each(cases.flatMap((one) => orders.map((apart) => [...one, apart] as const)))(
    '%s: %o',
    (_what, [page, action, url], expected, apart) => {
      const analysis = new Analysis();
      const request = post({ url });
      analysis.addExchange(request);
      analysis.addLoginForm(form(page, action, request.startedAt + apart));
      expect(found(analysis)).toEqual(expected);
    },
  );

  it('is none where the two lie too far apart', () => {
    const analysis = new Analysis();
    const request = post({ url: `${HTTP}/in` });
    analysis.addExchange(request);
    analysis.addLoginForm(form(`${HTTP}/in`, `${HTTP}/in`, request.startedAt + 60_000));
    expect(found(analysis)).toEqual([]);
  });

  it('is known after the worker was stopped between them', () => {
    const before = new Analysis();
    const request = post({ url: `${HTTP}/in` });
    before.addExchange(request);
    const saved = JSON.parse(JSON.stringify(before.save())) as ReturnType<Analysis['save']>;
    const after = Analysis.restore(saved);
    after.addLoginForm(form(`${HTTP}/in`, `${HTTP}/in`, request.startedAt + 100));
    expect(found(after)).toEqual(['password-over-http']);
  });
});
