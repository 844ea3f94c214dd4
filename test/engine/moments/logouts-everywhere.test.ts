import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { momentsTold } from '../../support/moments-told.js';
import { Seeded } from '../../support/seeded.js';

// Logouts of software that nobody told Credtrail of.

const SITE = 'https://box.test';
const random = new Seeded('logouts everywhere');
const hex = (length = 32) => random.bytes(length / 2).toString('hex');
const sid = hex();
const form = (fields: string) => readBody('application/x-www-form-urlencoded', fields);
const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
const xml = (text: string) => readBody('text/xml', text);
const use = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({
    url: SITE + path,
    topUrl: `${SITE}/`,
    ...more,
    sends: { cookie: `box=${sid}`, ...more.sends },
  });
const post = (path: string, more: Partial<ExchangeSpec> = {}) =>
  use(path, { method: 'POST', ...more });
const call = (path: string, more: Partial<ExchangeSpec> = {}) =>
  post(path, { type: 'fetch', ...more });
const leadsTo = (path: string) => ({ status: 302, redirectUrl: SITE + path });
const gone = { gets: { 'set-cookie': 'box=; Path=/; Max-Age=0' } };
/** Another value, and with it an end that is near. */
const cut = (end: string) => ({ 'set-cookie': `box=${hex()}; Path=/; ${end}` });
const inside = (path: string) => [
  exchange({
    url: `${SITE}/login`,
    method: 'POST',
    requestBody: form('user=a&password=b'),
    ...leadsTo(path),
    gets: { 'set-cookie': `box=${sid}; Path=/; HttpOnly` },
  }),
  use(path),
  use(path),
];
const socket = (text: string) => ({
  ...use('/live', { type: 'websocket', status: 101 }),
  messages: [{ direction: 'sent' as const, body: readBody('text/plain', text) }],
});
const logouts = (home: string, steps: () => ReturnType<typeof exchange>[]) =>
  momentsTold([...inside(home), ...steps()]).filter((one) => !one.startsWith('login'));

