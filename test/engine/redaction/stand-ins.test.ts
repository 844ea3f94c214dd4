import { describe, expect, it } from 'vitest';
import { StandIns } from '../../../src/engine/redaction/stand-ins.js';
import { formatOf } from '../../../src/engine/values/format.js';
import { START } from '../../support/exchange.js';
import { Seeded } from '../../support/tokens.js';

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
});
