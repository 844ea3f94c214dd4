import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec, START } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

const SITE = 'https://desk.example';
const random = new Seeded('after-logout-alone');
const id = () => random.bytes(16).toString('hex');
const YEAR = 'Max-Age=31536000; ';
const FORM = readBody('text/html', '<form><input name=n><input name=p type=password></form>');

/** A login that gives two cookies, a logout that takes the first, and what comes then. */
function visit(extra: string, lasting: string, then: Omit<ExchangeSpec, 'at'>[]) {
  const [desk, kept] = [id(), `extra=${extra}`];
  const flags = 'Path=/; HttpOnly; Secure; SameSite=Lax';
  const both = { cookie: `desk=${desk}; ${kept}` };
  const steps: Omit<ExchangeSpec, 'at'>[] = [
    { url: `${SITE}/login` },
    {
      url: `${SITE}/login`,
      method: 'POST',
      requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&password=correct'),
      status: 303,
      redirectUrl: `${SITE}/home`,
      gets: {
        location: '/home',
        'set-cookie': [`desk=${desk}; ${flags}`, `${kept}; ${lasting}${flags}`],
      },
    },
    { url: `${SITE}/home`, sends: both },
    { url: `${SITE}/api/me`, type: 'fetch', sends: both },
    {
      url: `${SITE}/logout`,
      method: 'POST',
      sends: both,
      status: 303,
      redirectUrl: `${SITE}/login`,
      gets: { location: '/login', 'set-cookie': 'desk=; Path=/; Max-Age=0' },
    },
    ...then.map((one) => ({ sends: { cookie: kept }, ...one })),
  ];
  const analysis = new Analysis();
  steps.forEach((step, at) => analysis.addExchange(exchange({ ...step, at: START + at * 2_000 })));
  return analysis.report(options);
}

const toLogin = {
  url: `${SITE}/home`,
  status: 302,
  redirectUrl: `${SITE}/login`,
  gets: { location: '/login' },
};
const askedAgain = { url: `${SITE}/`, responseBody: FORM };
const told = (report: ReturnType<typeof visit>) => {
  const answer = report.sites[0]!.answers.find(({ question }) => question === 'logout')!;
  const extra = report.credentials.find(({ name }) => name === 'extra')!;
  return { outcome: answer.outcome, said: answer.text, role: extra.role };
};

describe('what a logout leaves, and what is asked for without the rest', () => {
  it.each([
    ['sent to log in', toLogin],
    ['shown the form of a login', askedAgain],
  ])('logs nobody in where whoever has it alone is %s', (_, then) => {
    const report = visit(id(), YEAR, [then]);
    expect(told(report)).toMatchObject({ outcome: 'unknown', role: 'other' });
    expect(told(report).said).not.toMatch(/is logged in|extra/);
    const ids = report.findings.map(({ ruleId }) => ruleId);
    expect(ids).not.toContain('logout-keeps-storage');
    expect(ids).not.toContain('remember-me-lifetime-too-long');
  });

  it('may log in where nothing was asked for: a guess, told as one', () => {
    const { outcome, said } = told(visit(id(), YEAR, [{ url: `${SITE}/help` }]));
    expect(outcome).toBe('unknown');
    expect(said).toMatch(/left extra in the browser\. If that is there to spare a login/);
  });

  it('does not prove that the server ended anything, nor lead the verdict', () => {
    const report = visit(id(), '', [toLogin]);
    expect(told(report).said).toMatch(/took desk away/);
    expect(report.sites[0]!.sentence).toContain('the cookie desk');
  });

  it('is no credential where it lists ids of accounts', () => {
    const list = encodeURIComponent(JSON.stringify(['2f1c9a44-0b63-4a52-9d3e-5f0a1b7c8d90']));
    const report = visit(list, YEAR, [{ url: `${SITE}/help` }]);
    expect(report.credentials.find(({ name }) => name === 'extra')?.role).not.toBe('remember-me');
  });
});

describe('a logout that writes a word in the place of the session', () => {
  it.each(['-1', 'guest', 'abgemeldet', 'nicht_angemeldet', '로그아웃', '1'])(
    'ends it: %s',
    (word) => {
      const [desk, flags] = [id(), 'Path=/; HttpOnly; Secure'];
      const analysis = new Analysis();
      const go = (path: string, more: Partial<ExchangeSpec> = {}) =>
        analysis.addExchange(exchange({ url: SITE + path, ...more }));
      const form = readBody('application/x-www-form-urlencoded', 'user=ada&password=correct');
      const gives = (value: string) => ({ gets: { 'set-cookie': `desk=${value}; ${flags}` } });
      go('/login', { method: 'POST', requestBody: form, ...gives(desk) });
      go('/home', { sends: { cookie: `desk=${desk}` } });
      go('/logout', { method: 'POST', sends: { cookie: `desk=${desk}` }, ...gives(word) });
      go('/', { sends: { cookie: `desk=${word}` } });
      const { credentials, sites } = analysis.report(options);
      expect(credentials).toMatchObject([{ name: 'desk', role: 'session', state: 'cleared' }]);
      expect(sites[0]!.mechanism).toBe('session-cookie');
    },
  );
});
