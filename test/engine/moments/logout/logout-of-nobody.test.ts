import { describe, expect, it } from 'vitest';
import {
  bringsPassword,
  mayBeOfNobody,
} from '../../../../src/engine/moments/logout/logout-of-nobody.js';
import { form, html, json } from '../../../support/bodies.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';
import { Seeded } from '../../../support/seeded.js';

const SITE = 'https://tours.test';
const id = new Seeded('logouts of nobody').bytes(16).toString('hex');
const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, ...more });
const sets = { gets: { 'set-cookie': `sid=${id}; Path=/` } };
const logouts = (visit: ReturnType<typeof exchange>[]) =>
  momentsTold(visit).filter((one) => one.startsWith('logout'));
const post = (path: string, fields: string, more: Partial<ExchangeSpec> = {}) =>
  at(path, { method: 'POST', type: 'fetch', requestBody: form(fields), ...more });

describe('a page whose address says logout', () => {
  it.each<[string, Partial<ExchangeSpec>]>([
    ['gives its first cookie to a visitor', sets],
    ['sends a visitor on', { ...sets, status: 302, redirectUrl: `${SITE}/` }],
  ])('that %s logs nobody out', (_, more) => {
    expect(logouts([at('/welcome.pl?signOff=true', more), at('/nav.pl')])).toEqual([]);
    expect(logouts([at('/logout', more)])).toEqual([]);
  });

  it.each<[string, Partial<ExchangeSpec>]>([
    ['whoever brings a cookie', { ...sets, sends: { cookie: `sid=${id}` } }],
    ['who brings a token', { ...sets, sends: { authorization: `Bearer ${id}` } }],
    ['a record without cookies', {}],
    ['one that deletes', { gets: { 'set-cookie': 'sid=; Path=/; Max-Age=0' } }],
    ['a date', { gets: { 'set-cookie': 'sid=x; Expires=Thu, 01 Jan 1970 00:00:00 GMT' } }],
    ['a script', { ...sets, type: 'fetch' }],
    ['what is sent', { ...sets, method: 'POST' }],
  ])('may be of somebody: %s', (_, more) => {
    expect(mayBeOfNobody(at('/logout', more))).toBe(false);
    expect(logouts([at('/logout', more)])).toHaveLength(1);
  });

  it('logs out who is logged in, though the page before it was not sent the cookie', () => {
    const login = post('/login', 'user=ada&password=x', { ...sets, type: 'document' });
    const more = { gets: { 'set-cookie': 'seen=1; Path=/' } };
    expect(
      logouts([login, at('/home', { sends: { cookie: `sid=${id}` } }), at('/logout', more)]),
    ).toHaveLength(1);
  });
});

describe('what brings a password', () => {
  it.each([
    ['/api/v1/session/login', 'username=ada&password=x&logout=true'],
    ['/login?logout', 'username=ada&password=x'],
    ['/index.php?action=logout', 'user=ada&pass=x'],
    ['/cgi-bin/act', 'cmd=logout&password=x'],
  ])('logs nobody out: %s %s', (path, fields) => {
    expect(logouts([post(path, fields)])).toEqual([]);
  });

  it.each([
    ['/api/v1/session/login', 'username=ada&logout=true'],
    ['/login?logout', 'username=ada'],
    ['/cgi-bin/act', 'cmd=logout&password='],
    ['/logout', ''],
  ])('is none of these, which log out: %s %s', (path, fields) => {
    expect(logouts([post(path, fields)])).toHaveLength(1);
  });

  it('is none that is a password of something else', () => {
    const body = json({ password: 'x' });
    expect(bringsPassword(at('/off', { requestBody: body }))).toBe(true);
    expect(bringsPassword(at('/off', { requestBody: { ...body, weakPassword: true } }))).toBe(
      false,
    );
  });

  it('logs out where its answer takes the session', () => {
    const login = at('/login', { method: 'POST', requestBody: form('user=a&password=x'), ...sets });
    const sends = { cookie: `sid=${id}` };
    const gets = { 'set-cookie': 'sid=; Path=/; Max-Age=0' };
    const leaves = post('/close', 'logout=1&password=x', { sends, gets });
    expect(logouts([login, at('/home', { sends }), leaves])).toHaveLength(1);
  });

  it('leaves a page that asks for one as it was', () => {
    const asks = { responseBody: html('<input type=password name=p>') };
    expect(mayBeOfNobody(at('/logout', asks))).toBe(true);
  });
});
