import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { momentsTold } from '../../support/moments-told.js';
import { Seeded } from '../../support/seeded.js';

// Logins of software that nobody told Credtrail of.

const SITE = 'https://box.test';
const random = new Seeded('logins everywhere');
const hex = (length = 32) => random.bytes(length / 2).toString('hex');
const form = (fields: string) => readBody('application/x-www-form-urlencoded', fields);
const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
const html = (page: string) => readBody('text/html', page);
const told = (text: string) => readBody('text/plain', text);
const xml = (text: string) => readBody('text/xml', text);
const cookie = (name = 'box') => ({ 'set-cookie': `${name}=${hex()}; Path=/; HttpOnly` });
const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, topUrl: `${SITE}/`, ...more });
const post = (path: string, more: Partial<ExchangeSpec> = {}) =>
  at(path, { method: 'POST', ...more });
const call = (path: string, more: Partial<ExchangeSpec> = {}) =>
  post(path, { type: 'fetch', ...more });
const leadsTo = (path: string) => ({ status: 302, redirectUrl: SITE + path });
const ASKS = html('<form><input name=u><input type=password></form>');
const HASHED = form(`u=ada&h=${hex()}`);
const held = hex();
const ANONYMOUS = () => at('/', { gets: { 'set-cookie': `box=${held}; Path=/; HttpOnly` } });
const HELD = { sends: { cookie: `box=${held}` } };
const socket = (...messages: [direction: 'sent' | 'received', text: string][]) => ({
  ...at('/live', { type: 'websocket', status: 101 }),
  messages: messages.map(([direction, text]) => ({ direction, body: told(text) })),
});

