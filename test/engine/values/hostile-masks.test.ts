import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskClaims } from '../../../src/engine/values/tokens/claims.js';
import {
  maskHeader,
  maskName,
  maskText,
  redactUrl,
  tellValue,
} from '../../../src/engine/values/telling/redact.js';

const LEVELS = 16_000;
const lists = '['.repeat(LEVELS) + ']'.repeat(LEVELS);
const objects = `${'{"a":'.repeat(LEVELS)}1${'}'.repeat(LEVELS)}`;
const deep: readonly (readonly [string, string])[] = [lists, objects].flatMap((json) => [
  ['a query', `https://ads.test/?t=${json}`],
  ['an encoded query', `https://ads.test/?t=${encodeURIComponent(json)}`],
  ['a fragment', `https://ads.test/#t=${json}`],
  ['a lone fragment', `https://ads.test/#${json}`],
  ['a path', `https://ads.test/${json}/`],
  ['a parameter of a path', `https://ads.test/x;t=${json}`],
  ['an address in an address', `/go?to=${encodeURIComponent(`https://ads.test/?t=${json}`)}`],
  ['JSON in JSON', `/?a=${encodeURIComponent(JSON.stringify({ a: json }))}`],
  ['nothing else', json],
]);

/** Every way in which something is told. */
function tellAll(source: string): string[] {
  return [
    redactUrl(source),
    maskText(source),
    maskName(source),
    tellValue(source),
    tellValue([source]),
    ...['location', 'referer', 'x-json', 'server', 'set-cookie', 'authorization', 'cookie'].map(
      (name) => maskHeader(name, source),
    ),
    maskHeader('set-cookie', `a=b; Path=${source}`),
    JSON.stringify(maskClaims({ iss: source, x: source, [source]: source })),
  ];
}

describe('what is told of thousands of levels', () => {
  it.each(deep)('in %s is told', (_where, source) => {
    for (const told of tellAll(source)) expect(typeof told).toBe('string');
  });

  it('of a claim is cut off', () => {
    const claim = JSON.parse(lists) as unknown;
    expect(typeof tellValue(claim)).toBe('string');
    expect(JSON.stringify(maskClaims({ claim })).length).toBeLessThan(200);
  });

  it('is a preview where a bound cuts it off', () => {
    expect(redactUrl(`https://ads.test/?t=${lists}`)).toBe(`https://ads.test/?t=…(${2 * LEVELS})`);
  });
});

it('JSON that has a name twice hides both values', () => {
  expect(redactUrl('/?q={"token":"hunter22","token":"abc"}')).not.toContain('hunter22');
  expect(redactUrl('/?q={"page":1,"page":2}')).toBe('/?q={"page":1,"page":2}');
});

describe('whatever it is, it is told:', () => {
  const unit = fc.oneof(
    fc.constantFrom(...'[]{}"\'\\/?#&=;:@%,|<>()'.split('')),
    fc.constantFrom('%25', '%2F', '%22', '\uD800', '\uDC00', '://', 'token', '{"a":', '…(3)'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const source = fc.array(unit, { maxLength: 60 }).map((parts) => parts.join(''));

  it('any text', () => {
    fc.assert(
      fc.property(source, (text) => {
        for (const told of tellAll(text)) expect(typeof told).toBe('string');
      }),
      { numRuns: 500 },
    );
  });

  it('a huge one of a few signs', () => {
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 4 }), (parts) => {
        const text = parts.join('').slice(0, 40);
        for (const told of tellAll(text.repeat(Math.ceil(16_000 / Math.max(1, text.length)))))
          expect(typeof told).toBe('string');
      }),
      { numRuns: 40 },
    );
  });
});
