import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { momentsTold } from '../../support/moments-told.js';
import { Seeded } from '../../support/seeded.js';

// Somebody begins to record while the browser is logged in.

const SITE = 'https://box.test';
const random = new Seeded('from the middle');
const hex = () => random.bytes(16).toString('hex');
const sid = hex();
const bearer = random.base62(40);
const form = (fields: string) => readBody('application/x-www-form-urlencoded', fields);
const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
const html = (page: string) => readBody('text/html', page);
const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({
    url: SITE + path,
    topUrl: `${SITE}/`,
    ...more,
    sends: { cookie: `box_session=${sid}`, ...more.sends },
  });
const post = (path: string, from: string, fields: string, more: Partial<ExchangeSpec> = {}) =>
  at(path, {
    method: 'POST',
    status: 302,
    redirectUrl: `${SITE}${from}`,
    requestBody: form(fields),
    sends: { referer: SITE + from },
    ...more,
  });
const HOME = () => at('/home', { responseBody: html('<h1>Hello</h1><a href=/logout>Log out</a>') });
const CONFIRMS = html(
  '<form action=/sudo method=post><input type=password name=p></form><a href=/logout>Log out</a>',
);
const another = () => ({ 'set-cookie': `box_session=${hex()}; Path=/; HttpOnly` });

describe('no login is', () => {
  it.each<[string, () => ReturnType<typeof at>[]]>([
    [
      'somebody who is made, with a password that is typed twice',
      () => [HOME(), post('/people', '/home', 'name=bob&pass1=x&pass2=x')],
    ],
    [
      'a password that is changed, though the session is another one then',
      () => [HOME(), post('/safety', '/home', 'old=x&oldpass=x&newpass=y', { gets: another() })],
    ],
    ['a profile whose passwords stay empty', () => [HOME(), post('/me', '/home', 'pw=&pw2=&n=a')]],
    [
      'a password of something else, sent from a page that asks for none',
      () => [HOME(), post('/wifi', '/home', 'ssid=home&wpa_password=x')],
    ],
    ...[
      ['a vault', '/api/vault/unlock', { password: 'x' }],
      ['a database', '/api/connections', { host: 'db', user: 'pg', password: 'x' }],
      ['a share', '/api/share', { path: '/f', password: 'x' }],
      ['a note', '/api/note/open', { id: 4, password: 'x' }],
      ['a key', '/api/keys/import', { key: 'k', passphrase: 'x' }],
      ['no thing that is named', '/save', { name: 'x', password: 'x' }],
    ].map(([what, path, sent]): [string, () => ReturnType<typeof at>[]] => [
      `the password of ${String(what)}, for which nothing was given`,
      () => [
        at('/', { responseBody: html('<div id=root></div>') }),
        at(String(path), {
          method: 'POST',
          type: 'fetch',
          requestBody: json(sent),
          responseBody: json({ ok: true }),
        }),
        at('/api/list', { type: 'fetch', responseBody: json({ rows: [1] }) }),
      ],
    ]),
    [
      'the password once more, asked for by a page that offers to log out',
      () => [
        at('/keys', { status: 302, redirectUrl: `${SITE}/sudo` }),
        at('/sudo', { responseBody: CONFIRMS }),
        post('/sudo', '/sudo', 'p=x'),
        HOME(),
      ],
    ],
    [
      'a rule for passwords',
      () => [HOME(), post('/rules', '/home', 'domain=a&value[password_expiry]=365')],
    ],
    [
      'a token that is sent for looking at, and given back',
      () => [
        at('/api/signin', {
          method: 'POST',
          type: 'fetch',
          sends: { authorization: `Bearer ${bearer}` },
          requestBody: json({ token: bearer }),
          responseBody: json({ token: bearer }),
        }),
        at('/api/list', { type: 'fetch', sends: { authorization: `Bearer ${bearer}` } }),
      ],
    ],
    [
      'the session that is set again as it is',
      () => [
        at('/edit', { responseBody: html('<form><input name=a></form>') }),
        post('/login-notes', '/edit', 'a=1', {
          gets: { 'set-cookie': `box_session=${sid}; Path=/; HttpOnly` },
          requestBody: undefined,
        }),
      ],
    ],
    [
      'what another page of the address sends that had asked for a password',
      () => [
        at('/x.cgi?do=prefs', { responseBody: html('<form><input type=password></form>') }),
        at('/x.cgi?do=edit', { responseBody: html('<form><textarea name=t></textarea></form>') }),
        post('/x.cgi', '/x.cgi?do=edit', 't=more'),
      ],
    ],
  ])('%s', (_, steps) => {
    expect(momentsTold(steps())).toEqual([]);
  });
});

describe('a login is', () => {
  const ASKS = html('<form method=post><input name=u><input type=password name=p></form>');

  it.each<[string, () => ReturnType<typeof at>[], string]>([
    [
      'what a page asked for, though the session was there before',
      () => [at('/', { responseBody: ASKS }), post('/in', '/', 'u=ada&password=x')],
      'login /in',
    ],
    [
      'what gives another session, wherever it is sent',
      () => [post('/vault', '/', 'password=x', { gets: another() })],
      'login /vault',
    ],
    [
      'what leads to a page that offers to log out, where one asked for a password',
      () => [at('/', { responseBody: ASKS }), post('/vault', '/', 'password=x'), HOME()],
      'login /vault',
    ],
    [
      'what is sent to where somebody logs in, from whatever page',
      () => [HOME(), post('/login', '/home', 'u=ada&password=x')],
      'login /login',
    ],
    [
      'an account that is made, and let in',
      () => [
        at('/join', { responseBody: ASKS }),
        post('/join', '/join', 'pass1=x&pass2=x', { gets: another() }),
      ],
      'login /join',
    ],
  ])('%s', (_, steps, told) => {
    expect(momentsTold(steps())).toEqual([told]);
  });
});

describe('a page that says who left', () => {
  const says = html('<p>You have signed out</p>');
  const leads = (gone: string) =>
    at('/bye?lgout=1', {
      status: 302,
      redirectUrl: `${SITE}/done`,
      sends: { cookie: `kept=${sid}` },
      gets: { 'set-cookie': `${gone}=; Domain=box.test; Path=/; Max-Age=0` },
    });

  it('tells the logout that led to it and took a cookie away', () => {
    const steps = [at('/'), leads('kept'), at('/done', { responseBody: says })];
    expect(momentsTold(steps)).toEqual(['logout /bye?lgout=1']);
  });

  it('tells none where nothing that was there is taken away', () => {
    const steps = [at('/'), leads('other'), at('/done', { responseBody: says })];
    expect(momentsTold(steps)).toEqual([]);
  });
});

describe('no logout is', () => {
  it('a message of the page before that is taken away', () => {
    const message = `W1sibWVzc2FnZSJd:1uAbCd:${random.base62(43)}`;
    const cookie = `box_session=${sid}; greeting=${message}`;
    const gone = { 'set-cookie': 'greeting=""; Path=/; Max-Age=0' };
    const steps = [at('/'), at('/list', { sends: { cookie }, gets: gone }), at('/')];
    expect(momentsTold(steps)).toEqual([]);
  });
});
