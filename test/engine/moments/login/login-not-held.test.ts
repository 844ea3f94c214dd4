import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { exchange, START } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';
import { Seeded } from '../../../support/seeded.js';

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
