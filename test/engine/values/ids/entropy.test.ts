import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { estimateBits, looksRandom } from '../../../../src/engine/values/ids/entropy.js';
import { b64, b64u } from '../../../support/base64.js';
import { Seeded } from '../../../support/seeded.js';

// Many cases, and the machine may have other work.
vi.setConfig({ testTimeout: 120_000 });

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const SAMPLES = 3_000;

function shareRandom(make: (random: Seeded) => string): number {
  const random = new Seeded('entropy');
  return Array.from({ length: SAMPLES }, () => make(random)).filter(looksRandom).length / SAMPLES;
}

// The last column is the share that must be taken for random; words can be had by chance.
it.each([
  ['PHP: 32 hexadecimal', (r: Seeded) => r.bytes(16).toString('hex'), 0.995],
  ['PHP: 26 lower case and digits', (r: Seeded) => r.from(`${LOWER}0123456789`, 26), 0.99],
  [
    'Java: 32 upper-case hexadecimal',
    (r: Seeded) => r.bytes(16).toString('hex').toUpperCase(),
    0.995,
  ],
  [
    'Java behind a balancer: .node1',
    (r: Seeded) => `${r.bytes(16).toString('hex').toUpperCase()}.node1`,
    0.995,
  ],
  ['ASP.NET: 24 of a–z and 0–5', (r: Seeded) => r.from(`${LOWER}012345`, 24), 0.96],
  ['ASP: 24 capitals', (r: Seeded) => r.from(LOWER.toUpperCase(), 24), 0.9],
  ['UUID', () => crypto.randomUUID(), 1],
  ['SHA-1 in hexadecimal', (r: Seeded) => r.bytes(20).toString('hex'), 0.995],
  ['16 hexadecimal', (r: Seeded) => r.bytes(8).toString('hex'), 0.95],
  ['128 bits in base64url', (r: Seeded) => b64u(r.bytes(16)), 0.99],
  ['256 bits in base64url', (r: Seeded) => b64u(r.bytes(32)), 0.999],
  ['192 bits in base64', (r: Seeded) => b64(r.bytes(24)), 0.995],
  ['16 letters and digits', (r: Seeded) => r.base62(16), 0.98],
  ['24 letters and digits', (r: Seeded) => r.base62(24), 0.99],
  ['12 letters and digits', (r: Seeded) => r.base62(12), 0.55],
  ['24 digits', (r: Seeded) => r.from('0123456789', 24), 0.99],
  ['behind words', (r: Seeded) => `user:session:${r.bytes(16).toString('hex')}`, 0.99],
  ['quoted', (r: Seeded) => `"${r.base62(32)}"`, 0.99],
] as const)('takes for random: %s', (_, make, least) => {
  expect(shareRandom(make)).toBeGreaterThanOrEqual(least);
});

describe('does not take for random', () => {
  it.each([
    'dark',
    'authenticated',
    'notificationPreferences',
    'user_settings_dismissed_banner',
    'getElementsByTagNameAndClassName',
    'abcdefghijklmnopqrstuvwxyz',
    'internationalization',
    'REQUEST_HEADER_FIELDS_TOO_LARGE',
    'antidisestablishmentarianism',
    '2024-01-15',
    '2024-01-15T10:30:00.000Z',
    '2024-01-15T10:30:00+09:00',
    '20240115103000',
    '1700000000000',
    '1700000000.123456',
    'Mon, 23 Nov 2026 07:00:00 GMT',
    'en-US',
    'zh-Hant-TW',
    'en-US,en;q=0.9',
    'Asia/Seoul',
    'America/Argentina/Buenos_Aires',
    '1.2.3-beta.4+build.5',
    'v20.20.2',
    '10.0.19045.3803',
    'Mozilla/5.0',
    'iPhone14,2',
    'utf8mb4_unicode_ci',
    'x86_64-linux-gnu',
    'grid-cols-12',
    'translate3d(0,0,0)',
    '#1a2b3c4d',
    'rgba(12,34,56,0.7)',
    'md:w-1/2',
    '0.7s ease-in-out',
    'col-md-6_mt-4',
    'main.3f2a9c1b4d5e6f70.chunk.js',
    'logo@2x.png',
    'IMG_20240115_103000.jpg',
    'font-a1b2c3d4e5f60718.woff2',
    'https://www.example.com/path/to/page?id=12345',
    '//cdn.example.com/lib/1.2.3/a.js',
    'www.example.com.br',
    '/static/img/header/logo',
    '{"theme":"dark","v":2}',
    '["a1b2c3d4e5f6a7b8"]',
    'theme=dark&lang=en',
    'GA1.2.1234567890.1700000000',
    'GA1.1.987654321.1712345678',
    'fb.1.1700000000000.1234567890',
    '192.168.100.200:8080',
    '2001:0db8:85a3:0000:0000:8a2e:0370:7334',
    '00:1a:2b:3c:4d:5e',
    'john.smith1984@example.com',
    '+82-10-1234-5678',
    'aaaaaaaaaaaaaaaaaaaaaaaa',
    '000000000000000000000000',
    'true',
    '',
  ])('%s', (value) => {
    expect(looksRandom(value)).toBe(false);
  });
});

describe('estimateBits', () => {
  it('comes near to what a generator put in', () => {
    const random = new Seeded('bits');
    const mean = (make: () => string) =>
      Array.from({ length: 500 }, () => estimateBits(make())).reduce((a, b) => a + b) / 500;
    expect(mean(() => random.bytes(16).toString('hex'))).toBeGreaterThan(115);
    expect(mean(() => random.base62(22))).toBeGreaterThan(100);
    expect(mean(() => b64u(random.bytes(32)))).toBeGreaterThan(215);
    expect(mean(() => random.base62(8))).toBeGreaterThan(25);
  });

  it('is never above what the alphabet allows, and 0 where nothing varies', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9a-f]{1,200}$/),
        (hex) => estimateBits(hex) <= hex.length * 4,
      ),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (value) => estimateBits(value) >= 0));
    expect(estimateBits('')).toBe(0);
    expect(estimateBits('zzzzzzzzzzzzzzzz')).toBe(0);
    expect(estimateBits('1234')).toBeLessThan(16);
  });
});

it('judges any string without exception', () => {
  expect(() =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        (value) => typeof looksRandom(value) === 'boolean',
      ),
      { numRuns: 2_000 },
    ),
  ).not.toThrow();
});
