import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LimitReached } from '../../../../src/engine/model.js';
import { LIMITS } from '../../../../src/engine/settings.js';
import { parseJson, stringsOf } from '../../../../src/engine/normalize/bodies/json-strings.js';

const found = (json: unknown) => stringsOf(json).map(({ pointer, value }) => [pointer, value]);

describe('the strings of a JSON value', () => {
  it.each([
    [
      'in document order',
      { b: 'x', a: ['y', { c: 'z' }] },
      [
        ['/b', 'x'],
        ['/a/0', 'y'],
        ['/a/1/c', 'z'],
      ],
    ],
    ['with names escaped', { 'a/b~c': 'x' }, [['/a~1b~0c', 'x']]],
    ['of nested JSON', { a: '{"b":"[\\"x\\"]"}' }, [['/a/b/0', 'x']]],
    ['as they are where that is no JSON', { a: '{x' }, [['/a', '{x']]],
    ['and nothing else', { a: 1, b: null, c: true }, []],
    ['of a string alone', 'x', [['', 'x']]],
  ])('%s', (_what, json, strings) => {
    expect(found(json)).toEqual(strings);
  });

  it('has an own property of any name', () => {
    expect(found(parseJson('{"__proto__":{"a":"x"},"constructor":"y"}'))).toEqual([
      ['/__proto__/a', 'x'],
      ['/constructor', 'y'],
    ]);
  });

  it('is bounded in number and depth', () => {
    const reached: LimitReached[] = [];
    const many = Array.from({ length: LIMITS.jsonStrings + 5 }, () => 'x');
    expect(stringsOf(many, reached)).toHaveLength(LIMITS.jsonStrings);
    expect(stringsOf(parseJson(`${'['.repeat(1_000)}"x"${']'.repeat(1_000)}`), reached)).toEqual(
      [],
    );
    const wide = Array.from({ length: LIMITS.jsonNodes + 7 }, () => 0);
    expect(stringsOf([wide, 'x'], reached)).toEqual([]);
    expect(reached.map(({ what, lost }) => [what, lost])).toEqual([
      ['jsonStrings', 5],
      ['jsonDepth', 1],
      ['jsonNodes', 3],
    ]);
    expect(stringsOf(parseJson(`${'['.repeat(60)}"x"${']'.repeat(60)}`))).toHaveLength(1);
  });

  it('leaves JSON within JSON within JSON within JSON alone', () => {
    const wrap = (inner: string) => JSON.stringify([inner]);
    expect(found([wrap(wrap(wrap('x')))])).toEqual([['/0/0/0/0', 'x']]);
    expect(found([wrap(wrap(wrap(wrap('x'))))])).toEqual([['/0/0/0/0', wrap('x')]]);
  });
});

describe('parsing', () => {
  it.each(['', ' ', 'x', '12345678', 'true', 'null', '{', '{"a":1', '[1,]', "{'a':1}"])(
    '%j is no JSON that holds anything',
    (source) => {
      expect(parseJson(source)).toBeUndefined();
    },
  );

  it('returns what JSON printed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.object(), fc.array(fc.jsonValue()), fc.string()), (value) => {
        const printed = JSON.stringify(value);
        expect(parseJson(printed)).toEqual(JSON.parse(printed));
      }),
    );
  });

  it('and walking never throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (source) => {
        expect(stringsOf(parseJson(source)).length).toBeLessThanOrEqual(LIMITS.jsonStrings);
      }),
    );
  });
});
