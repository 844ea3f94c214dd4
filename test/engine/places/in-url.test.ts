import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { candidatesInUrl } from '../../../src/engine/places/in-url.js';
import { anyJwe, anyJwt } from '../../support/jose.js';
import { samlRedirect } from '../../support/saml.js';
import { Seeded } from '../../support/seeded.js';

// Many cases, and the machine may have other work.
vi.setConfig({ testTimeout: 120_000 });

const random = new Seeded('urls');
const JWT = anyJwt(random);
const ID = random.bytes(16).toString('hex');

function seenIn(url: string): [string, string][] {
  return candidatesInUrl(url, 'sent').map(({ locator, value }) => [locator, value]);
}

it.each([
  [`https://a.example/?access_token=${JWT}`, 'access_token', JWT],
  [`https://a.example/?x=${encodeURIComponent(JSON.stringify({ t: JWT }))}`, 'x', JWT],
  [`https://a.example/?x=${encodeURIComponent(encodeURIComponent(`"${JWT}"`))}`, 'x', JWT],
  [`https://a.example/?x=Bearer+${JWT}`, 'x', JWT],
  [`https://a.example/#access_token=${JWT}&x=1`, 'access_token', JWT],
  [`https://a.example/#/callback?token=${JWT}`, 'token', JWT],
  [`https://a.example/cart;jsessionid=${ID.toUpperCase()}`, 'jsessionid', ID.toUpperCase()],
  [`https://a.example/a;v=1;sid=${ID}/b.html;c`, 'sid', ID],
  [`https://a.example/verify/${JWT}/now`, 'path', JWT],
  [`https://a.example/?${JWT}`, 'query', JWT],
  [`https://a.example/#${JWT}`, 'fragment', JWT],
  [`wss://a.example/socket?token=${JWT}`, 'token', JWT],
  [`/relative?token=${JWT}`, 'token', JWT],
  [`?token=${JWT}`, 'token', JWT],
  [`https://a.example/?session=${ID}`, 'session', ID],
])('%s', (url, locator, value) => {
  expect(seenIn(url)).toEqual([[locator, value]]);
});

const SHORT = random.base62(24).toLowerCase().replaceAll(/[6-9]/g, '5');
const LONG = random.bytes(40).toString('hex').toUpperCase();

it.each<[string, [string, string][]]>([
  [`/shop/(S(${SHORT}))/default.aspx`, [['ASP.NET_SessionId', SHORT]]],
  [`/(${SHORT})/default.aspx`, [['ASP.NET_SessionId', SHORT]]],
  [`/(F(${LONG}))/x.aspx`, [['.ASPXAUTH', LONG]]],
  [
    `/(A(${LONG})S(${SHORT}))/x.aspx`,
    [
      ['.ASPXANONYMOUS', LONG],
      ['ASP.NET_SessionId', SHORT],
    ],
  ],
  ['/wiki/(disambiguation)/x', []],
  ['/f(S(abc))/x', []],
])('knows what ASP.NET keeps in a path: %s', (path, kept) => {
  expect(seenIn(`https://a.example${path}`)).toEqual(kept);
});

it('finds a SAML response in its redirect', () => {
  const message = samlRedirect(random);
  expect(
    seenIn(`https://a.example/acs?SAMLResponse=${encodeURIComponent(message)}&RelayState=home`),
  ).toEqual([['SAMLResponse', message]]);
});

it('finds an encrypted token as well', () => {
  const jwe = anyJwe(random);
  expect(seenIn(`https://a.example/?request=${jwe}`)).toEqual([['request', jwe]]);
});

it.each([
  'https://www.example.com.br/main.3f2a9c1b4d5e6f70.js?v=1.2.3#top',
  `https://a.example/img/${ID}.png?etag=${ID}&request_id=${ID}&cid=${ID}`,
  'https://a.example/search?q=session+token&page_token=2&lang=en-US',
  'https://a.example/socket.io/?EIO=4&transport=polling&t=OxYz1Ab',
  `https://a.example/?client_id=${ID}&businessId=${ID}&_ga=GA1.2.1234567890.1700000000`,
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ',
  'blob:https://a.example/0b4bb7b2-4a1b-4c83-9d55-5f1b0d0f8f6d',
  'not a url',
  '',
])('finds nothing in %s', (url) => {
  expect(seenIn(url)).toEqual([]);
});

it('reads any URL without exception', () => {
  expect(() =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl({ withFragments: true, withQueryParameters: true }),
          fc.string({ unit: 'binary' }),
        ),
        (url) => Array.isArray(seenIn(url)),
      ),
    ),
  ).not.toThrow();
});

it('a request that is signed in its address is of its key, and of no nonce', () => {
  const signed =
    `https://a.example/orders?oauth_consumer_key=${ID}&oauth_token=t1&oauth_nonce=${ID}` +
    `&oauth_timestamp=1763632800&oauth_signature=${ID}`;
  expect(seenIn(signed)).toEqual([['signature', 'signed by t1 (oauth)']]);
  expect(candidatesInUrl(signed, 'received')).not.toContainEqual(
    expect.objectContaining({ locator: 'signature' }),
  );
  expect(seenIn(`https://a.example/?nonceStr=${ID}&sign=${ID}`)).toEqual([]);
});