describe('a login is', () => {
  it.each<[string, () => ReturnType<typeof exchange>[], string]>([
    // Front controllers and CGIs.
    [
      'by action',
      () => [post('/cgi-bin/x.cgi?action=login', { gets: cookie() })],
      '/cgi-bin/x.cgi?action=login',
    ],
    [
      'by route',
      () => [post('/index.php?route=account/login', leadsTo('/index.php?route=account/home'))],
      '/index.php?route=account/login',
    ],
    [
      'by module',
      () => [post('/index.php?module=Users&action=Login', { gets: cookie() })],
      '/index.php?module=Users&action=Login',
    ],
    ['by one letter', () => [post('/?r=site/login', { gets: cookie() })], '/?r=site/login'],
    ['by a bare name', () => [post('/admin.php?login', { gets: cookie() })], '/admin.php?login'],
    [
      'by a marked name',
      () => [post('/?_task=login&_action=signin', { gets: cookie() })],
      '/?_task=login&_action=signin',
    ],
    ['behind a mark', () => [post('/~login', { gets: cookie() })], '/~login'],
    ['behind an escaped mark', () => [post('/%7Elogin', { gets: cookie() })], '/%7Elogin'],
    [
      'behind a mark of a script',
      () => [post('/cgi/_login.cgi', { gets: cookie() })],
      '/cgi/_login.cgi',
    ],
    ['behind a dash of its own', () => [post('/-/login', { gets: cookie() })], '/-/login'],
    [
      'with a session in its path',
      () => [post(`/login.do;jsessionid=${held}`, { gets: cookie() })],
      '/login.do',
    ],
    // Servlets.
    [
      'of a servlet container',
      () => [post('/j_security_check', { gets: cookie() })],
      '/j_security_check',
    ],
    [
      'of an old framework',
      () => [post('/j_spring_security_check', leadsTo('/home'))],
      '/j_spring_security_check',
    ],
    ['logon', () => [post('/Account/logon.aspx', { gets: cookie() })], '/Account/logon.aspx'],
    // Other languages.
    ['in German', () => [post('/anmelden', { gets: cookie() })], '/anmelden'],
    ['in French', () => [post('/fr/connexion', { gets: cookie() })], '/fr/connexion'],
    [
      'in Spanish',
      () => [post('/iniciar-sesi%C3%B3n', { gets: cookie() })],
      '/iniciar-sesi%C3%B3n',
    ],
    [
      'in Russian',
      () => [post('/%D0%B2%D1%85%D0%BE%D0%B4/', { gets: cookie() })],
      '/%D0%B2%D1%85%D0%BE%D0%B4/',
    ],
    [
      'in Korean',
      () => [post('/%EB%A1%9C%EA%B7%B8%EC%9D%B8', { gets: cookie() })],
      '/%EB%A1%9C%EA%B7%B8%EC%9D%B8',
    ],
    // APIs.
    ['a made session', () => [call('/api/v1/session', { gets: cookie() })], '/api/v1/session'],
    ['a put authentication', () => [call('/auth', { method: 'PUT', gets: cookie() })], '/auth'],
    [
      'plainly answered',
      () => [
        call('/api/v2/auth/login', {
          requestBody: form('username=a&password=b'),
          responseBody: told('Ok.'),
          gets: cookie(),
        }),
      ],
      '/api/v2/auth/login',
    ],
    [
      'answered by success',
      () => [
        call('/do', {
          requestBody: json({ user: 'a', password: 'b' }),
          responseBody: json({ success: true }),
          gets: cookie(),
        }),
      ],
      '/do',
    ],
    [
      'into the session from before',
      () => [
        ANONYMOUS(),
        post('/enter', { ...HELD, requestBody: form('user=a&password=b'), ...leadsTo('/home') }),
      ],
      '/enter',
    ],
    [
      'one field',
      () => [post('/unlock', { requestBody: form('password=b'), ...leadsTo('/home') })],
      '/unlock',
    ],
    [
      'a pasted key',
      () => [post('/login', { requestBody: form(`token=${hex()}`), ...leadsTo('/home') })],
      '/login',
    ],
    [
      'with a hashed password',
      () => [post('/enter', { requestBody: form(`user=a&pass_hash=${hex()}`), gets: cookie() })],
      '/enter',
    ],
    // The page's own input tells.
    [
      'from a page that asks',
      () => [
        at('/start', { ...leadsTo('/gate') }),
        at('/gate', { responseBody: ASKS }),
        call('/rpc', { requestBody: HASHED, sends: { referer: `${SITE}/gate` }, gets: cookie() }),
      ],
      '/rpc',
    ],
    [
      'sent to the page that asks',
      () => [
        at('/gate', { responseBody: ASKS }),
        post('/gate', {
          requestBody: HASHED,
          sends: { referer: `${SITE}/gate` },
          gets: cookie(),
          ...leadsTo('/in'),
        }),
      ],
      '/gate',
    ],
    [
      'from a page for it',
      () => [
        at('/login', { responseBody: ASKS }),
        call('/x', {
          requestBody: HASHED,
          topUrl: `${SITE}/login`,
          sends: { referer: `${SITE}/login` },
          gets: cookie(),
        }),
      ],
      '/x',
    ],
    // Remote procedure calls.
    [
      'of XML-RPC',
      () => [
        call('/RPC2', {
          requestBody: xml(
            '<?xml version="1.0"?><methodCall><methodName>auth.login</methodName>' +
              '<params/></methodCall>',
          ),
          gets: cookie(),
        }),
      ],
      '/RPC2',
    ],
    [
      'of JSON-RPC',
      () => [
        call('/jsonrpc', {
          requestBody: json({ jsonrpc: '2.0', method: 'session.login', params: ['a'], id: 1 }),
          gets: cookie(),
        }),
      ],
      '/jsonrpc',
    ],
    [
      'of JSON-RPC under another name',
      () => [
        call('/ubus', {
          requestBody: json([
            {
              jsonrpc: '2.0',
              method: 'call',
              params: ['0'.repeat(32), 'session', 'login', { username: 'a', password: 'b' }],
            },
          ]),
          responseBody: json([{ result: [0, { ubus_rpc_session: hex() }] }]),
        }),
      ],
      '/ubus',
    ],
    [
      'of GWT',
      () => [
        call('/app/service', {
          requestBody: readBody(
            'text/x-gwt-rpc; charset=utf-8',
            `7|0|8|${SITE}/app/|${hex().toUpperCase()}|com.box.client.UserService|login|` +
              'java.lang.String/2004016611|ada|secret|1|2|3|4|2|5|5|6|7|',
          ),
          gets: cookie(),
        }),
      ],
      '/app/service',
    ],
    [
      'of SOAP',
      () => [
        call('/ws', {
          requestBody: xml(
            '<soap:Envelope xmlns:soap="x"><soap:Body><m:Login xmlns:m="y"><m:u>a</m:u></m:Login>' +
              '</soap:Body></soap:Envelope>',
          ),
          gets: cookie(),
        }),
      ],
      '/ws',
    ],
    [
      'of GraphQL',
      () => [
        call('/graphql', {
          requestBody: json({ query: 'mutation { signIn(input: {}) { ok } }' }),
          gets: cookie(),
        }),
      ],
      '/graphql',
    ],
    // WebSockets.
    [
      'of DDP',
      () => [
        socket(
          [
            'sent',
            JSON.stringify({
              msg: 'method',
              method: 'login',
              params: [{ user: { username: 'a' }, password: { digest: hex(64) } }],
              id: '1',
            }),
          ],
          ['received', JSON.stringify({ msg: 'result', id: '1', result: { token: hex(42) } })],
        ),
      ],
      '/live',
    ],
    [
      'of an event',
      () => [
        socket(
          ['sent', '42["login",{"username":"ada","password":"x"}]'],
          ['received', `43[{"ok":true,"token":"${hex()}"}]`],
        ),
      ],
      '/live',
    ],
    [
      'of GraphQL in messages',
      () => [
        socket(
          [
            'sent',
            JSON.stringify({
              id: '1',
              type: 'subscribe',
              payload: { query: 'mutation L { login(u: "a") { token } }' },
            }),
          ],
          [
            'received',
            JSON.stringify({
              id: '1',
              type: 'next',
              payload: { data: { login: { token: hex() } } },
            }),
          ],
        ),
      ],
      '/live',
    ],
    // Links.
    [
      'a link with a key',
      () => [at(`/open?key=${hex()}`, { gets: cookie(), ...leadsTo('/') })],
      '/open?key=',
    ],
    [
      'a link to the same page',
      () => [at(`/?token=${hex(48)}`, { gets: cookie(), ...leadsTo('/') })],
      '/?token=',
    ],
    [
      'a link with a key in its path',
      () => [at(`/login/${hex()}`, { gets: cookie(), ...leadsTo('/') })],
      '/login/',
    ],
    [
      'an invitation',
      () => [at(`/invite/${hex()}`, { gets: cookie(), ...leadsTo('/welcome') })],
      '/invite/',
    ],
    // HTTP authentication of which only the page's parts tell.
    [
      'by Digest',
      () => [
        at('/', { status: 401, gets: { 'www-authenticate': 'Digest realm="x"' } }),
        at('/', { sends: { authorization: `Digest username="a", response="${hex()}"` } }),
      ],
      '/',
    ],
    [
      'by Negotiate',
      () => [
        at('/', { status: 401, gets: { 'www-authenticate': 'Negotiate' } }),
        at('/', { sends: { authorization: `Negotiate ${hex(64)}` } }),
      ],
      '/',
    ],
    [
      'by a dialog that was hidden',
      () => [
        at('/panel/'),
        at('/panel/style.css', {
          type: 'other',
          topUrl: `${SITE}/panel/`,
          sends: { authorization: 'Basic YTpi' },
        }),
      ],
      '/panel/',
    ],
    // Step by step.
    [
      'told once, with its steps',
      () => [
        post('/login/identifier', {
          requestBody: form('login=ada'),
          ...leadsTo('/login/password'),
          gets: cookie('step'),
        }),
        at('/login/password'),
        post('/login/password', {
          requestBody: form('password=x'),
          ...leadsTo('/home'),
          gets: cookie(),
        }),
      ],
      '/login/password',
    ],
    [
      'told once, after a failure',
      () => [
        call('/api/enter', {
          requestBody: json({ password: 'x' }),
          responseBody: json({ success: false }),
        }),
        call('/api/enter', {
          requestBody: json({ password: 'y' }),
          responseBody: json({ success: true }),
          gets: cookie(),
        }),
      ],
      '/api/enter',
    ],
    [
      'a registration that logs in',
      () => [
        post('/account/create', {
          requestBody: form('email=a&password=b'),
          ...leadsTo('/home'),
          gets: cookie(),
        }),
      ],
      '/account/create',
    ],
  ])('%s', (_, steps, path) => {
    const moments = momentsTold(steps());
    expect(moments.map((one) => one.slice(0, `login ${path}`.length))).toEqual([`login ${path}`]);
  });
});

