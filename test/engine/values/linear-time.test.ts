import { performance } from 'node:perf_hooks';
import { expect, it, vi } from 'vitest';
import { candidatesIn, tokensIn } from '../../../src/engine/places/candidate.js';
import { joinCookieParts } from '../../../src/engine/credentials/cookie-parts.js';
import { estimateBits, looksRandom } from '../../../src/engine/values/entropy.js';
import { formatOf } from '../../../src/engine/values/format.js';
import { candidatesInHeaders } from '../../../src/engine/places/in-headers.js';
import { candidatesInUrl } from '../../../src/engine/places/in-url.js';
import { duplicateMembers } from '../../../src/engine/values/json-members.js';
import { findJwts } from '../../../src/engine/values/jwt.js';
import { b64u, jwtOf } from '../../support/tokens.js';

// Many cases, and the machine may have other work.
vi.setConfig({ testTimeout: 120_000 });

// Nasty inputs for whatever backtracks or rescans: one unit, repeated.
const HEADER = b64u('{"alg":"HS256"}');
const JWE_HEADER = b64u('{"alg":"dir","enc":"A128GCM"}');
const UNITS = [
  'a',
  '.',
  'eyJ',
  'eyJhbGciOiJIUzI1NiJ9.',
  `${HEADER}.`,
  `${HEADER}.${HEADER.slice(1)}.`,
  `${JWE_HEADER}.`,
  `${HEADER}..`,
  `${b64u('{"alg":"HS256","b64":false}')}.$`,
  'ey.',
  'IHsi',
  '%25',
  '%',
  '25',
  '\\',
  '"',
  '" ',
  'v4.local.',
  'v4.local.a.',
  '==',
  '=',
  '.=',
  ':',
  'a:',
  '::',
  '-',
  '--',
  'a--',
  '|',
  '*',
  'Fe26.2*',
  's:',
  ';',
  ';a=',
  '?',
  '#',
  '&',
  '/',
  '/;',
  ' ',
  'Bearer ',
  'token= ',
  'a1',
  'A',
  '0',
  'MDAx',
  'AgE',
  '{',
  '[',
  '{"a":',
  '"a":1,',
  '<',
  '<Response ',
  '<a:',
  'deploy_',
  'next',
  'T',
  '0:',
  '2|1:0|',
  '.eJ',
  '!',
  '\n',
  'é',
  '\ud83d',
];
const READERS: Readonly<Record<string, (input: string) => unknown>> = {
  findJwts,
  tokensIn,
  formatOf,
  looksRandom,
  estimateBits,
  duplicateMembers,
  'a value': (input) =>
    candidatesIn({ carrier: 'header', locator: 'x', direction: 'sent' }, 'access_token', input),
  'a name': (input) =>
    candidatesIn(
      { carrier: 'header', locator: 'x', direction: 'sent' },
      input,
      'f3a9c1b27d5e48609a1b',
    ),
  'a URL': (input) => candidatesInUrl(`https://a.example/${input}?${input}#${input}`, 'sent'),
  'a relative URL': (input) => candidatesInUrl(input, 'received'),
  'an Authorization header': (input) =>
    candidatesInHeaders([{ name: 'authorization', value: input }], 'sent'),
  'a bound session header': (input) =>
    candidatesInHeaders([{ name: 'secure-session-challenge', value: input }], 'received'),
  'cookies in parts': (input) =>
    joinCookieParts([
      { name: 's.0', value: input },
      { name: 's.1', value: input },
      { name: input, value: 'x' },
    ]),
};

/** Least of several, so that a busy machine does not matter. */
function millis(work: () => unknown, rounds = 3): number {
  let least = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

it.each(Object.keys(READERS))('takes time in proportion to its input: %s', (name) => {
  const read = READERS[name]!;
  for (const unit of UNITS) {
    const small = unit.repeat(Math.ceil(15_000 / unit.length));
    const ratio = () =>
      millis(() => read(small.repeat(8))) /
      Math.max(
        2,
        millis(() => read(small)),
      );
    // Linear is 8, quadratic 64. A pause may hit one measurement, not three.
    const ratios = [ratio()];
    while (ratios.at(-1)! > 24 && ratios.length < 3) ratios.push(ratio());
    expect([unit, Math.min(...ratios) <= 24]).toEqual([unit, true]);
  }
});

it('costs at most half of what JSON.parse does on text without tokens', () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => ({
    id: i,
    price: i / 4,
    host: `www${i}.example.com.br`,
    tags: ['new', `tag-${i}`],
    active: i % 2 === 0,
    updated: '2026-01-01T00:00:00.000Z',
    text: 'Lorem ipsum dolor sit amet, consectetur adipiscing elit.',
  }));
  const json = JSON.stringify(rows);
  const ratio = () => millis(() => findJwts(json), 7) / millis(() => JSON.parse(json), 7);
  const ratios = [ratio()];
  while (ratios.at(-1)! > 0.5 && ratios.length < 5) ratios.push(ratio());
  expect(Math.min(...ratios)).toBeLessThanOrEqual(0.5);
});

it('survives a header with 20,000 tokens, and a URL with as many parameters', () => {
  const many = (make: (i: number) => string) =>
    Array.from({ length: 20_000 }, (_, i) => make(i)).join('&');
  const tokens = many((i) => `${HEADER}.${b64u(`{"i":${i}}`)}.AAAA`);
  expect(candidatesInHeaders([{ name: 'x-tokens', value: tokens }], 'sent').length).toBeGreaterThan(
    100,
  );
  const url = `/cb?${many((i) => `sid=f3a9c1b27d5e48609a1b${i}`)}`;
  expect(candidatesInHeaders([{ name: 'location', value: url }], 'received')).toHaveLength(20_000);
});

it('finds the token at the end of 5 MB', () => {
  const token = jwtOf({ sub: 'last' });
  for (const filler of ['a.b.c ', 'a', `${HEADER}. `, '<script src="/main.1.js"></script>']) {
    expect(findJwts(`${filler.repeat(5_000_000 / filler.length)} ${token}`)).toEqual([token]);
  }
});
