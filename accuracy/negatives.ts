import type { Seeded } from './support/seeded.js';

// Strings that pages are full of and that are no token, though some look like one.

const HEX = '0123456789abcdef';
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BASE64 = BASE64URL.replace('-_', '+/');
const WORDS = `
  account basket cart detail entry filter gallery header item jacket label menu news order price
  query recipe shop token user view session jwt auth eyewear ewok
`
  .trim()
  .split(/\s+/);
const SUFFIXES = ['com', 'com.br', 'co.uk', 'example', 'de', 'org', 'gov.au', 'io'];
const EXTENSIONS = ['js', 'css', 'png', 'woff2', 'min.js', 'js.map', 'chunk.css'];

const word = (random: Seeded) => random.pick(WORDS);
const words = (random: Seeded, most: number, between: string) =>
  Array.from({ length: 1 + random.below(most) }, () => word(random)).join(between);
const hex = (random: Seeded, length: number) => random.chars(HEX, length);
const seconds = (random: Seeded) => 1_500_000_000 + random.below(400_000_000);
const uuid = (random: Seeded) =>
  `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-a${hex(random, 3)}-${hex(random, 12)}`;
const host = (random: Seeded) => `${words(random, 3, '.')}.${random.pick(SUFFIXES)}`;
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** One kind of string each; {@link negative} takes them in turn. */
export const NEGATIVES: readonly ((random: Seeded) => string)[] = [
  (random) => String(random.below(1e9)),
  (random) => hex(random, random.pick([8, 16, 32, 40, 64, 128])),
  uuid,
  (random) => random.chars(BASE64URL, 11 + random.below(60)),
  (random) =>
    `data:image/png;base64,iVBORw0KGgoAAAANSUhEUg${random.chars(BASE64, 40 + random.below(400))}==`,
  (random) =>
    '!function(e,t){"use strict";var ' +
    `n=e.${word(random)}.${word(random)},r=t.${hex(random, 6)};return ` +
    `n.${word(random)}(r)}(window,{${word(random)}:${random.below(99)}});`,
  (random) =>
    `${random.below(30)}.${random.below(60)}.${random.below(400)}${random.pick(['', '-beta.1', '-rc.2+build.7', `-${hex(random, 7)}`])}`,
  host,
  (random) =>
    `https://${host(random)}/${words(random, 4, '/')}/${word(random)}.${hex(random, 8)}.` +
    `${random.pick(EXTENSIONS)}?v=${random.below(99)}`,
  (random) => new Date(seconds(random) * 1000).toISOString(),
  (random) => new Date(seconds(random) * 1000).toUTCString(),
  (random) =>
    `${words(random, 6, ' ')} md:${word(random)}-${random.below(12)} sm:w-1/2 ` +
    `${word(random)}__${word(random)}--${word(random)}`,
  (random) => `W/"${hex(random, 3)}-${random.chars(BASE64, 27)}"`,
  (random) => `GA1.${random.below(3)}.${random.below(2 ** 31)}.${seconds(random)}`,
  (random) =>
    `GS1.1.${seconds(random)}.${random.below(40)}.1.${seconds(random)}.${random.below(60)}.0.0`,
  (random) => `fb.1.${seconds(random)}${random.below(1000)}.${random.below(2 ** 31)}`,
  // IAB TCF v2: segments of base64url with dots between them, beginning with the version.
  (random) =>
    `CP${random.chars(BASE64URL, 30 + random.below(200))}.${random.pick(['YAAAAAAAAAAA', 'IF', 'f'])}${random.chars(BASE64URL, 10 + random.below(80))}.${random.chars(BASE64URL, 8 + random.below(60))}`,
  (random) =>
    `en-GB,en;q=0.${random.below(9)},ko-KR;q=0.${random.below(9)},de;q=0.${random.below(9)}`,
  (random) => `${words(random, 3, '-')}.${hex(random, 8)}.${random.pick(EXTENSIONS)}`,
  (random) =>
    `${random.chars(BASE64URL, 20 + random.below(30))}.` +
    `${random.chars(BASE64URL, 20 + random.below(80))}.${random.chars(BASE64URL, 43)}`,
  (random) =>
    `eyJ${random.chars(BASE64URL, 17 + random.below(30))}.eyJ` +
    `${random.chars(BASE64URL, 20 + random.below(80))}.${random.chars(BASE64URL, 43)}`,
  (random) =>
    `${encoded({ [word(random)]: word(random) })}.` +
    `${encoded({ [word(random)]: random.below(99) })}.${random.chars(BASE64URL, 43)}`,
  (random) =>
    `${encoded({ typ: 'JWT', kid: word(random) })}.${encoded({ sub: word(random) })}.` +
    random.chars(BASE64URL, 43),
  (random) =>
    `${encoded([word(random), 'alg'])}.${encoded({ alg: 'HS256' })}.${random.chars(BASE64URL, 43)}`,
  (random) =>
    `v${random.below(9)}.${random.pick(['local', 'public', word(random)])}.${word(random)}.js`,
  (random) => `v${5 + random.below(4)}.${word(random)}.${random.chars(BASE64URL, 60)}`,
  (random) => `MDA${random.chars(BASE64, 60 + random.below(60))}=`,
  (random) => `AgE${random.chars(BASE64URL, 60 + random.below(60))}`,
  (random) => `PHN${random.chars(BASE64, 80 + random.below(80))}`,
  (random) =>
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg">' +
        `<path id="${word(random)}" d="M${random.below(99)} 0"/></svg>`,
    ).toString('base64'),
  (random) =>
    Buffer.from(
      JSON.stringify({ [word(random)]: words(random, 5, ' '), at: seconds(random) }),
    ).toString('base64'),
  (random) =>
    JSON.stringify({
      id: uuid(random),
      [word(random)]: words(random, 4, ' '),
      version: `${random.below(9)}.${random.below(9)}.0`,
    }),
  (random) =>
    encodeURIComponent(
      JSON.stringify({ [word(random)]: random.below(9), list: [host(random), word(random)] }),
    ),
  (random) => `sha384-${random.chars(BASE64, 64)}`,
  (random) =>
    `${random.below(256)}.${random.below(256)}.${random.below(256)}.${random.below(256)}:` +
    random.below(65_536),
  (random) =>
    `${word(random)}.${word(random)}(${word(random)}.${word(random)}[${random.below(9)}]).` +
    word(random),
  (random) =>
    `<a class="${words(random, 3, ' ')}" href="/${words(random, 3, '/')}">` +
    `${words(random, 6, ' ')}.</a>`,
  (random) => `${seconds(random)}.${hex(random, 16)}.${hex(random, 32)}`,
];

/** The `index`-th string. */
export function negative(random: Seeded, index: number): string {
  return NEGATIVES[index % NEGATIVES.length]!(random);
}