describe('no login is', () => {
  it.each<[string, () => ReturnType<typeof exchange>[]]>([
    ['an invitation that is shown', () => [at(`/invite/${hex()}`, { gets: cookie() })]],
    [
      'an invitation of somebody who has no account',
      () => [at(`/invite/${hex()}`, { gets: cookie(), ...leadsTo('/sign-up') })],
    ],
    [
      'a refusal in JSON',
      () => [
        call('/api/login', {
          requestBody: json({ password: 'x' }),
          responseBody: json({ success: false, message: 'no' }),
        }),
      ],
    ],
    [
      'one with an error',
      () => [
        call('/api/login', {
          requestBody: json({ password: 'x' }),
          responseBody: json({ error: 'bad_credentials' }),
        }),
      ],
    ],
    [
      'one of GraphQL',
      () => [
        call('/graphql', {
          requestBody: json({
            query: 'mutation { login(password: "x") { token } }',
            variables: { password: 'x' },
          }),
          responseBody: json({ errors: [{ message: 'no' }], data: null }),
        }),
      ],
    ],
    [
      'one of JSON-RPC',
      () => [
        call('/rpc', {
          requestBody: json({ method: 'login', params: { password: 'x' } }),
          responseBody: json({ jsonrpc: '2.0', error: { code: -32000, message: 'no' } }),
        }),
      ],
    ],
    [
      'one that gives a new anonymous session',
      () => [
        call('/api/login', {
          requestBody: json({ password: 'x' }),
          responseBody: json({ success: false }),
          gets: cookie(),
        }),
      ],
    ],
    [
      'one in a socket',
      () => [
        socket(
          [
            'sent',
            JSON.stringify({
              msg: 'method',
              method: 'login',
              params: [{ password: { digest: hex(64) } }],
              id: '1',
            }),
          ],
          [
            'received',
            JSON.stringify({
              msg: 'result',
              id: '1',
              error: { error: 403, errorType: 'Meteor.Error' },
            }),
          ],
        ),
      ],
    ],
    [
      'a session resumed in a socket',
      () => [
        socket(
          [
            'sent',
            JSON.stringify({
              msg: 'method',
              method: 'login',
              params: [{ resume: hex(42) }],
              id: '1',
            }),
          ],
          [
            'received',
            JSON.stringify({ msg: 'result', id: '1', result: { id: hex(), token: hex(42) } }),
          ],
        ),
      ],
    ],
    [
      'a list of logins',
      () => [
        call('/api/login-history', { gets: cookie() }),
        call('/api/login/history', { gets: cookie() }),
      ],
    ],
    ['a picture to be read', () => [call('/login/captcha', { gets: cookie('captcha') })]],
    [
      'a first step',
      () => [
        post('/login/identifier', {
          requestBody: form('login=ada'),
          ...leadsTo('/login/password'),
          gets: cookie('step'),
        }),
      ],
    ],
    ['a script of it', () => [at('/static/login.js', { type: 'other', gets: cookie() })]],
    [
      'something put into a cart beside a form',
      () => [
        at('/products/1', { responseBody: ASKS }),
        post('/cart/add', {
          requestBody: form('product=1'),
          sends: { referer: `${SITE}/products/1` },
          gets: cookie(),
          ...leadsTo('/cart'),
        }),
      ],
    ],
    [
      'what an analytics service calls it',
      () => [
        call('/collect', {
          requestBody: json({ event: 'login', type: 'login' }),
          gets: cookie('visitor'),
        }),
      ],
    ],
    [
      'a replay service’s session',
      () => [
        exchange({
          url: 'https://replay.test/sessions',
          method: 'POST',
          type: 'fetch',
          topUrl: SITE,
          responseBody: json({ sessionToken: hex() }),
        }),
      ],
    ],
    [
      'a search',
      () => [
        post('/search?q=login', { gets: cookie() }),
        post('/find?query=sign-in', { gets: cookie() }),
      ],
    ],
    [
      'a link of a letter',
      () => [
        at(`/unsubscribe?token=${hex()}`, { gets: cookie(), ...leadsTo('/done') }),
        at(`/newsletter/confirm?key=${hex()}`, { gets: cookie(), ...leadsTo('/') }),
      ],
    ],
    [
      'a link with a campaign',
      () => [at('/?key=summer-sale', { gets: cookie(), ...leadsTo('/') })],
    ],
    ['a page with a key that is only read', () => [at(`/share?key=${hex()}`, { gets: cookie() })]],
    [
      'a forgotten password',
      () => [
        post('/password/forgot', {
          requestBody: form('email=a%40b.test'),
          gets: cookie('flash'),
          ...leadsTo('/login'),
        }),
      ],
    ],
    ['the renewal of a session', () => [call('/auth/keepalive', { gets: cookie() })]],
  ])('%s', (_, steps) => {
    expect(momentsTold(steps())).toEqual([]);
  });
});
