import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { withoutBasicPassword } from '../../../src/engine/normalize/passwords/basic-password.js';
import { withoutPasswords } from '../../../src/engine/normalize/passwords/without-passwords.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { momentsTold } from '../../support/moments-told.js';
import { Seeded } from '../../support/seeded.js';

// Logins and logouts that come in no form, and what only looks like one.

type Visit = ReturnType<typeof exchange>[];

const SITE = 'https://box.test';
const random = new Seeded('odd logins');
const hex = () => random.bytes(16).toString('hex');
const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
const packets = (...all: string[]) => readBody('text/plain', all.join('\x1e'));
const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: withoutPasswords(SITE + path), topUrl: `${SITE}/`, ...more });
const call = (path: string, more: Partial<ExchangeSpec> = {}) =>
  at(path, { type: 'fetch', ...more });
const gives = () => ({ gets: { 'set-cookie': `box=${hex()}; Path=/; HttpOnly` } });
const form = (told: string, value = '') =>
  at('/wiki.cgi', {
    method: 'POST',
    type: 'document',
    requestBody: readBody('application/x-www-form-urlencoded', 'id=1001&pass_phrase=x&password=y'),
    responseBody: readBody('text/html', `<!doctype html><p>${told}</p>`),
    ...(value !== '' && { gets: { 'set-cookie': `Wiki=${value}; Path=/` } }),
  });
const basic = () => ({ sends: { authorization: `Basic ${hex()}` } });
const sendsPair = (sent: string) => ({
  sends: { authorization: withoutBasicPassword('authorization', `Basic ${sent}`) },
});
/** As it is kept: `Basic` with a hash. */
const inOwnHeader = () => ({ sends: { 'x-authorization': `Basic ${hex()}` } });
const POLL = '/socket.io/?EIO=4&transport=polling&sid=abcdefghijklmnopqrst';
const polled = (...all: string[]) => call(POLL, { responseBody: packets(...all) });
const asks = () =>
  call(POLL, {
    method: 'POST',
    requestBody: packets('42["auth:perform",{"user":"ada","password":"x"}]'),
    responseBody: readBody('text/plain', 'ok'),
  });

describe('a login is seen', () => {
  it.each<[string, () => ReturnType<typeof exchange>[], number]>([
    [
      'in the address of a request by script',
      () => [call('/rpc?action=login&user=ada&password=x', gives())],
      1,
    ],
    [
      'by name and password that a script sends after it asked without',
      () => [at('/'), call('/api/auth'), call('/api/me', basic()), call('/api/list', basic())],
      1,
    ],
    [
      'by the same in a header of the page’s own, after a wrong one',
      () => [
        at('/'),
        call('/api/me', { ...inOwnHeader(), status: 401 }),
        call('/api/me', inOwnHeader()),
      ],
      1,
    ],
    [
      'by packets that are polled',
      () => [at('/'), asks(), polled('42["push",false]', '42["auth:success"]')],
      1,
    ],
    [
      'by a form that gives a number among others, after it was refused with a page that says so',
      () => [at('/'), form('Login for user 1001 failed.'), form('Done.', 'rev&1&key&283756734')],
      1,
    ],
    [
      'by such a form, after a page of which nobody can say what it says',
      () => [at('/'), form('Hm.'), form('Done.', 'rev&1&key&283756734')],
      1,
    ],
    [
      'by packets, the second time',
      () => [
        asks(),
        polled('42["setup",{}]', '42["auth:failed"]'),
        asks(),
        polled('42["auth:success"]'),
      ],
      1,
    ],
  ])('%s', (_how, visit, count) => {
    expect(momentsTold(visit()).filter((one) => one.startsWith('login'))).toHaveLength(count);
  });

  it.each<[string, () => ReturnType<typeof exchange>[]]>([
    [
      'where a polled answer says no',
      () => [asks(), polled('42["configuration",{}]', '42["auth:failed"]')],
    ],
    ['where a page says that it failed', () => [at('/'), form('Wrong password')]],
    [
      'where a header of the page’s own says Basic and no more',
      () => [at('/'), call('/api/me', { sends: { 'x-plan': 'Basic plan', 'x-mode': 'basic' } })],
    ],
    ['where a recording begins in the midst of Basic', () => [call('/api/me', basic())]],
    [
      'where a page’s script sends from the start what it has from before',
      () => [at('/'), call('/api/me', basic()), call('/api/list', basic())],
    ],
    [
      'where a page sends the key of a project as a name without a password',
      () => [
        at('/'),
        call('/v1/p', {
          sends: { authorization: `Basic ${Buffer.from(`${hex()}:`).toString('base64')}` },
        }),
      ],
    ],
    ...['', 'undefined', btoa(':'), btoa('null:null')].map((nothing): [string, () => Visit] => [
      `where a page sends Basic with nothing: “${nothing}”`,
      () => [at('/'), call('/api/auth'), call('/api/me', sendsPair(nothing))],
    ]),
    ['where an address with a password asks for something else', () => [call('/check?password=x')]],
  ])('not %s', (_how, visit) => {
    expect(momentsTold(visit())).toEqual([]);
  });
});

describe('a logout is seen', () => {
  const login = () =>
    at('/login', { method: 'POST', requestBody: json({ user: 'a', password: 'x' }), ...gives() });

  it.each(['auth.delete_session', 'session.logout', 'destroySession', 'end_session'])(
    'where a call asks for %s',
    (method) => {
      const first = login();
      const out = call('/json', {
        method: 'POST',
        requestBody: json({ method, params: [], id: 2 }),
      });
      expect(momentsTold([first, out])).toEqual(['login /login', 'logout /json']);
    },
  );

  it('not where the server sends a stranger to the address for logging out', () => {
    const visit = [
      at('/main', { status: 302, redirectUrl: `${SITE}/logout`, ...gives() }),
      at('/logout'),
    ];
    expect(momentsTold(visit)).toEqual([]);
  });

  it('where it does so with somebody who is logged in', () => {
    const visit = [
      login(),
      at('/leave', { status: 302, redirectUrl: `${SITE}/logout` }),
      at('/logout'),
    ];
    expect(momentsTold(visit)).toEqual(['login /login', 'logout /logout']);
  });
});
