import { describe, expect, it } from 'vitest';
import { differsAt, type Schema } from '../../src/opened-file/schema.js';

const SCHEMA: Schema = {
  type: 'object',
  properties: {
    version: { const: 2 },
    kind: { enum: ['tab', 'har'] },
    count: { type: 'integer' },
    name: { type: ['string', 'null'] },
    id: { $ref: '#/$defs/id' },
    list: { type: 'array', minItems: 1, items: { $ref: '#/$defs/id' } },
    detail: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    either: { anyOf: [{ type: 'null' }, { type: 'object', required: ['at'] }] },
  },
  required: ['version'],
  $defs: { id: { type: 'string', pattern: '^c[0-9]+$' } },
};

describe('differsAt', () => {
  it.each([
    { version: 2 },
    { version: 2, kind: 'har', count: 3, name: null, id: 'c1', list: ['c2'] },
    { version: 2, detail: { any: 'x', other: 1 }, either: { at: 1 } },
    { version: 2, either: null, later: { whatever: [] } },
  ])('takes %j', (value) => {
    expect(differsAt(value, SCHEMA)).toBeUndefined();
  });

  it.each([
    [null, ''],
    [[], ''],
    [{}, '/version'],
    [{ version: 1 }, '/version'],
    [{ version: 2, kind: 'web' }, '/kind'],
    [{ version: 2, count: 1.5 }, '/count'],
    [{ version: 2, name: 3 }, '/name'],
    [{ version: 2, id: 'x' }, '/id'],
    [{ version: 2, list: [] }, '/list'],
    [{ version: 2, list: ['c1', 'x'] }, '/list/1'],
    // A name that the schema does not know is not repeated.
    [{ version: 2, detail: { secret: {} } }, '/detail'],
    [{ version: 2, either: {} }, '/either/at'],
  ])('says where %j differs', (value, at) => {
    expect(differsAt(value, SCHEMA)).toBe(at);
  });
});
