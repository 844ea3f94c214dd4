import fc from 'fast-check';
import { Cookie, CookieJar as ToughJar, parseDate } from 'tough-cookie';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseCookieDate } from '../../../src/engine/cookies/cookie-date.js';
import { MemoryJar } from '../../support/memory-jar.js';
import { readSetCookie } from '../../../src/engine/cookies/set-cookie.js';

// A second opinion: tough-cookie is what most Node programs store cookies with. It reads one line
// for one URL; every difference to our reading must be in the table, with who is right and why.

const NOW = Date.UTC(2026, 0, 1);

interface Case {
  line: string;
  url: string;
}

/** What a jar holds after one line, in words that both have; undefined where it refused. */
interface Held {
  name: string;
  value: string;
  domain: string;
  hostOnly: boolean;
  path: string;
  secure: boolean;
  httpOnly: boolean;
  sameSite: string;
  expiresAt?: number;
}

function ours({ line, url }: Case): Held | undefined {
  const jar = new MemoryJar();
  jar.set(line, { url }, NOW);
  const [cookie] = jar.all(NOW);
  if (!cookie) return undefined;
  const { name, value, domain, hostOnly, path, secure, httpOnly, sameSite, expiresAt } = cookie;
  return {
    name,
    value,
    domain,
    hostOnly,
    path,
    secure,
    httpOnly,
    sameSite,
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}

function theirs({ line, url }: Case): Held | undefined {
  const jar = new ToughJar(undefined, {
    looseMode: true,
    prefixSecurity: 'strict',
    allowSpecialUseDomain: true,
  });
  jar.setCookieSync(line, url, { ignoreError: true });
  const cookie = Cookie.fromJSON(jar.serializeSync()?.cookies[0]);
  if (!cookie) return undefined;
  const { key, value, domain, hostOnly, path, secure, httpOnly, sameSite, maxAge, expires } =
    cookie;
  const ends =
    typeof maxAge === 'number'
      ? NOW + maxAge * 1000
      : expires instanceof Date
        ? expires.getTime()
        : undefined;
  if (ends !== undefined && ends <= NOW) return undefined;
  return {
    name: key,
    value,
    domain: domain ?? '',
    hostOnly: hostOnly ?? false,
    path: path ?? '',
    secure,
    httpOnly,
    sameSite: sameSite ?? 'unset',
    ...(ends === undefined ? {} : { expiresAt: ends }),
  };
}

const name = fc.oneof(
  fc.constantFrom('', 'a', ' b ', '__Host-a', '__secure-b', '__Http-c', '"d"'),
  fc.string({ maxLength: 4 }),
);
const value = fc.oneof(
  fc.constantFrom('', '1', '"x y"', '__Secure-', 'a=b'),
  fc.string({ maxLength: 6 }),
);
const host = fc.constantFrom(
  'www.example.org',
  'example.org',
  'me.github.io',
  'github.io',
  'localhost',
  'app.localhost',
  '127.0.0.1',
);
const url = fc
  .tuple(fc.constantFrom('http', 'https'), host, fc.constantFrom('/', '/x', '/x/y', '/x/y/'))
  .map(([scheme, at, path]) => `${scheme}://${at}${path}`);
const attribute = fc.oneof(
  fc.constantFrom(
    'Secure',
    'HttpOnly',
    'secure=false',
    'Partitioned',
    'Path',
    'Path=/',
    'Path=/x',
    'path=x',
    'Path=/a b',
    'Priority=High',
  ),
  fc.constantFrom('SameSite=Lax', 'samesite=STRICT', 'SameSite=None', 'SameSite=x', 'SameSite'),
  fc.constantFrom(
    'Max-Age=60',
    'Max-Age=0',
    'Max-Age=-1',
    'Max-Age=x',
    'Max-Age=+5',
    'Max-Age=5.5',
    'max-age=99999999',
    'Max-Age=',
  ),
  fc.constantFrom(
    'Expires=Fri, 01 Jan 2027 00:00:00 GMT',
    'Expires=Thu, 01-Jan-70 00:00:00 GMT',
    'Expires=x',
    'expires=01 Feb 2026 0:0:0',
  ),
  host.chain((at) => fc.constantFrom(`Domain=${at}`, `domain=.${at.toUpperCase()}`)),
  fc.constantFrom(
    'Domain=',
    'Domain=.',
    'Domain=org',
    'Domain=example.net',
    'Domain=..example.org',
    'Domain=example.org.',
  ),
);
const anyCase: fc.Arbitrary<Case> = fc.record({
  line: fc
    .tuple(name, fc.boolean(), value, fc.array(attribute, { maxLength: 4 }))
    .map(([key, equals, text, attributes]) =>
      [`${key}${equals ? '=' : ''}${text}`, ...attributes].join('; '),
    ),
  url,
});

type Aspect = 'we refuse' | 'they refuse' | keyof Held;

interface Difference {
  aspects: Aspect[];
  example: Case;
  explains(one: Case): boolean;
}

const HTTPS = 'https://www.example.org/x';

// Where a row speaks of Chromium, version 156 was asked.
const DIFFERENCES: Readonly<Record<string, Difference>> = {
  'prefixes: in any case, four of them, and in the value of a nameless cookie (layered cookies); they know two, as written':
    {
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
  'a Domain that is the host and a public suffix: the host alone (RFC 6265bis §5.7); they refuse it':
    {
      aspects: ['they refuse'],
      example: { line: 'a=1; Domain=github.io', url: 'https://github.io/' },
      explains: ({ line, url: at }) =>
        new URL(at).hostname === 'github.io' && /domain=\.?github\.io/i.test(line),
    },
  'a Domain that is the host and an address or a single label: the host alone in Chromium; they say its domain':
    {
      aspects: ['hostOnly'],
      example: { line: 'a=1; Domain=localhost', url: 'http://localhost/' },
      explains: ({ line, url: at }) =>
        ['localhost', '127.0.0.1'].includes(new URL(at).hostname) && /domain=/i.test(line),
    },
  'Domain=localhost below localhost: refused by Chromium as a public suffix; they allow names of special use':
    {
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
