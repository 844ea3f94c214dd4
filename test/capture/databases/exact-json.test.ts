import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { obstacleIn } from '../../../src/capture/databases/exact-json.js';

const REACH = { levels: 20, values: 1_000 };
const circle: unknown[] = [];
circle.push({ in: circle });
const shared = {};
const holes: number[] = [];
holes[5] = 1;
const named = Object.assign([1], { extra: 2 });
let deep: unknown = 1;
for (let n = 0; n < 30; n++) deep = [deep];

describe('obstacleIn', () => {
  it.each<[unknown, string, string]>([
    [new Date(0), 'Date', ''],
    [{ at: new Date(0) }, 'Date', 'at'],
    [{ a: [{ b: new Map() }] }, 'Map', 'a.0.b'],
    [{ a: new Set() }, 'Set', 'a'],
    [{ a: 1n }, 'BigInt', 'a'],
    [{ a: undefined }, 'undefined', 'a'],
    [undefined, 'undefined', ''],
    [{ a: NaN }, 'NaN', 'a'],
    [{ a: -Infinity }, '-Infinity', 'a'],
    [[-0], '-0', '0'],
    [{ a: new Uint8Array(3) }, 'Uint8Array', 'a'],
    [{ a: new ArrayBuffer(3) }, 'ArrayBuffer', 'a'],
    [{ a: /x/ }, 'RegExp', 'a'],
    [{ a: new Error('x') }, 'Error', 'a'],
    [{ a: new Blob([]) }, 'Blob', 'a'],
    [{ a: Object(1) as unknown }, 'Number', 'a'],
    [circle, 'circle', '0.in'],
    [{ a: shared, b: shared }, 'twice', 'b'],
    [{ a: holes }, 'hole', 'a'],
    [{ a: named }, 'hole', 'a'],
    [deep, 'deep', ''],
    [Array.from({ length: 1_001 }, () => 1), 'large', ''],
  ])('in %o is a %s at “%s”', (value, kind, at) => {
    expect(obstacleIn(value, REACH)).toEqual({ kind, at: at === '' ? [] : at.split('.') });
  });

  it('is in nothing that comes out of JSON as it went in', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const again: unknown = JSON.parse(JSON.stringify(value));
        expect(obstacleIn(again, { levels: 100, values: 100_000 })).toBeUndefined();
      }),
    );
  });

  it('is in no member that is named like what objects inherit', () => {
    const odd: unknown = JSON.parse('{"__proto__":{"x":1},"toJSON":1,"constructor":"a"}');
    expect(obstacleIn(odd, REACH)).toBeUndefined();
  });
});
