import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryJar, printPair } from '../../support/memory-jar.js';
import { LIFETIME_CAP } from '../../../src/engine/cookies/cookie-mode.js';

const NOW = Date.UTC(2026, 0, 1);
const HTTPS = { url: 'https://www.example.org/a/b' };

function jarWith(lines: string[], request = HTTPS): MemoryJar {
  const jar = new MemoryJar();
  for (const line of lines) jar.set(line, request, NOW);
  return jar;
}

describe('a jar', () => {
  it.each([
    ['sends what it stored', ['a=1', 'b=2'], 'a=1; b=2'],
    ['replaces in place', ['a=1', 'b=2', 'a=3'], 'a=3; b=2'],
    ['deletes by a past date', ['a=1', 'b=2', 'a=; Max-Age=0'], 'b=2'],
    [
      'gives a cookie that comes back a new place',
      ['a=1', 'b=2', 'a=; Max-Age=0', 'a=3'],
      'b=2; a=3',
    ],
    [
      'tells paths apart, the longer first',
      ['a=1; Path=/', 'a=2; Path=/a', 'a=3; Path=/c'],
      'a=2; a=1',
    ],
    ['tells the host’s own from the domain’s', ['a=1', 'a=2; Domain=www.example.org'], 'a=1; a=2'],
    ['has one cookie without a name', ['a', 'b', '=c'], 'c'],
    ['does not store what is refused', ['a=1; Domain=org', '__Host-b=1', 'c=1'], 'c=1'],
  ])('%s', (_what, lines, header) => {
    expect(jarWith(lines).header(HTTPS, NOW)).toBe(header);
  });

  it.each([
    ['https://www.example.org/a/b', 'a=1'],
    ['https://www.example.org/a', 'a=1'],
    ['https://www.example.org/ab', ''],
    ['https://www.example.org/', ''],
    ['https://other.example.org/a', ''],
    ['http://www.example.org/a', 'a=1'],
  ])('sends a cookie of a path to %s: %s', (url, header) => {
    expect(jarWith(['a=1; Path=/a']).header({ url }, NOW)).toBe(header);
  });

  it('does not store what ends now', () => {
    const now = new Date(NOW).toUTCString();
    const soon = new Date(NOW + 1_000).toUTCString();
    const jar = jarWith(['a=1', `a=2; Expires=${now}`, `b=1; Expires=${soon}`]);
    expect(jar.header(HTTPS, NOW)).toBe('b=1');
  });

  it('forgets what has ended, at that very moment', () => {
    const jar = jarWith(['a=1; Max-Age=60']);
    expect(jar.header(HTTPS, NOW + 59_999)).toBe('a=1');
    expect(jar.header(HTTPS, NOW + 60_000)).toBe('');
    expect(jar.all(NOW + 60_000)).toEqual([]);
  });

  it('keeps nothing for more than 400 days', () => {
    expect(jarWith(['a=1; Max-Age=99999999']).all(NOW)[0]?.expiresAt).toBe(NOW + LIFETIME_CAP);
  });

  it('keeps the time of creation when a value changes', () => {
    const jar = jarWith(['a=1']);
    jar.set('a=2', HTTPS, NOW + 5);
    expect(jar.all(NOW + 5)).toMatchObject([{ value: '2', createdAt: NOW }]);
  });

  it('keeps partitions apart', () => {
    const jar = new MemoryJar();
    const line = 'a=1; Secure; SameSite=None; Partitioned';
    jar.set(line, { ...HTTPS, topUrl: 'https://shop.test/' }, NOW);
    expect(jar.header({ ...HTTPS, topUrl: 'https://shop.test/other' }, NOW)).toBe('a=1');
    expect(jar.header({ ...HTTPS, topUrl: 'https://news.test/' }, NOW)).toBe('');
    expect(jar.header({ ...HTTPS, navigation: 'top' }, NOW)).toBe('');
  });

  it('leaves a secure cookie alone when plain http speaks', () => {
    const jar = jarWith(['a=1; Secure; Path=/']);
    expect(jar.set('a=2', { url: 'http://www.example.org/' }, NOW)).toMatchObject({
      stored: false,
      chrome: ['OverwriteSecure'],
    });
    expect(jar.header({ url: 'https://www.example.org/a/x' }, NOW)).toBe('a=1');
    expect(jar.header({ url: 'http://www.example.org/a/x' }, NOW)).toBe('');
  });

  it('holds so many cookies of one site, and lets the oldest go', () => {
    const jar = jarWith(Array.from({ length: 200 }, (_none, at) => `c${at}=1`));
    expect(jar.all(NOW)).toHaveLength(180);
    expect(jar.all(NOW)[0]?.name).toBe('c20');
    jar.set('x=1', { url: 'https://other.test/' }, NOW);
    expect(jar.all(NOW)).toHaveLength(181);
  });
});

describe('a jar of plain RFC 6265', () => {
  it('does not know SameSite, nor third parties', () => {
    const jar = new MemoryJar('rfc6265');
    const crossSite = { ...HTTPS, topUrl: 'https://top.test/' };
    jar.set('a=1; SameSite=Strict', crossSite, NOW);
    jar.set('b', crossSite, NOW);
    expect(jar.header(crossSite, NOW)).toBe('a=1');
  });
});

describe('any lines', () => {
  const name = fc.constantFrom('', 'a', 'b', '__Host-a', '__Secure-b');
  const attribute = fc.constantFrom(
    'Path=/',
    'Path=/a',
    'Domain=example.org',
    'Domain=org',
    'Secure',
    'HttpOnly',
    'Max-Age=0',
    'Max-Age=60',
    'SameSite=None',
    'SameSite=Lax',
    'Partitioned',
  );
  const line = fc
    .tuple(name, fc.stringMatching(/^[a-z0-9]{0,3}$/), fc.array(attribute, { maxLength: 4 }))
    .map(([key, value, attributes]) => [`${key}=${value}`, ...attributes].join('; '));
  const request = fc.record({
    url: fc.constantFrom(
      'https://www.example.org/a/b',
      'http://www.example.org/',
      'https://example.org/a',
      'http://localhost/',
    ),
    topUrl: fc.constantFrom('https://www.example.org/', 'https://top.test/'),
  });

  it('never make a jar send what its own rules forbid', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(line, request), { maxLength: 30 }), request, (sets, asked) => {
        const jar = new MemoryJar();
        for (const [said, from] of sets) jar.set(said, from, NOW);
        const all = jar.all(NOW);
        expect(
          new Set(
            all.map((c) => JSON.stringify([c.name, c.domain, c.hostOnly, c.path, c.partitionKey])),
          ).size,
        ).toBe(all.length);
        for (const cookie of jar.get(asked, NOW)) {
          expect(all).toContain(cookie);
          expect(cookie.secure && asked.url.startsWith('http://www')).toBe(false);
          expect(cookie.name.startsWith('__Host-') && !cookie.hostOnly).toBe(false);
          expect(new URL(asked.url).hostname.endsWith(cookie.domain)).toBe(true);
        }
        expect(jar.header(asked, NOW)).toBe(jar.get(asked, NOW).map(printPair).join('; '));
      }),
      { numRuns: 500 },
    );
  });

  it('said twice leave the jar as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(line, request), { maxLength: 10 }), (sets) => {
        const jar = new MemoryJar();
        const [last] = sets.slice(-1);
        for (const [said, from] of sets) jar.set(said, from, NOW);
        const before = jar.all(NOW);
        if (last) jar.set(...last, NOW);
        expect(jar.all(NOW)).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });
});
