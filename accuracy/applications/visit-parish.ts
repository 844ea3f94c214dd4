import express, { type Express } from 'express';
import type { Application } from './support/application.js';
import {
  b64,
  CHOSEN,
  cookieLabels,
  type GuestCookies,
  gives,
  GUESTS,
  hex,
  restIs,
  strolls,
  url64,
} from './support/guest-site.js';
import { pages, serveParties } from './support/parties.js';
import { NOBODY } from './support/visitor.js';

const HOST = 'parish-council.test';
const sealed = (bytes: number) =>
  Buffer.from(JSON.stringify({ iv: b64(16), value: b64(bytes), mac: hex(32), tag: '' }))
    .toString('base64')
    .replaceAll('=', '%3D');
const COOKIES: GuestCookies = {
  fe_typo_user: { role: GUESTS, line: '; HttpOnly; SameSite=Lax', make: () => hex(16) },
  '8a4f1e0c9b7d6352e1f0a9b8c7d6e5f4': { role: GUESTS, line: '; HttpOnly', make: () => hex(13) },
  october_session: {
    role: GUESTS,
    line: '; Max-Age=7200; HttpOnly; SameSite=Lax',
    always: true,
    make: () => sealed(64),
  },
  'XSRF-TOKEN': {
    role: 'csrf',
    line: '; Max-Age=7200; SameSite=Lax',
    always: true,
    make: () => sealed(64),
  },
  CraftSessionId: { role: GUESTS, line: '; HttpOnly', make: () => hex(13) },
  CRAFT_CSRF_TOKEN: {
    role: 'csrf',
    line: '; HttpOnly',
    make: () =>
      `${hex(32)}a%3A2%3A%7Bi%3A0%3Bs%3A16%3A%22CRAFT_CSRF_TOKEN%22%3Bi%3A1%3Bs%3A40%3A%22` +
      `${url64(30)}%22%3B%7D`,
  },
  wordpress_test_cookie: {
    role: ['other', 'preference'],
    line: '',
    make: () => 'WP%20Cookie%20check',
  },
  'wp-postpass_0c1d2e3f': {
    role: ['other', 'remember-me', 'session'],
    line: '; Max-Age=864000',
    make: () => `%24P%24B${url64(23)}`,
  },
  comment_author_email_0c1d: {
    role: CHOSEN,
    line: '; Max-Age=30000000',
    make: () => 'ada%40example.test',
  },
  has_js: { role: CHOSEN, line: '', make: () => '1' },
  font_size: { role: CHOSEN, line: '; Max-Age=30000000', make: () => '110' },
};

/**
 * A parish's pages, by content management that gives every guest a session before anybody has a
 * name.
 */
export const application: Application = {
  ...NOBODY,
  name: 'visit-parish',
  docs: [
    // "fe_typo_user: session of frontend users"; for guests where an extension stores something.
    'https://docs.typo3.org/m/typo3/reference-coreapi/main/en-us/ApiOverview/SessionStorageFramework/Index.html',
    // A cookie named by md5 of the site's secret and "site"; hidden field named by 32 hex digits,
    // value 1.
    'https://manual.joomla.org/docs/general-concepts/forms/csrf-protection/',
    'https://laravel.com/docs/12.x/csrf#csrf-x-xsrf-token',
    'https://craftcms.com/knowledge-base/cookies-and-sessions (CraftSessionId, CRAFT_CSRF_TOKEN)',
    // "wp-postpass: the password of a protected post"; "comment_author_email".
    'https://developer.wordpress.org/advanced-administration/wordpress/cookies/',
    'https://developer.wordpress.org/apis/security/nonces/',
  ],
  truth: {
    mechanism: ['session-cookie', 'none'],
    host: HOST,
    credentials: [
      ...cookieLabels(COOKIES),
      {
        carrier: 'body',
        name: /(?:_token|[0-9a-f]{32}|CRAFT_CSRF_TOKEN|_wpnonce|__trustedProperties|__hmac)/,
        role: ['csrf', 'other'],
      },
      { carrier: 'header', name: /^x-(?:wp-nonce|xsrf-token|csrf-token)$/, role: 'csrf' },
      { carrier: 'url', name: /^(?:cHash|tx_.*|_wpnonce|preview_nonce)$/, role: ['other', 'csrf'] },
      ...restIs(),
    ],
  },
  start: () => serveParties(HOST, { [HOST]: parish }),
  visit: strolls(
    ['/', '/minutes?cHash=0c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f'],
    [
      { on: '/contact', type: { '#message': 'The lamp is out' }, press: '#send', leads: true },
      { on: '/minutes', press: '#vote' },
    ],
  ),
};

function parish(app: Express): void {
  const nonce = hex(5);
  app.use(gives(COOKIES), express.urlencoded({ extended: false }), express.json());
  app.post('/contact', (_, response) => void response.redirect(303, '/thanks'));
  app.post(
    '/wp-json/poll/v1/vote',
    (request, response) =>
      void response.sendStatus(request.get('x-wp-nonce') === nonce ? 204 : 403),
  );
  const form =
    `<form method="post" action="/contact"><input type="hidden" name="${hex(16)}" value="1">` +
    `<input type="hidden" name="_token" value="${url64(30)}">` +
    `<input type="hidden" name="CRAFT_CSRF_TOKEN" value="${url64(60)}">` +
    `<input type="hidden" name="tx_form[__trustedProperties]" value='{"message":1}${hex(20)}'>` +
    '<input id="message" name="message"><button id="send">Send</button></form>';
  pages(app, ['', 'minutes', 'contact', 'thanks'], {
    head: () => `<script>const wpApiSettings = { root: '/wp-json/', nonce: '${nonce}' };</script>`,
    body: (name) => `${name === 'contact' ? form : ''}<button id="vote">Useful</button><script>
const xsrf = decodeURIComponent(document.cookie.match(/XSRF-TOKEN=([^;]+)/)?.[1] ?? '');
document.querySelector('#vote').onclick = () => fetch('/wp-json/poll/v1/vote', { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-WP-Nonce': wpApiSettings.nonce, 'X-XSRF-TOKEN': xsrf }, body: '{"answer":2}' });
</script>`,
  });
}
