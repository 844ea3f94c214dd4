import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutBasicPassword } from '../../../src/engine/normalize/basic-password.js';

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

describe('a Basic header', () => {
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

  it('is the only header that is touched', () => {
    expect(withoutBasicPassword('authorization', 'Bearer abc')).toBe('Bearer abc');
    expect(withoutBasicPassword('authorization', 'Basically')).toBe('Basically');
    expect(withoutBasicPassword('x-authorization', basic('a:b'))).toBe(basic('a:b'));
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
