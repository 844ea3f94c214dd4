import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IdPartKind } from '../../../../src/engine/values/ids/id-part.js';
import { idStrength } from '../../../../src/engine/values/ids/id-strength.js';
import { b64, b64u } from '../../../support/base64.js';
import {
  dated,
  DIGITS,
  hex,
  objectId,
  random,
  SEEN,
  ulid,
  uuid,
} from '../../../support/made-ids.js';

const BASE62 = `${DIGITS}ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz`;

const several = (make: (at: number) => string, count = 4) =>
  Array.from({ length: count }, (_, at) => make(at));
const strength = (values: readonly string[]) => idStrength(values, SEEN)!;

describe('ids made by chance', () => {
  // Name, how they are written, and their entropy.
  it.each([
    ['16 bytes in hexadecimal', () => hex(16), 128],
    ['8 bytes in hexadecimal', () => hex(8), 64],
    ['32 bytes in hexadecimal', () => hex(32), 256],
    ['16 bytes in capitals', () => hex(16).toUpperCase(), 128],
    ['24 bytes in base64', () => b64(random.bytes(24)), 192],
    ['16 bytes in base64 with its padding', () => b64(random.bytes(16)), 128],
    ['32 bytes in base64url', () => b64u(random.bytes(32)), 256],
    ['22 characters of base62', () => random.from(BASE62, 22), 131],
    [
      '26 lower-case letters and digits',
      () => random.from(`${DIGITS}abcdefghijklmnopqrstuv`, 26),
      130,
    ],
    ['a UUID of version 4', () => uuid(4), 122],
    ['12 digits', () => random.from(DIGITS, 12), 40],
    [
      'a signed id of 24 bytes',
      () => `s:${b64u(random.bytes(24))}.${b64(random.bytes(32)).slice(0, 43)}`,
      192,
    ],
    ['an id behind which its server stands', () => `${hex(16).toUpperCase()}.node1`, 128],
  ])('come out near what they are: %s', (_name, make, bits) => {
    for (let round = 0; round < 50; round++) {
      const { bits: estimate, from, to } = strength(several(make));
      expect(Math.abs(estimate - bits)).toBeLessThanOrEqual(Math.max(8, bits * 0.08));
      expect(from).toBeLessThanOrEqual(bits);
      expect(to).toBeGreaterThanOrEqual(bits);
    }
  });

  it('leave the uncertainty wide where there is one value alone', () => {
    const one = strength([hex(16)]);
    const many = strength(several(() => hex(16), 9));
    expect(one.to).toBe(128);
    expect(one.from).toBeLessThanOrEqual(64);
    expect(many.to - many.from).toBeLessThan(one.to - one.from);
  });
});

