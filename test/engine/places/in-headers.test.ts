import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { candidatesInHeaders } from '../../../src/engine/places/in-headers.js';
import { quotedStrings } from '../../../src/engine/values/structured-field.js';
import { anyJwt, jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

// Many cases, and the machine may have other work.
vi.setConfig({ testTimeout: 120_000 });

const random = new Seeded('headers');
const JWT = anyJwt(random);
const ID = random.base62(32);
const OTHER = random.base62(32);

function seenIn(name: string, value: string): [string, string, string?][] {
  return candidatesInHeaders([{ name, value }], 'sent').map(({ locator, value: found, scheme }) =>
    scheme === undefined ? [locator, found] : [locator, found, scheme],
  );
}

it.each([':path', ':authority', ':scheme'])('no pseudo-header has anything: %s', (name) => {
  expect(seenIn(name, JWT)).toEqual([]);
  expect(seenIn(name, `/exec?token=${JWT}`)).toEqual([]);
});

it.each([
  [`Bearer ${JWT}`, JWT, 'bearer'],
  [`bearer   ${JWT} `, JWT, 'bearer'],
  [`Bearer%20${JWT}`, JWT, ''],
  [JWT, JWT, ''],
  [`"${JWT}"`, JWT, ''],
  [`JWT ${JWT}`, JWT, 'jwt'],
  [`DPoP ${JWT}`, JWT, 'dpop'],
  [`Bearer ${ID}`, ID, 'bearer'],
  [`Token ${ID}`, ID, 'token'],
  [`Token token="${ID}", client="ada"`, ID, 'token'],
  [`MediaBrowser Client="web", Token="${ID}"`, ID, 'mediabrowser'],
  [`Shop device="${OTHER}", session="${ID}"`, ID, 'shop'],
  [`Shop id=${OTHER},ticket=${ID}`, ID, 'shop'],
  [`Shop version="2", for="${ID}"`, ID, 'shop'],
  [`Plex X-Plex-Client-Identifier="${OTHER}", X-Plex-Token="${ID}"`, ID, 'plex'],
  [ID, ID, ''],
  ['Basic YWRhOnBhc3M=', 'YWRhOnBhc3M=', 'basic'],
  // Of a proof, which is another one each time, only whose it is.
  [`Digest username="ada", realm="shop", response="${ID}"`, 'digest ada@shop', 'digest'],
  ['Negotiate YIIJvwYGKwYBBQUCoIIJ', 'negotiate @', 'negotiate'],
  ['NTLM TlRMTVNTUAAB', 'ntlm @', 'ntlm'],
  ['Digest', 'digest @', 'digest'],
  [
    `AWS4-HMAC-SHA256 Credential=AKIA/20260101, Signature=${ID}`,
    'signed by AKIA (aws4-hmac-sha256)',
    'aws4-hmac-sha256',
  ],
  [`Shop realm="a", signature="${ID}"`, 'signed by a key without a name (shop)', 'shop'],
  // RFC 6750 was not everybody's: some send OAuth 2 tokens so.
  [`OAuth ${ID}`, ID, 'oauth'],
  [`${ID}==`, `${ID}==`, ''],
])('reads Authorization: %s', (header, value, scheme) => {
  expect(seenIn('authorization', header)).toEqual([['authorization', value, scheme]]);
});

it.each([
  '',
  'Bearer',
  'Bearer ',
  'Bearer undefined',
  'Bearer null',
  'Bearer [object Object]',
  `SAPISIDHASH 1700000000_${ID}`,
  // What program asks, and where it is: nobody has logged in.
  `MediaBrowser Client="web", Device="Chrome", DeviceId="${ID}", Version="10.10.3"`,
  `Shop client_id="${ID}", nonce="${OTHER}"`,
])('sees no credential in Authorization: %s', (header) => {
  expect(seenIn('authorization', header)).toEqual([]);
});

it.each([
  ['x-emby-authorization', `MediaBrowser Client="Web", DeviceId="a1", Token="${ID}"`],
  ['x-authorization', `Token token="${ID}"`],
  ['authentication', `Bearer ${ID}`],
])('reads %s of a page’s own as it reads Authorization', (name, value) => {
  expect(seenIn(name, value).map(([at, found]) => [at, found])).toEqual([[name, ID]]);
});

it('sees the key of a message signature, and not what it made (RFC 9421)', () => {
  const input = 'sig1=("@method");created=1618473510;keyid="key-1"';
  expect(seenIn('signature-input', input)).toEqual([
    ['signature-input', 'signed by key-1 (http-message-signature)', 'http-message-signature'],
  ]);
  expect(seenIn('signature', `sig1=:${ID}${OTHER}:`)).toEqual([]);
});

it('reads name and password in a header of the page’s own, as they are kept', () => {
  const hash = '0123456789abcdef'.repeat(2);
  expect(seenIn('x-authorization', `Basic ${hash}`)).toEqual([['x-authorization', hash, 'basic']]);
  expect(seenIn('x-plan', 'Basic plan')).toEqual([]);
});

it('finds what JSON in a header calls a credential, and nothing else of it', () => {
  const header = JSON.stringify({ session_token: ID, request_id: OTHER, locale: 'en' });
  expect(seenIn('x-fallback', header)).toEqual([['x-fallback', ID]]);
  expect(seenIn('x-context', JSON.stringify({ trace: OTHER, page: 7 }))).toEqual([]);
  expect(seenIn('nel', JSON.stringify({ report_to: OTHER, max_age: 3600 }))).toEqual([]);
});

it('finds tokens in headers of any name', () => {
  for (const name of [
    'x-anything',
    'x-amzn-oidc-data',
    'sec-websocket-protocol',
    'x-forwarded-user',
    'link',
  ]) {
    expect(seenIn(name, `a, ${JWT}, b`)).toEqual([[name, JWT]]);
  }
  expect(seenIn('x-csrf-token', ID)).toEqual([['x-csrf-token', ID]]);
  expect(seenIn('etag', `"${ID}"`)).toEqual([]);
  expect(
    seenIn('content-security-policy', `script-src 'nonce-${ID}' https://a.example.com.br`),
  ).toEqual([]);
});

it('reads Location as a URL, relative or not', () => {
  for (const base of ['https://a.example/cb', '/cb', 'cb', '']) {
    expect(seenIn('location', `${base}#id_token=${JWT}&state=${ID}`)).toEqual([
      ['id_token', JWT],
      ['state', ID],
    ]);
  }
});

it('reads the strings of device bound sessions', () => {
  expect(
    seenIn(
      'secure-session-registration',
      `(ES256 RS256);path="/register";challenge="${ID}";authorization="code-of-the-login"`,
    ),
  ).toEqual([
    ['secure-session-registration;challenge', ID],
    ['secure-session-registration;authorization', 'code-of-the-login'],
  ]);
  expect(
    seenIn(
      'secure-session-challenge',
      `"${ID}";id="session-one", "another-challenge";id="session-two"`,
    ).map(([, value]) => value),
  ).toEqual([ID, 'session-one', 'another-challenge', 'session-two']);
  expect(seenIn('sec-secure-session-id', `"${ID}"`)).toEqual([['sec-secure-session-id', ID]]);
  expect(
    seenIn('secure-session-response', jwtOf({ jti: ID }, { typ: 'dbsc+jwt', alg: 'ES256' })),
  ).toEqual([]);
});

it('prints and reads strings of structured fields', () => {
  const printed = (string: string) => `"${string.replace(/["\\]/g, '\\$&')}"`;
  const ascii = fc.stringMatching(/^[ -~]*$/);
  fc.assert(
    fc.property(fc.array(ascii, { maxLength: 5 }), (strings) => {
      const field = strings
        .map((string, i) => (i % 2 ? `;key${i}=${printed(string)}` : printed(string)))
        .join(' ');
      expect(quotedStrings(field)).toEqual(
        strings.map((string, i) => ({ key: i % 2 ? `key${i}` : '', string })),
      );
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (field) => Array.isArray(quotedStrings(field))),
  );
});

it('reads any header without exception', () => {
  const names = fc.constantFrom(
    'authorization',
    'location',
    'secure-session-challenge',
    'x-token',
    'cookie',
  );
  expect(() =>
    fc.assert(
      fc.property(names, fc.string({ unit: 'binary' }), (name, value) =>
        Array.isArray(candidatesInHeaders([{ name, value }], 'received')),
      ),
    ),
  ).not.toThrow();
});