describe('a logout is', () => {
  it.each<[string, () => ReturnType<typeof exchange>[], string]>([
    [
      'a page of a front controller',
      () => [use('/index.php?page=logout', { ...gone, ...leadsTo('/index.php?page=login') })],
      '/index.php?page=logout',
    ],
    [
      'one of an unlisted word',
      () => [use('/index.php?show=ende', { ...gone, ...leadsTo('/index.php') })],
      '/index.php?show=ende',
    ],
    [
      'in a namespace',
      () => [use('/wiki/Special:UserLogout', { method: 'POST' })],
      '/wiki/Special:UserLogout',
    ],
    [
      'in a namespace of another language',
      () => [use('/wiki/Spezial:Abmelden')],
      '/wiki/Spezial:Abmelden',
    ],
    [
      'by a title',
      () => [use('/index.php?title=Special:UserLogout')],
      '/index.php?title=Special:UserLogout',
    ],
    [
      'behind a semicolon',
      () => [use('/index.php?action=logout;b2f0d=8a7c')],
      '/index.php?action=logout;b2f0d=8a7c',
    ],
    ['by an operation', () => [use('/?loginOp=logout')], '/?loginOp=logout'],
    [
      'by its own key',
      () => [use('/login.php?app_logout_token=aBcD')],
      '/login.php?app_logout_token=',
    ],
    [
      'by ending a session',
      () => [use('/web/session/destroy', { method: 'POST' })],
      '/web/session/destroy',
    ],
    ['by a marked name', () => [use('/?_page=logout')], '/?_page=logout'],
    ['by task', () => [use('/?_task=logout', leadsTo('/'))], '/?_task=logout'],
    [
      'by a path in a parameter',
      () => [use('/index.php?r=site/logout', leadsTo('/'))],
      '/index.php?r=site/logout',
    ],
    ['by op', () => [use('/?op=logout')], '/?op=logout'],
    [
      'by Module',
      () => [use('/index.php?Module=Users&Action=Logout')],
      '/index.php?Module=Users&Action=Logout',
    ],
    ['of WS-Federation', () => [use('/adfs/ls/?wa=wsignout1.0')], '/adfs/ls/?wa=wsignout1.0'],
    [
      'of WS-Federation, elsewhere',
      () => [use('/adfs/ls/?wa=wsignoutcleanup1.0')],
      '/adfs/ls/?wa=wsignoutcleanup1.0',
    ],
    ['behind a mark', () => [use('/~logout')], '/~logout'],
    ['of a CGI', () => [use('/cgi-bin/_logout.cgi')], '/cgi-bin/_logout.cgi'],
    ['of a servlet', () => [use(`/LogoutServlet;jsessionid=${sid}`)], '/LogoutServlet'],
    ['in German', () => [use('/abmelden', leadsTo('/'))], '/abmelden'],
    ['in French', () => [use('/d%C3%A9connexion', leadsTo('/'))], '/d%C3%A9connexion'],
    ['in Spanish', () => [use('/cerrar-sesion', leadsTo('/'))], '/cerrar-sesion'],
    [
      'in Chinese',
      () => [use('/%E9%80%80%E5%87%BA%E7%99%BB%E5%BD%95', leadsTo('/'))],
      '/%E9%80%80%E5%87%BA%E7%99%BB%E5%BD%95',
    ],
    [
      'a deleted session',
      () => [call('/api/v1/session', { method: 'DELETE', status: 204 })],
      '/api/v1/session',
    ],
    [
      'a deleted session by its id',
      () => [call(`/api/sessions/${sid}`, { method: 'DELETE', status: 204 })],
      '/api/sessions/',
    ],
    ['a deleted authentication', () => [call('/auth', { method: 'DELETE' })], '/auth'],
    [
      'an unnamed call that clears',
      () => [call('/api/x', { ...gone, responseBody: json({ ok: true }) })],
      '/api/x',
    ],
    ['a button', () => [post('/', { requestBody: form('signout=Sign+out') })], '/'],
    [
      'a call of XML-RPC',
      () => [
        call('/RPC2', {
          requestBody: xml('<methodCall><methodName>auth.logout</methodName></methodCall>'),
        }),
      ],
      '/RPC2',
    ],
    [
      'a call of SOAP',
      () => [
        call('/ws', {
          requestBody: xml('<s:Envelope><s:Body><Logout xmlns="y"/></s:Body></s:Envelope>'),
        }),
      ],
      '/ws',
    ],
    [
      'a call of GWT',
      () => [
        call('/app/service', {
          requestBody: readBody(
            'text/x-gwt-rpc',
            `7|0|4|${SITE}/app/|${hex()}|com.box.client.UserService|logout|1|2|3|4|0|`,
          ),
        }),
      ],
      '/app/service',
    ],
    [
      'a call of JSON-RPC',
      () => [call('/rpc', { requestBody: json({ method: 'session.logout', params: [] }) })],
      '/rpc',
    ],
    [
      'a mutation',
      () => [call('/graphql', { requestBody: json({ query: 'mutation { logout }' }) })],
      '/graphql',
    ],
    [
      'a mutation in messages',
      () => [
        socket(JSON.stringify({ type: 'subscribe', payload: { query: 'mutation { logout }' } })),
      ],
      '/live',
    ],
    [
      'a method of DDP',
      () => [socket(JSON.stringify({ msg: 'method', method: 'logout', params: [] }))],
      '/live',
    ],
    ['an event in a socket', () => [socket('42["logout"]')], '/live'],
    [
      'a page that lets the cookie go within moments',
      () => [use('/leave', { gets: cut('Max-Age=1'), ...leadsTo('/goodbye.html') })],
      '/leave',
    ],
    [
      'a button that does',
      () => [post('/account', { gets: cut('HttpOnly; Max-Age=3'), ...leadsTo('/') })],
      '/account',
    ],
    [
      'an overwriting',
      () => [call('/api/leave', { gets: { 'set-cookie': 'box=deleted; Path=/' } })],
      '/api/leave',
    ],
  ])('%s', (_, steps, path) => {
    expect(logouts('/index.php?page=home', steps)).toEqual([
      expect.stringContaining(`logout ${path}`),
    ]);
  });
});

describe('no logout is', () => {
  it.each<[string, () => ReturnType<typeof exchange>[]]>([
    ['a page that asks whether to', () => [use('/logout-confirm'), use('/index.php?page=home')]],
    ['a page that asks elsewhere', () => [use('/logout/confirm')]],
    ['where one comes from', () => [use('/home?from=logout'), use('/home?ref=logout')]],
    ['a search for it', () => [use('/?q=logout'), use('/search?s=sign-out')]],
    ['a page about it', () => [use('/docs/logout'), use('/wiki/sign-out')]],
    ['a title of a search', () => [use('/search?title=logout')]],
    ['its script', () => [use('/static/logout.js', { type: 'other' })]],
    [
      'what an analytics service calls it',
      () => [call('/collect', { requestBody: json({ event: 'logout' }) })],
    ],
    ['a refused request that clears', () => [call('/api/cart', { status: 401, ...gone })]],
    ['a failed renewal', () => [call('/auth/refresh', { status: 401, ...gone })]],
    [
      'another device’s session',
      () => [call(`/api/sessions/${hex()}`, { method: 'DELETE', status: 204 })],
    ],
    ['a list of logouts', () => [use('/api/logout-history', { type: 'fetch' })]],
  ])('%s', (_, steps) => {
    expect(
      logouts('/index.php?page=home', steps).filter((one) => one.startsWith('logout')),
    ).toEqual([]);
  });
});

it.each<[string, () => ReturnType<typeof exchange>[]]>([
  [
    'a session that stays for an hour more',
    () => [use('/leave', { gets: cut('Max-Age=3600'), ...leadsTo('/') })],
  ],
  [
    'a message that is shown once',
    () => [post('/account', { gets: { 'set-cookie': 'notice=saved; Max-Age=2' } })],
  ],
])('no logout is %s', (_, steps) => {
  expect(logouts('/home', steps)).toEqual([]);
});
