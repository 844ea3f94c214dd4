import { b64, b64u } from './base64.js';
import type { Seeded } from './seeded.js';

const WORDS = `
  alpha beta shop cart user login session token static assets main vendor index app chunk react
  angular api v1 v2 www cdn img logo banner header footer price order item
`
  .trim()
  .split(/\s+/);
const TLDS = ['com', 'com.br', 'co.uk', 'example', 'io', 'local', 'org.au'];
const EXTENSIONS = ['js', 'min.js', 'css', 'map', 'json', 'html', 'png', 'woff2', 'tar.gz', 'd.ts'];

const host = (r: Seeded) =>
  `${r.pick(['www.', '', 'eu-1.', 'a.b.'])}${r.pick(WORDS)}-${r.pick(WORDS)}.${r.pick(TLDS)}`;
const version = (r: Seeded) =>
  `${r.below(30)}.${r.below(30)}.${r.below(300)}${r.pick(['', '-beta.4', '-rc.1+build.5114f85', '.0'])}`;
const fileName = (r: Seeded) =>
  `${r.pick(WORDS)}.${r.bytes(4 + r.below(8)).toString('hex')}.${r.pick(EXTENSIONS)}`;

/**
 * Strings that a page is full of and that are no JWS, JWE or PASETO; many look like one to a
 * regular expression.
 */
export const NOT_TOKENS: Readonly<Record<string, (random: Seeded) => string>> = {
  host,
  version,
  'file name': fileName,
  url: (r) =>
    `https://${host(r)}/${r.pick(WORDS)}/${fileName(r)}?v=${version(r)}&ts=${1e12 + r.below(1e9)}`,
  'minified code': (r) =>
    `!function(e){${r.pick(['a', 'e', 'eyJ'])}.${r.pick(WORDS)}.${r.pick(WORDS)}=${r.below(9)}` +
    `.5;window.dataLayer.push(e.${r.pick(WORDS)}.length)}(this);`,
  'data image': (r) => `data:image/png;base64,iVBORw0KGgo${b64(r.bytes(30 + r.below(300)))}`,
  'three base64url segments': (r) =>
    `${b64u(r.bytes(20 + r.below(60)))}.${b64u(r.bytes(40))}.${b64u(r.bytes(32))}`,
  'segments like a header': (r) => `eyJ${r.base62(30)}.eyJ${r.base62(40)}.${b64u(r.bytes(32))}`,
  'JSON without alg': (r) =>
    `${b64u(JSON.stringify({ typ: 'JWT', kid: r.base62(8) }))}.${b64u('{"sub":1}')}.` +
    b64u(r.bytes(32)),
  'alg not a string': (r) =>
    `${b64u(JSON.stringify({ alg: r.pick([1, null, true, [], {}]) }))}.${b64u('{"sub":1}')}.` +
    b64u(r.bytes(32)),
  'header an array': (r) => `${b64u('["alg","HS256"]')}.${b64u('{"sub":1}')}.${b64u(r.bytes(32))}`,
  'two segments': (r) => `${b64u('{"alg":"HS256"}')}.${b64u(JSON.stringify({ sub: r.base62(9) }))}`,
  'signed cookie': (r) =>
    `${b64u(JSON.stringify({ user: r.base62(9) }))}.${b64u(r.bytes(4))}.${b64u(r.bytes(20))}`,
  'client id': (r) => `GA1.${r.below(3)}.${1e9 + r.below(1e9)}.${1_600_000_000 + r.below(1e8)}`,
  'short paseto': (r) =>
    `v${1 + r.below(4)}.${r.pick(['local', 'public'])}.${b64u(r.bytes(1 + r.below(35)))}`,
  'paseto of no version': (r) => `v${5 + r.below(4)}.local.${b64u(r.bytes(100))}`,
  'class name': (r) =>
    `com.example.${r.pick(WORDS)}.${r.pick(WORDS)}.AbstractSingletonProxyFactoryBean$${r.below(9)}`,
  address: (r) =>
    `${r.below(256)}.${r.below(256)}.${r.below(256)}.${r.below(256)}:${r.below(65_536)}`,
  numbers: (r) =>
    Array.from({ length: 6 }, () => (r.below(1e6) / 997).toFixed(5)).join(r.pick([',', ' ', ';'])),
  'base64 of JSON': (r) => b64(JSON.stringify({ v: version(r), host: host(r), alg: 'HS256' })),
  'json text': (r) =>
    JSON.stringify({
      [r.pick(WORDS)]: host(r),
      n: r.below(1e6) / 7,
      file: fileName(r),
      alg: 'HS256',
    }),
  markup: (r) =>
    `<script src="/${fileName(r)}"></script>` +
    `<a href="//${host(r)}">${r.pick(WORDS)}. ${r.pick(WORDS)}... e.g. i.e.</a>`,
  hash: (r) => `sha512-${b64(r.bytes(64))}`,
  'random bytes': (r) => r.bytes(60 + r.below(60)).toString('latin1'),
};
