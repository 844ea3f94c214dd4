import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskText, redactUrl } from '../../../../src/engine/values/telling/redact-url.js';
import { shows } from '../../../support/shown-secret.js';

/** Every second character that may be encoded is, in lower or upper case. */
function encodePartly(secret: string, pick: (at: number) => 'raw' | 'lower' | 'upper'): string {
  return [...secret]
    .map((char, at) => {
      const must = /[&=#%+/?;\s]/.test(char);
      const how = pick(at);
      if (how === 'raw' && !must) return char;
      const hex = char.charCodeAt(0).toString(16).padStart(2, '0');
      return `%${how === 'upper' ? hex.toUpperCase() : hex}`;
    })
    .join('');
}

const char = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
const secretOf = fc
  .array(char, { minLength: 40, maxLength: 64 })
  .map((chars) => chars.join(''))
  .filter((secret) => /\d/.test(secret) && /[a-z]/.test(secret) && new Set(secret).size > 20);
const form = fc.constantFrom('raw', 'lower', 'upper');
const place = fc.constantFrom<(value: string) => string>(
  (v) => `https://a.test/?token=${v}`,
  (v) => `https://a.test/?a=1&x=${v}&b=2`,
  (v) => `https://a.test/x?${v}`,
  (v) => `https://a.test/x?=${v}`,
  (v) => `https://a.test/x#${v}`,
  (v) => `https://a.test/x#/y/${v}`,
  (v) => `https://a.test/x#a=1&b=${v}`,
  (v) => `https://a.test/x/${v}/y?z=1`,
  (v) => `https://a.test/x;v=1;sid=${v}/y`,
  (v) => `app://${'host'}/x?y=${v}`,
  (v) => `/x?y=${v}`,
);
const nesting = fc.array(
  fc.constantFrom<(url: string) => string>(
    (url) => `https://b.test/?next=${encodeURIComponent(url)}`,
    (url) => `/go?to=${encodeURIComponent(encodeURIComponent(url))}`,
    (url) => `https://c.test/#/r?u=${encodeURIComponent(url)}`,
    (url) => `https://d.test/proxy/${encodeURIComponent(url)}`,
    (url) => `https://e.test/?q=${encodeURIComponent(JSON.stringify({ url }))}`,
  ),
  { maxLength: 4 },
);

describe('any address', () => {
  it('shows no random secret, wherever it stands, however it is written', () => {
    fc.assert(
      fc.property(
        secretOf,
        fc.array(form, { minLength: 64, maxLength: 64 }),
        fc.boolean(),
        place,
        nesting,
        (secret, forms, twice, put, nest) => {
          const once = encodePartly(secret, (at) => forms[at]!);
          const url = nest.reduce(
            (inner, wrap) => wrap(inner),
            put(twice ? encodeURIComponent(once) : once),
          );
          expect([url, shows(redactUrl(url), secret)]).toEqual([url, false]);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is told, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true })),
        (url) => {
          expect(typeof redactUrl(url)).toBe('string');
          expect(typeof maskText(url)).toBe('string');
        },
      ),
      { numRuns: 500 },
    );
  });
});
