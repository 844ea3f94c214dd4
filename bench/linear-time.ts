// npm run bench:linear: does everything that reads text from outside take time in proportion to it?
// Per reader and kind of input it prints the exponent of the growth at worst: 1 is linear, 2
// quadratic. The exit code is 1 where one is above the limit.
import { readCookieHeader } from '../src/engine/cookies/cookie-header.js';
import { parseCookieDate } from '../src/engine/cookies/cookie-date.js';
import { readSetCookie } from '../src/engine/cookies/set-cookie.js';
import { readBody } from '../src/engine/normalize/bodies/body.js';
import { fieldsOfHtml } from '../src/engine/normalize/bodies/html-fields.js';
import { findJwts } from '../src/engine/values/tokens/jwt.js';
import * as hostile from '../test/support/hostile-inputs.js';
import { html, redacted } from '../test/support/redacted-text.js';
import { TOKEN_READERS } from '../test/support/token-readers.js';
import { analyzed, RECORDINGS } from './linear-recordings.js';

/** Half-way between linear and quadratic there is room for caches and the garbage collector. */
const MAX_EXPONENT = 1.6;
/** Scanning text without tokens, against `JSON.parse` of it. */
const MAX_SCAN = 0.5;
const TIMES_LARGER = 4;
/** Shorter than this a time says more about the machine than about the code. */
const SHORT_MS = 3;
const SIZES = [20_000, 80_000, 320_000, 1_250_000];
/** A pause of the machine may hit one measurement, not all of them. */
const ATTEMPTS = 4;

type Reader = (input: string) => unknown;

/** Least of several runs, in milliseconds. */
function millis(work: () => unknown, rounds = 3): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** The exponent of the growth on the smallest input that takes long enough; 0 where none does. */
function exponentOf(read: Reader, inputOf: (size: number) => string): number {
  for (const size of SIZES) {
    const [small, large] = [inputOf(size), inputOf(size * TIMES_LARGER)];
    if (millis(() => read(large), 1) < SHORT_MS) continue;
    const ratio = millis(() => read(large)) / millis(() => read(small));
    return Math.log(ratio) / Math.log(TIMES_LARGER);
  }
  return 0;
}

/** As `exponentOf`, measured anew where it is too large to be believed at once. */
function confirmedExponent(read: Reader, inputOf: (size: number) => string): number {
  let least = Infinity;
  for (let i = 0; i < ATTEMPTS && least > MAX_EXPONENT; i++)
    least = Math.min(least, exponentOf(read, inputOf));
  return least;
}

/** Prints one line, and whether it is within the limit. */
function holds(what: string, figure: number, limit: number, remark = ''): boolean {
  const fine = figure <= limit;
  console.log(`${fine ? ' ' : '!'} ${figure.toFixed(2)}  ${what}${remark}`);
  return fine;
}

function grows(what: string, read: Reader, inputs: hostile.HostileInputs): boolean {
  const worst = Object.entries(inputs)
    .map(([name, inputOf]) => ({ name, exponent: confirmedExponent(read, inputOf) }))
    .reduce((a, b) => (b.exponent > a.exponent ? b : a));
  return holds(what, worst.exponent, MAX_EXPONENT, ` (${worst.name})`);
}

/**
 * What the whole costs, from the text of a HAR file to the report, as a recording grows in one way.
 */
function growsWhole([what, size, inputOf]: (typeof RECORDINGS)[number]): boolean {
  const [small, large] = [inputOf(size), inputOf(size * TIMES_LARGER)];
  // Until it runs as fast as it can.
  for (let i = 0; i < 2; i++) analyzed(large);
  let least = Infinity;
  for (let i = 0; i < ATTEMPTS && least > MAX_EXPONENT; i++) {
    const ratio = millis(() => analyzed(large), 2) / millis(() => analyzed(small));
    least = Math.min(least, Math.log(ratio) / Math.log(TIMES_LARGER));
  }
  return holds(what, least, MAX_EXPONENT, ` (${size} to ${size * TIMES_LARGER})`);
}

/** Seven rounds each, taken in turns. */
function scanAgainstParse(): number {
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
  const rounds = Array.from({ length: 7 }, () => [
    millis(() => findJwts(json), 1),
    millis(() => JSON.parse(json), 1),
  ]);
  const least = (which: 0 | 1) => Math.min(...rounds.map((round) => round[which]!));
  return least(0) / least(1);
}

console.log(`Growth per reader and kind of input, at worst (at most ${MAX_EXPONENT}):`);
const readSetCookieLine = (line: string) =>
  readSetCookie(line, 'https://www.example.org/shop/cart', 0);
const results = [
  grows('readCookieHeader, cookies', readCookieHeader, hostile.OF_COOKIES),
  grows('parseCookieDate, dates', (text) => parseCookieDate(text), hostile.OF_DATES),
  grows('readSetCookie, lines', readSetCookieLine, hostile.OF_SET_COOKIE),
  grows('fieldsOfHtml, tags', fieldsOfHtml, hostile.OF_HTML),
  grows('fieldsOfHtml, one tag', fieldsOfHtml, hostile.OF_ONE_TAG),
  grows('fieldsOfHtml, long tags', fieldsOfHtml, hostile.OF_LONG_TAGS),
  ...Object.entries(hostile.OF_BODIES).map(([name, [mimeType, inputOf]]) =>
    grows(`readBody, ${mimeType}`, (text) => readBody(mimeType, text), { [name]: inputOf }),
  ),
  ...Object.entries(TOKEN_READERS).map(([name, read]) =>
    grows(`${name}, tokens`, read, hostile.OF_TOKENS),
  ),
  grows('redactHar, texts', (answered) => redacted({ answered }), hostile.OF_REDACTION),
  grows('redactHar, HTML', (answered) => redacted({ mime: html, answered }), hostile.OF_REDACTION),
  grows('redactHar, messages', (message) => redacted({ message }), hostile.OF_REDACTION),
];
console.log('Growth of reading a HAR file and reporting on it, with the number or length of');
results.push(...RECORDINGS.map(growsWhole));
console.log(`Time of scanning text without tokens ÷ JSON.parse of it (at most ${MAX_SCAN}):`);
results.push(holds('findJwts', scanAgainstParse(), MAX_SCAN));
if (!results.every(Boolean)) process.exitCode = 1;
