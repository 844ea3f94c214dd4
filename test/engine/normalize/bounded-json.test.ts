import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedJson } from '../../../src/engine/normalize/bounded-json.js';

describe('JSON of a bounded depth', () => {
  it('is the same as any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json: unknown = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(boundedJson(json))).toEqual(json);
      }),
    );
    const named: unknown = JSON.parse('{"__proto__":{"a":"x"},"toString":"y"}');
    expect(boundedJson(named)).toBe('{"__proto__":{"a":"x"},"toString":"y"}');
  });

  it('ends where nobody reads any further', () => {
    const deep: unknown = JSON.parse(`${'[{"a":'.repeat(50_000)}1${'}]'.repeat(50_000)}`);
    expect(boundedJson(deep).length).toBeLessThan(1_000);
    expect(boundedJson(deep)).toContain('null');
    expect(boundedJson(undefined)).toBe('null');
  });
});
