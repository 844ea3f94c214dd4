import fc from 'fast-check';
import { parseDate } from 'tough-cookie';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseCookieDate } from '../../../src/engine/cookies/cookie-date.js';
import { readSetCookie } from '../../../src/engine/cookies/set-cookie.js';
import { type Case, anyCase } from '../../support/any-cookie.js';
import { type Held, NOW, ours, theirs } from '../../support/two-jars.js';

type Aspect = 'we refuse' | 'they refuse' | keyof Held;

interface Difference {
  aspects: Aspect[];
  example: Case;
  explains(one: Case): boolean;
}

const HTTPS = 'https://www.example.org/x';

// Every difference to our reading must be in the table, with who is right and why.
// Where a row speaks of Chromium, version 156 was asked.
const DIFFERENCES: Readonly<Record<string, Difference>> = {
  ['prefixes: in any case, four of them, and in the value of a nameless cookie ' +
  '(layered cookies); they know two, as written']: {
    aspects: ['we refuse'],
    example: { line: '__secure-a=1', url: HTTPS },
    explains: (one) => refusedFor(one, 'prefix'),
  },
  'SameSite=None without Secure: refused by browsers (RFC 6265bis §5.7); they store it': {
    aspects: ['we refuse'],
    example: { line: 'a=1; SameSite=None', url: HTTPS },
    explains: (one) => refusedFor(one, 'samesite-none-insecure'),
  },
  'Partitioned without Secure: refused by Chromium; they do not know the attribute': {
    aspects: ['we refuse'],
    example: { line: 'a=1; Partitioned', url: HTTPS },
    explains: (one) => refusedFor(one, 'partitioned-insecure'),
  },
  'neither name nor value: refused by browsers (RFC 6265bis §5.7); they store it': {
    aspects: ['we refuse'],
    example: { line: '=', url: HTTPS },
    explains: (one) => refusedFor(one, 'syntax'),
  },
  'a Domain of dots: refused by Chromium; they take it for none, or store it with a dot too many': {
    aspects: ['we refuse', 'domain', 'hostOnly'],
    example: { line: 'a=1; Domain=.', url: HTTPS },
    explains: ({ line }) => /domain=\.(?:;|$|\.)/i.test(line),
  },
  'an attribute twice, the second without a good value: it counts in Chromium; they keep the first':
    {
      aspects: ['we refuse', 'they refuse', 'domain', 'hostOnly', 'expiresAt'],
      example: { line: 'a=1; Max-Age=60; Max-Age=x', url: HTTPS },
      explains: ({ line }) => /(domain|max-age|expires)=.*\1=/i.test(line),
    },
  'a Max-Age with a plus sign: read by Chromium; they ignore it': {
    aspects: ['they refuse', 'expiresAt'],
    example: { line: 'a=1; Max-Age=+5', url: HTTPS },
    explains: ({ line }) => line.includes('Max-Age=+5'),
  },
  'more than 400 days: capped (RFC 6265bis §5.5); they keep it for as long as asked': {
    aspects: ['expiresAt'],
    example: { line: 'a=1; Max-Age=99999999', url: HTTPS },
    explains: ({ line }) => line.includes('99999999'),
  },
  ['a Domain that is the host and a public suffix: the host alone (RFC 6265bis ' +
  '§5.7); they refuse it']: {
    aspects: ['they refuse'],
    example: { line: 'a=1; Domain=github.io', url: 'https://github.io/' },
    explains: ({ line, url: at }) =>
      new URL(at).hostname === 'github.io' && /domain=\.?github\.io/i.test(line),
  },
  ['a Domain that is the host and an address or a single label: the host alone in ' +
  'Chromium; they say its domain']: {
    aspects: ['hostOnly'],
    example: { line: 'a=1; Domain=localhost', url: 'http://localhost/' },
    explains: ({ line, url: at }) =>
      ['localhost', '127.0.0.1'].includes(new URL(at).hostname) && /domain=/i.test(line),
  },
  'a __Host- name with the address as its Domain: kept by Chromium; they refuse any Domain': {
    aspects: ['they refuse'],
    example: { line: '__Host-a=1; Domain=127.0.0.1; Path=/; Secure', url: 'http://127.0.0.1/' },
    explains: ({ line, url: at }) =>
      new URL(at).hostname === '127.0.0.1' && /^\s*__host-.*domain=127\.0\.0\.1/i.test(line),
  },
  ['Domain=localhost below localhost: refused by Chromium as a public suffix; they ' +
  'allow names of special use']: {
    aspects: ['we refuse'],
    example: { line: 'a=1; Domain=localhost', url: 'http://app.localhost/' },
    explains: ({ line, url: at }) =>
      new URL(at).hostname === 'app.localhost' && /domain=\.?localhost/i.test(line),
  },
  'a leading equals sign: an empty name (RFC 6265bis §5.6); they drop it and read on': {
    aspects: ['name', 'value'],
    example: { line: '=a=b', url: HTTPS },
    explains: ({ line }) => /^\s*=/.test(line),
  },
};

function refusedFor({ line, url: at }: Case, asked: string): boolean {
  return readSetCookie(line, at, NOW).rejections.some(({ reason }) => reason === asked);
}

/** In what the two differ. */
function differences(one: Case): Aspect[] {
  const [mine, other] = [ours(one), theirs(one)];
  if (!mine || !other) return mine === other ? [] : [mine ? 'they refuse' : 'we refuse'];
  return (Object.keys({ ...mine, ...other }) as (keyof Held)[]).filter(
    (field) => mine[field] !== other[field],
  );
}

function unexplained(one: Case): Aspect[] {
  return differences(one).filter(
    (aspect) =>
      !Object.values(DIFFERENCES).some(
        ({ aspects, explains }) => aspects.includes(aspect) && explains(one),
      ),
  );
}

describe('beside tough-cookie', () => {
  beforeAll(() => {
    vi.useFakeTimers({ now: NOW });
  });
  afterAll(() => {
    vi.useRealTimers();
  });

  it('a line is read alike, but for the differences that are explained', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        expect(unexplained(one)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(Object.entries(DIFFERENCES))('%s', (_why, { example, aspects, explains }) => {
    expect(explains(example)).toBe(true);
    expect(differences(example).some((aspect) => aspects.includes(aspect))).toBe(true);
  });

  it('the same time is read from what dates are made of', () => {
    const piece = fc.constantFrom(
      'Fri,',
      '01',
      '1',
      '31',
      'Jan',
      'feb',
      'December',
      '2027',
      '27',
      '70',
      '1600',
      '00:00:00',
      '23:59:59',
      '24:00:00',
      'GMT',
      '-',
      '/',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
        const date = pieces.join(' ');
        expect(parseCookieDate(date)).toBe(parseDate(date)?.getTime());
      }),
      { numRuns: 3_000 },
    );
  });
});
