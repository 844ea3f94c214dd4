import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedJson } from '../../../src/ui/jwt/bounded-json.js';

describe('boundedJson', () => {
  it('writes as JSON.stringify does where there is room', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(boundedJson(value, 1e6)).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it('never writes more than it may', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(80), (value, room) => {
        const whole = JSON.stringify(value, null, 2);
        const text = boundedJson(value, room);
        expect(text.length).toBeLessThanOrEqual(room + 1);
        expect(text.endsWith('…') || whole === text || whole.endsWith('…"')).toBe(true);
      }),
    );
  });

  it('looks at no more than it writes', () => {
    let looked = 0;
    const wide = new Proxy(
      {},
      {
        ownKeys: () => Array.from({ length: 10_000 }, (_, at) => `k${at}`),
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
        get: () => (looked += 1),
      },
    );
    boundedJson(wide, 100);
    expect(looked).toBeLessThan(20);
  });

  it('stops at a depth that nobody reads', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(boundedJson(deep, 1e6)).toContain('[…]');
  });
});
