import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedJson, parseBounded } from '../../../../src/engine/normalize/bodies/bounded-json.js';

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

describe('parsing of a bounded depth', () => {
  it('is that of any JSON', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(parseBounded(json)).toEqual(JSON.parse(json));
      }),
    );
    expect(() => parseBounded('{"a":')).toThrow(SyntaxError);
  });

  it('follows a text of many lists that lie side by side to its end', () => {
    const flat = `[${Array.from({ length: 500 }, (_, at) => `{"a":[${at}]}`).join()}]`;
    expect(parseBounded(flat)).toEqual(JSON.parse(flat));
  });

  it.each(['[', '{"a":'])(
    'gives nothing that a walk over each level of %s would fall in',
    (open) => {
      const close = open === '[' ? ']' : '}';
      const value = parseBounded(`${open.repeat(50_000)}1${close.repeat(50_000)}`);
      expect(() => [String(value), JSON.stringify(value)]).not.toThrow();
    },
  );
});
