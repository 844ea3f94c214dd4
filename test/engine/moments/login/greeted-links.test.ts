import { expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';
import { Seeded } from '../../../support/seeded.js';

// A link whose key has any name: what it gives, and the page that it leads to, tell what it is for.

const SITE = 'https://paper.test';
const random = new Seeded('greeted links');
const hex = (bytes = 16) => random.bytes(bytes).toString('hex');
const html = (text: string) => readBody('text/html', `<!doctype html><p>${text}</p>`);
const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, type: 'document', ...more });
const KNOWN = html('Signed in as ada <a href="/close">Log out</a>');
const ID = hex();
const link = (path: string, to = '/read/7', more: Partial<ExchangeSpec> = {}) =>
  at(path, {
    status: 302,
    redirectUrl: SITE + to,
    gets: { 'set-cookie': `reader=${ID}; Path=/; HttpOnly` },
    ...more,
  });
const there = (responseBody = KNOWN, path = '/read/7') =>
  at(path, { responseBody, sends: { cookie: `reader=${ID}` } });
const KEY = random.base62(32);
const logins = (...visit: ReturnType<typeof exchange>[]) =>
  momentsTold(visit).filter((one) => one.startsWith('login'));

it.each([
  ['of a letter', `/open?pass_slip=${KEY}`],
  ['with its key in the path', `/door/${KEY}`],
  [
    'of a portal that signs who comes',
    `/in?card=${['{"alg":"HS256"}', '{"sub":"ada"}'].map((one) => Buffer.from(one).toString('base64url')).join('.')}.${random.base62(43)}`,
  ],
])('a link %s logs in', (_what, path) => {
  expect(logins(at('/read/7'), link(path), there())).toHaveLength(1);
});

it.each([
  '/confirm-email?token=',
  '/verify?code=',
  '/activate/',
  '/users/confirmation?confirmation_token=',
  '/account/activate?key=',
])('a letter that confirms an address by %s logs in, where it does', (path) => {
  expect(logins(at('/read/7'), link(path + KEY), there())).toHaveLength(1);
  expect(logins(link(path + KEY, '/read/7', { redirectUrl: undefined }))).toEqual([]);
  const shown = { status: 200, redirectUrl: undefined, responseBody: KNOWN };
  expect(logins(link(path + KEY, '/', shown))).toHaveLength(1);
  const asked = at('/me', { type: 'fetch', status: 401 });
  const opened = () => at('/me', { type: 'fetch', sends: { cookie: `reader=${ID}` } });
  expect(logins(asked, link(path + KEY), there(html('Thanks')), opened())).toHaveLength(1);
});

it.each<[string, () => ReturnType<typeof exchange>[]]>([
  [
    'where a confirmed address leads to a page for nobody',
    () => [link(`/verify?token=${KEY}`), there(html('Thanks'))],
  ],
  ['where what is confirmed is an order', () => [link(`/order/confirm?token=${KEY}`), there()]],
  [
    'where the page of a link without a key greets',
    () => [
      link('/verify?step=2', '/', { status: 200, redirectUrl: undefined, responseBody: KNOWN }),
    ],
  ],
  ['where the page greets nobody', () => [link(`/open?k2=${KEY}`), there(html('Read on'))]],
  [
    'where the page asks for a password',
    () => [
      link(`/open?k2=${KEY}`),
      there(readBody('text/html', '<a href="/out">Log out</a><input type=password name=p>')),
    ],
  ],
  ['where nothing is given', () => [link(`/open?k2=${KEY}`, '/read/7', { gets: {} }), there()]],
  ['where the link has no key', () => [link('/open?page=7'), there()]],
  ['where an advertisement was followed', () => [link(`/open?gclid=${KEY}`), there()]],
  ['where the key goes on', () => [link(`/open?k2=${KEY}`, `/open?go=1&k2=${KEY}`), there()]],
  ['where a letter is confirmed', () => [link(`/newsletter/confirm/${KEY}`), there()]],
  [
    'where somebody came with a session',
    () => {
      const sends = { cookie: `kept=${hex()}` };
      return [at('/', { sends }), link(`/open?k2=${KEY}`, '/read/7', { sends }), there()];
    },
  ],
])('tells no login %s', (_why, visit) => {
  expect(logins(...visit())).toEqual([]);
});
