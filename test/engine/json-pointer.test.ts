import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeToken, unescapeToken } from '../../src/engine/json-pointer.js';

describe('a name in a JSON pointer', () => {
  // RFC 6901 §5.
  it.each([
    ['a/b', 'a~1b'],
    ['m~n', 'm~0n'],
    ['~1', '~01'],
    ['plain', 'plain'],
  ])('%s is written %s', (name, token) => {
    expect(escapeToken(name)).toBe(token);
    expect(unescapeToken(token)).toBe(name);
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('~', '/', '0', '1', 'a') }), (name) => {
        expect(escapeToken(name)).not.toContain('/');
        expect(unescapeToken(escapeToken(name))).toBe(name);
      }),
    );
  });
});
