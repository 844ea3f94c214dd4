import { describe, expect, it } from 'vitest';
import { schemaText } from '../../scripts/managed-schema.js';
import { SETTINGS_NAMES, THRESHOLD_NAMES } from '../../src/engine/judging.js';
import { OPTION_NAMES } from '../../src/messaging/options.js';

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
}

/** Chrome takes no schema in which a part has no type (docs of `storage.managed`). */
function untyped({ type, properties = {}, items }: Schema, path = '$'): string[] {
  const below = Object.entries(properties).flatMap(([name, one]) =>
    untyped(one, `${path}.${name}`),
  );
  return [
    ...(type === undefined ? [path] : []),
    ...below,
    ...(items ? untyped(items, `${path}[]`) : []),
  ];
}

describe('the schema of managed settings', () => {
  const schema = JSON.parse(schemaText()) as Required<Schema>;

  it('has every setting, each with a type', () => {
    const names = [...OPTION_NAMES, ...SETTINGS_NAMES, 'firstRunPage'];
    expect(Object.keys(schema.properties).toSorted()).toEqual(names.toSorted());
    expect(untyped(schema)).toEqual([]);
    expect(Object.keys(schema.properties['thresholds']?.properties ?? {})).toEqual([
      ...THRESHOLD_NAMES,
    ]);
  });
});
