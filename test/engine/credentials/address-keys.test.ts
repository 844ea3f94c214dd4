import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';
import { analysisOf, options } from '../../support/told-analysis.js';

// Old servers keep the session in each address, in its path or under a name of their own, and set
// no cookie.

const MAIL = 'https://mail.test';
const random = new Seeded('address keys');
const form = readBody('application/x-www-form-urlencoded', 'user=ada&password=secret');
const page = { responseBody: readBody('text/html', '<!doctype html><h1>Inbox</h1>') };

interface Login {
  to: string;
  sends?: Record<string, string>;
  gets?: Record<string, string>;
  body?: typeof form;
}

/** A login that sends to this address, and pages below it. */
function visit({ to, sends = {}, gets = {}, body = form }: Login) {
  const login = exchange({
    url: `${MAIL}/login`,
    method: 'POST',
    status: 303,
    redirectUrl: to,
    requestBody: body,
    sends,
    gets: { location: to, ...gets },
  });
  const pages = ['', '/folder', '/write'].map((path) =>
    exchange({ url: `${to}${path}`, sends, ...page }),
  );
  return [login, ...pages];
}

function told(all: ReturnType<typeof visit>) {
  const report = analysisOf(all.map((one) => ({ kind: 'exchange', exchange: one }))).report(
    options,
  );
  const rules = report.findings.map(({ ruleId }) => ruleId);
  return {
    roles: report.credentials.map(({ role, name }) => [role, name]),
    mechanism: report.sites[0]?.mechanism,
    isInUrl: rules.includes('session-id-in-url'),
    raw: JSON.stringify(report),
  };
}

const hex = () => random.bytes(16).toString('hex');

describe('a key in addresses', () => {
  it.each([
    ['in hexadecimal', hex().toUpperCase()],
    ['in base62', random.base62(24)],
  ])('is the session where a login gave it and no cookie knows the user: %s', (_, key) => {
    const { roles, mechanism, isInUrl, raw } = told(visit({ to: `${MAIL}/ada/${key}/1795819729` }));
    expect({ roles, mechanism, isInUrl }).toEqual({
      roles: [['session', 'path']],
      mechanism: 'session-url',
      isInUrl: true,
    });
    expect(raw).not.toContain(key);
  });

  it.each<[by: string, gets: (to: string) => Record<string, string>, html: (to: string) => string]>(
    [
      ['an element', () => ({}), (to) => `<META http-equiv="Refresh" content="0;URL=${to}">`],
      ['a header', (to) => ({ refresh: `0; url=${to}` }), () => 'Welcome'],
      ['a frame', () => ({}), (to) => `<frameset><frame src="${to}"></frameset>`],
      ['a script', () => ({}), (to) => `<script>location.replace("${to}")</script>`],
    ],
  )('is one where the answer to a login leads there by %s', (_, gets, html) => {
    const to = `/menu?zx=${random.base62(24)}`;
    const login = exchange({
      url: `${MAIL}/login`,
      method: 'POST',
      requestBody: form,
      gets: gets(to),
      responseBody: readBody('text/html', html(to)),
    });
    const pages = ['&n=1', '&n=2'].map((more) => exchange({ url: `${MAIL}${to}${more}`, ...page }));
    const { roles, mechanism } = told([login, ...pages]);
    expect({ roles, mechanism }).toEqual({ roles: [['session', 'zx']], mechanism: 'session-url' });
  });

  it('is one as well in a parameter, whatever that is called', () => {
    const to = `${MAIL}/menu?zx=${random.base62(24)}`;
    const [login, first, ...others] = visit({ to });
    const more = others.map((one) => ({ ...one, url: to.replace('menu', 'list') }));
    const { roles, mechanism, isInUrl } = told([login!, first!, ...more]);
    expect({ roles, mechanism, isInUrl }).toEqual({
      roles: [['session', 'zx']],
      mechanism: 'session-url',
      isInUrl: true,
    });
  });

  const id = hex();
  it.each<[string, Login]>([
    ['beside a cookie that the browser has', { to: `${MAIL}/n/${id}`, sends: { cookie: 'a=1' } }],
    [
      'beside a cookie that the login sets',
      { to: `${MAIL}/n/${id}`, gets: { 'set-cookie': 'a=1' } },
    ],
    ['that numbers a record', { to: `${MAIL}/n/${random.bytes(12).toString('hex')}` }],
    [
      'that is a UUID',
      { to: `${MAIL}/n/${hex().replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}` },
    ],
    ['in a parameter, beside a cookie', { to: `${MAIL}/n?zx=${id}`, sends: { cookie: 'a=1' } }],
    ['that a flow has for a moment', { to: `${MAIL}/n?code=${id}` }],
    ['that signs a step', { to: `${MAIL}/approval?req=${id}&hmac=${hex()}` }],
    ['of another site', { to: `https://other.test/n/${id}` }],
    ['without a password', { to: `${MAIL}/n/${id}`, body: readBody('', 'user=ada') }],
    ['of words', { to: `${MAIL}/n/frequently-asked-questions-about-us` }],
  ])('is nothing %s', (_, login) => {
    const { roles, isInUrl } = told(visit(login));
    expect(roles.map(([role]) => role)).not.toContain('session');
    expect(isInUrl).toBe(false);
  });

  it('is nothing where nobody went, nor where the host has a cookie that requests leave out', () => {
    const to = `${MAIL}/n/${id}`;
    expect(told(visit({ to }).slice(0, 1)).isInUrl).toBe(false);
    const before = exchange({ url: MAIL, gets: { 'set-cookie': `a=${hex()}; Path=/` } });
    expect(told([before, ...visit({ to })]).isInUrl).toBe(false);
  });
});
