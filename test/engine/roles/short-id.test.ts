import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import type { Exchange } from '../../../src/engine/model.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { momentsTold } from '../../support/moments-told.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

// Small servers draw a number for each browser, and keep it through the login.

const BOX = 'https://box.test';
const random = new Seeded('short ids');
const FORM = '<form method="post"><input type="password" name="pass"><input type="submit"></form>';
const INSIDE = '<h1>Files</h1><a href="/login.html">exit</a>';
const page = (html: string) => ({ responseBody: readBody('text/html', html) });
const posted = { requestBody: readBody('application/x-www-form-urlencoded', 'pass=secret') };

type Go = (path: string, spec?: Partial<ExchangeSpec>) => Exchange;

/** The first page gives the cookie; the login happens where the page was asked for. */
function visit(cookie: string, more: (go: Go) => Exchange[] = () => []): Exchange[] {
  const go: Go = (path, spec = {}) =>
    exchange({ url: BOX + path, ...spec, sends: { cookie, ...spec.sends } });
  return [
    exchange({ url: `${BOX}/`, gets: { 'set-cookie': cookie }, ...page(FORM) }),
    go('/files', page(FORM)),
    go('/files', { method: 'POST', ...posted, ...page(INSIDE) }),
    go('/files', page(INSIDE)),
    go('/servers', page(INSIDE)),
    ...more(go),
  ];
}

function rolesOf(exchanges: readonly Exchange[]) {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  const { credentials, sites } = analysis.report(options);
  const roles = Object.fromEntries(credentials.map(({ name, role }) => [name, role]));
  return { roles, mechanism: sites[0]?.mechanism };
}

describe('the one thing that a browser sends, called a session', () => {
  it.each(['846930886', '1804289383', '16807', '2147483647', '6b8b4567', '4294967295'])(
    'is one after a login: %s',
    (id) => {
      expect(rolesOf(visit(`box_session_id=${id}`))).toEqual({
        roles: { box_session_id: 'session' },
        mechanism: 'session-cookie',
      });
    },
  );

  it.each([
    ['of a few digits', 'session_id=7'],
    ['a word', 'session=open'],
    ['a count', 'session_count=123456'],
    ['a time', 'session=1767225605'],
    ['of another name', 'box_color=846930886'],
  ])('is none where its value is %s', (_, cookie) => {
    expect(Object.values(rolesOf(visit(cookie)).roles)).not.toContain('session');
  });

  it('is none beside a password that goes with every request', () => {
    const sends = { authorization: `Basic ${btoa('ada:secret')}`, cookie: 'session_id=846930886' };
    const { roles } = rolesOf([
      exchange({ url: `${BOX}/`, status: 401, gets: { 'www-authenticate': 'Basic realm="x"' } }),
      exchange({ url: `${BOX}/`, sends, gets: { 'set-cookie': 'session_id=846930886' } }),
      exchange({ url: `${BOX}/files`, sends }),
    ]);
    expect(roles['session_id']).not.toBe('session');
  });

  it('is none where nobody logged in', () => {
    const { roles } = rolesOf(visit('session_id=846930886').slice(0, 2));
    expect(roles['session_id']).not.toBe('session');
  });

  it('is none where the login was turned down', () => {
    const go = (path: string, spec: Partial<ExchangeSpec>) =>
      exchange({ url: BOX + path, sends: { cookie: 'session_id=846930886' }, ...spec });
    const { roles } = rolesOf([
      go('/files', page(FORM)),
      go('/files', { method: 'POST', ...posted, ...page(FORM) }),
      go('/files', page(FORM)),
    ]);
    expect(roles['session_id']).not.toBe('session');
  });
});

describe('a page that asks for the password in its own place', () => {
  const sid = `sid=${random.bytes(16).toString('hex')}`;

  it.each(['sid', 'box_session_id=846930886'])(
    'tells who left by the page for logging in: %s',
    (one) => {
      const steps = visit(one === 'sid' ? sid : one, (go) => [
        go('/login.html', page(FORM)),
        go('/files', page(FORM)),
        go('/files', { method: 'POST', ...posted, ...page(INSIDE) }),
      ]);
      expect(momentsTold(steps)).toEqual(['login /files', 'logout /login.html', 'login /files']);
    },
  );

  it('tells of no logout where nobody opened that page, or the page asked before', () => {
    const asks = visit(sid, (go) => [go('/me', page(FORM)), go('/files', page(FORM))]);
    expect(momentsTold(asks)).toEqual(['login /files', 'session-lost /files']);
    const always = visit(sid, (go) => [
      go('/me', page(FORM)),
      go('/login.html', page(FORM)),
      go('/me', page(FORM)),
    ]);
    expect(momentsTold(always)).toEqual(['login /files']);
  });
});
