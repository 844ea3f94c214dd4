import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  withoutBasicPassword,
  withoutKeptPairs,
} from '../../../../src/engine/normalize/passwords/basic-password.js';

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

describe('a Basic header', () => {
  it('is the key of a project where that stands in both places', () => {
    const key = 'public-token-live-0b3a71c9-42d8-4e6f';
    const kept = withoutBasicPassword('authorization', basic(`${key}:${key}`));
    expect(kept).toBe(basic(`${key}:`));
    expect(withoutBasicPassword('authorization', kept)).toBe(kept);
    const hidden = (pair: string) => withoutBasicPassword('authorization', basic(pair));
    expect(hidden('admin:admin')).toMatch(/ [0-9a-f]{32}$/);
    expect(hidden(`${'ada.lovelace.'.repeat(3)}1815:${'ada.lovelace.'.repeat(3)}1815`)).toMatch(
      / [0-9a-f]{32}$/,
    );
  });

  it('loses its password and stays the same for the same pair', () => {
    const hidden = withoutBasicPassword('Authorization', basic('ada:correct horse'));
    expect(hidden).toMatch(/^Basic [0-9a-f]{32}$/);
    expect(
      withoutBasicPassword('authorization', basic('ada:correct horse').replace('Basic', 'basic ')),
    ).toBe(hidden);
    expect(withoutBasicPassword('authorization', basic('ada:other'))).not.toBe(hidden);
    expect(withoutBasicPassword('Proxy-Authorization', basic('a:b'))).not.toContain(
      basic('a:b').slice(6),
    );
  });

  it.each([
    ['authorization', (pair: string) => pair.replace(' ', '\t')],
    ['authorization', (pair: string) => ` ${pair}`],
    ['authorization', (pair: string) => `${pair} `],
    ['Authorization', (pair: string) => pair.toUpperCase().slice(0, 5) + pair.slice(5)],
    ['x-authorization', (pair: string) => pair],
    ['x-forwarded-authorization', (pair: string) => `  ${pair}`],
    ['x-original-headers', (pair: string) => `Accept: */*, Authorization: ${pair}`],
  ])('called %s loses it however it is written', (name, write) => {
    const pair = basic('ada:correct horse');
    const kept = withoutBasicPassword(name, write(pair));
    expect(kept).not.toContain(pair.slice(6, 14));
    expect(kept).toContain(withoutBasicPassword('authorization', pair));
    expect(withoutBasicPassword(name, kept)).toBe(kept);
  });

  it.each([
    ['authorization', 'Bearer abc'],
    ['authorization', 'Basically'],
    ['x-plan', 'Basic monthly'],
    ['x-plan', 'Basic plan, with more'],
    ['www-authenticate', 'Basic realm="shop"'],
  ])('is no other: %s: %s', (name, value) => {
    expect(withoutBasicPassword(name, value)).toBe(value);
  });

  it('with a word as long as a token is known by that alone', () => {
    const of = (pair: string) => withoutBasicPassword('authorization', basic(pair));
    const word = '9e2ba0a667002b4e0ec7216ab1487adc';
    expect(of(`ada:${word}`)).toMatch(/^Basic [0-9a-f]{32}$/);
    expect(of(`bob:${word}`)).toBe(of(`ada:${word}`));
    expect(of(`ada:${word}`)).not.toContain(word);
    expect(of(`ada:${word.slice(1)}`)).not.toBe(of(`bob:${word.slice(1)}`));
    expect(of(`ada:a sentence ${word}`)).not.toBe(of(`bob:a sentence ${word}`));
  });

  it('without a password has nothing to lose', () => {
    const key = basic('9e2ba0a667002b4e0ec7216ab1487adc:');
    expect(withoutBasicPassword('authorization', key)).toBe(key);
    expect(withoutBasicPassword('x-original-headers', `Authorization: ${key}`)).toContain(key);
    expect(withoutBasicPassword('authorization', basic('a::'))).not.toContain(
      basic('a::').slice(6),
    );
  });

  it('never keeps any pair', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8 }), fc.string({ minLength: 8 }), (user, password) => {
        const value = basic(`${user}:${password}`);
        expect(withoutBasicPassword('authorization', value)).not.toContain(value.slice(6));
      }),
    );
  });
});

describe('a cookie beside a Basic header', () => {
  const pair = basic('ada:correct horse').slice(6);
  const authorization = { name: 'Authorization', value: `Basic ${pair}` };
  const cookieOf = (value: string, ...others: { name: string; value: string }[]) =>
    withoutKeptPairs([...others, { name: 'Cookie', value }]).at(-1)!.value;

  it.each([`m=2258:${pair}`, `a=1; auth=${encodeURIComponent(pair)}`, `m="${pair}"; b=2`])(
    'loses the same pair: %s',
    (value) => {
      const kept = cookieOf(value, authorization);
      expect(kept).not.toContain(pair.slice(0, 12));
      const hashed = withoutBasicPassword('authorization', authorization.value);
      expect(kept).toContain(hashed.slice(6));
      expect(cookieOf(kept, { ...authorization, value: hashed })).toBe(kept);
    },
  );

  it('is lost in a header of the script’s own as well, and the other headers stay', () => {
    const own = { name: 'Espo-Authorization', value: pair };
    const other = { name: 'Accept', value: 'application/json' };
    const kept = withoutKeptPairs([authorization, own, other]);
    const hashed = withoutBasicPassword('authorization', authorization.value).slice(6);
    expect(kept.map(({ value }) => value).slice(1)).toEqual([hashed, other.value]);
    expect(withoutKeptPairs([own, other])).toEqual([own, other]);
  });

  it.each([
    [`m=${basic('ada:another one').slice(6)}`, [authorization]],
    [`m=${pair}`, []],
    [`m=${pair}`, [{ name: 'Authorization', value: 'Bearer abc' }]],
    ['sid=f3a9c1b27d5e48609a1b', [authorization]],
  ])('keeps every other value: %s', (value, others) => {
    expect(cookieOf(value, ...others)).toBe(value);
  });
});