describe('ids that can be foreseen', () => {
  it.each<[string, string[], IdPartKind]>([
    ['a number that counts', ['1004711', '1004712', '1004719'], 'counter'],
    ['a time in seconds', several((at) => String(SEEN / 1000 + at * 61)), 'time'],
    ['a time in milliseconds', several((at) => String(SEEN + at * 61_234)), 'time'],
    ['a time behind a constant', several((at) => `sess${SEEN + at * 61_234}`), 'time'],
    ['a date and a time of day', several((at) => dated(at * 61)), 'time'],
    ['a time in hexadecimal', several((at) => (SEEN / 1000 + at * 61).toString(16)), 'time'],
    [
      'a UUID that is a time and a place',
      several((at) => `${(0x5ee9a000 + at).toString(16)}-e6a6-11f0-8000-00155d012345`),
      'uuid',
    ],
    ['an ObjectId', several(objectId), 'object-id'],
    [
      'a user and a number in base64',
      several((at) => b64(`user-${at}:2026-01-0${at + 1}`)),
      'encoded',
    ],
    ['words', ['administrator', 'moderator'], 'words'],
  ])('%s', (_name, values, kind) => {
    const { bits, to, parts } = strength(values);
    expect(parts.map((part) => part.kind)).toContain(kind);
    expect(bits).toBeLessThanOrEqual(22);
    expect(to).toBeLessThan(64);
  });

  it('count what chance adds to them', () => {
    const { bits, parts } = strength(several((at) => `${SEEN + at * 1000}-${hex(4)}`));
    expect(parts.map(({ kind }) => kind)).toEqual(['time', 'random']);
    expect(bits).toBeGreaterThan(32);
    expect(bits).toBeLessThan(50);
    expect(strength(several(ulid)).bits).toBe(80);
    expect(
      strength(several((at) => uuid(7, (SEEN + at).toString(16).padStart(12, '0')))).bits,
    ).toBe(74);
  });

  it('count nothing of a date before it, of one value either', () => {
    const chance = () => random.base62(16);
    for (const values of [[dated(7) + chance()], several((at) => dated(at * 61) + chance())]) {
      const { bits, parts } = strength(values);
      expect(parts.map(({ kind }) => kind)).toEqual(['time', 'random']);
      expect(bits).toBeLessThan(100);
    }
    // Another year's is no date about when it was seen, and what is no date counts whole.
    for (const begin of ['20210101120000', '20261341256199'])
      expect(strength([begin + chance()]).parts.map(({ kind }) => kind)).toEqual(['random']);
  });

  it('leave out what may be a signature, but for the most that it can be', () => {
    const { bits, to } = strength(
      several(() => `${b64u(random.bytes(24))}.${b64u(random.bytes(32))}`),
    );
    expect(bits).toBe(192);
    expect(to).toBeGreaterThan(400);
  });

  it('see what fills a place up', () => {
    expect(strength(['000000000000000000000000000004d2']).to).toBeLessThan(40);
  });
});

it('knows nothing of no value', () => {
  expect(idStrength([])).toBeUndefined();
  expect(idStrength([''])).toBeUndefined();
});

const values = fc.uniqueArray(
  fc.oneof(
    fc
      .uint8Array({ minLength: 8, maxLength: 8 })
      .map((bytes) => Buffer.from(bytes).toString('hex')),
  ),
  { minLength: 2, maxLength: 6 },
);

it('is never raised by what is the same in every value', () => {
  const constants = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...BASE62) });
  fc.assert(
    fc.property(values, constants, fc.boolean(), (ids, more, isBehind) => {
      const longer = ids.map((id) => (isBehind ? id + more : more + id));
      expect(strength(longer).bits).toBeLessThanOrEqual(strength(ids).bits + 1);
    }),
  );
});

it('reads whatever there is, and estimates in order', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { maxLength: 5 }), (any) => {
      const read = idStrength(any);
      if (!read) return;
      expect(read.from).toBeLessThanOrEqual(read.bits);
      expect(read.bits).toBeLessThanOrEqual(read.to);
      expect(read.from).toBeGreaterThanOrEqual(0);
    }),
  );
});

describe('records that say who the user is', () => {
  it.each([
    ['JSON in base64', b64(Buffer.from(JSON.stringify({ user: 'ada', role: 'user' }))), 45],
    ['JSON', JSON.stringify({ id: 7, name: 'ada', isAdmin: false, groups: ['staff'] }), 50],
    ['JSON in percent', encodeURIComponent(JSON.stringify({ id: 7, name: 'ada' })), 25],
    ['fields of a form', 'user=ada&role=user', 45],
    ['a moment in it', JSON.stringify({ id: 7, iat: SEEN / 1000 }), 45],
  ])('hold what stands in them, and not its names: %s', (_name, value, most) => {
    const { from, to } = strength([value]);
    expect(from).toBeLessThanOrEqual(to);
    expect(to).toBeLessThanOrEqual(most);
  });

  it.each([
    ['with an id by chance', JSON.stringify({ user: 'ada', id: random.bytes(16).toString('hex') })],
    ['cut off', JSON.stringify({ user: 'ada', role: 'user' }).slice(0, -4)],
    ['deeper than is read', `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`],
  ])('are not called easy where that cannot be told: %s', (_name, value) => {
    expect(strength([value]).to).toBeGreaterThan(64);
  });
});
