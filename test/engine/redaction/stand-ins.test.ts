import { describe, expect, it } from 'vitest';
import { decodedOf } from '../../../src/engine/redaction/decoded.js';
import { StandIns } from '../../../src/engine/redaction/stand-ins.js';
import { formatOf } from '../../../src/engine/values/format.js';
import { looksRandom } from '../../../src/engine/values/ids/entropy.js';
import { isMaskOf } from '../../../src/engine/values/masked.js';
import { START } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';
import { SIGNED_BUILDERS } from '../../support/signed-builders.js';

const random = new Seeded('stand-ins');

const standFor = (value: string): string => {
  const stands = new StandIns(START);
  stands.add(value, 'credential', 'a');
  stands.make();
  return stands.of(value)!;
};
const sameBeginning = (one: string, other: string): number =>
  [...one].findIndex((sign, at) => sign !== other[at]);

describe('what stands in the place of a value', () => {
  it.each<[string, () => string]>([
    ['hexadecimal', () => random.bytes(24).toString('hex')],
    ['base64', () => random.bytes(48).toString('base64')],
    ['base64url', () => random.bytes(33).toString('base64url')],
    ['letters and digits', () => random.base62(48)],
    ['digits', () => String(random.bytes(6).readUIntBE(0, 6)).repeat(3)],
    ['signed', () => `${random.base62(32)}.${random.bytes(20).toString('base64url')}`],
    [
      'padded base64 between marks',
      () => `${random.bytes(23).toString('base64')}|${random.bytes(16).toString('base64')}|a`,
    ],
    ['words and an id', () => `user-${random.base62(24)}-of-${random.base62(12)}`],
  ])('has nothing of the beginning of what is %s', (_, made) => {
    for (let round = 0; round < 40; round++) {
      const value = made();
      const kept = sameBeginning(
        value.replace(/^user-/, ''),
        standFor(value).replace(/^user-/, ''),
      );
      expect(kept, value).toBeLessThan(4);
    }
  });

  it.each<[string, string, number]>([
    ['ASP.NET Core', `CfDJ8${random.bytes(90).toString('base64url')}`, 8],
    ['GitHub', `ghp_${random.base62(36)}`, 4],
    ['Stripe', `sk_live_${random.base62(24)}`, 8],
  ])('has of its beginning what makes it one of %s, and no more', (_, value, most) => {
    const stand = standFor(value);
    expect(formatOf(stand)).toEqual(formatOf(value));
    expect(sameBeginning(value, stand)).toBeLessThanOrEqual(most + 2);
  });

  it.each(Object.entries(SIGNED_BUILDERS))(
    'is of %s, too, with none of its secret runs',
    (_, made) => {
      const value = made(random);
      const stand = standFor(value);
      expect(formatOf(stand)).toEqual(formatOf(value));
      const runs = value.match(/[A-Za-z0-9]{20,}/g) ?? [];
      // What is a text may hold times, which stay.
      const raw = runs.filter(
        (run) => decodedOf(run) === undefined && looksRandom(run) && stand.includes(run.slice(-16)),
      );
      expect(raw, stand).toEqual([]);
    },
  );

  it.each([
    ['a server', 'node0813vadv8c6lm2bzj4304hkll0', '.node0'],
    ['a worker', random.base62(32), '.worker3'],
  ])('goes on to name %s behind an id that is known', (_, id, route) => {
    const stands = new StandIns(START);
    stands.add(id, 'credential', 'a');
    stands.add(id + route, 'credential', 'a');
    stands.make();
    expect(stands.of(id + route)).toBe(stands.of(id) + route);
  });

  it('keeps the names in JSON that is filled up with letters, and the letters', () => {
    const json = JSON.stringify({ csrf_token: random.bytes(20).toString('hex'), expires: 1.8e9 });
    const stand = standFor(Buffer.from(json + 'Z'.repeat(300)).toString('base64'));
    const told = Buffer.from(stand, 'base64').toString();
    expect(told).toMatch(/^\{"csrf_token":"[0-9a-f]{40}","expires":1800000000\}Z{300}$/);
  });

  it('keeps slashes between what is hexadecimal, and a word', () => {
    const value =
      `${random.bytes(25).toString('hex').toUpperCase()}/${random.bytes(8).toString('hex')}` +
      '/ada';
    expect(standFor(value)).toMatch(/^[0-9A-F]{50}\/[0-9a-f]{16}\/[a-z]{3}$/);
  });

  const bytes = random.bytes(32);
  const letters = random.base62(32);
  const xored = () => {
    const mask = random.bytes(32);
    return Buffer.concat([mask, bytes.map((byte, at) => byte ^ mask[at]!)]);
  };
  it.each<[string, string[]]>([
    ['Django, twice under a mask', [djangoMasked(letters), djangoMasked(letters)]],
    ['Django, and the secret itself', [letters, djangoMasked(letters)]],
    ['Rails, twice under a mask', [xored().toString('base64'), xored().toString('base64')]],
    ['Rails, and the secret itself', [bytes.toString('base64'), xored().toString('base64')]],
    ['Yii, in hexadecimal', [xored().toString('hex'), xored().toString('hex')]],
  ])('goes on to hold one secret: %s', (_, values) => {
    const stands = new StandIns(START);
    for (const value of values) stands.add(value, 'credential', 'csrf');
    stands.make();
    const [one, other] = values.map((value) => stands.of(value)!);
    expect(isMaskOf(values[0]!, values[1]!)).toBe(true);
    expect(isMaskOf(one!, other!)).toBe(true);
    expect(values.some((value) => isMaskOf(value, one!) || isMaskOf(value, other!))).toBe(false);
    expect([one!.length, other!.length]).toEqual(values.map(({ length }) => length));
  });
});

/** Django's `_mask_cipher_secret`. */
function djangoMasked(secret: string): string {
  const signs = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  const mask = random.base62(32);
  const sum = (at: number) => signs.indexOf(secret[at]!) + signs.indexOf(mask[at]!);
  return mask + [...secret].map((_, at) => signs[sum(at) % signs.length]).join('');
}
