/**
 * So much of JSON Schema (2020-12) as docs/report.schema.json needs, but for formats and bounds.
 */
export interface Schema {
  $ref?: string;
  const?: unknown;
  enum?: readonly unknown[];
  type?: string | readonly string[];
  pattern?: string;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  minItems?: number;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  $defs?: Readonly<Record<string, Schema>>;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Where a value first differs from a schema, as a JSON Pointer (RFC 6901); undefined: nowhere. What
 * the schema does not name may be there: a later version may write it.
 */
export function differsAt(value: unknown, root: Schema): string | undefined {
  return new Reading(root).differsAt(value, root, '');
}

class Reading {
  constructor(readonly root: Schema) {}

  differsAt(value: unknown, schema: Schema, at: string): string | undefined {
    if (schema.$ref !== undefined) return this.differsAt(value, this.#named(schema.$ref), at);
    if ('const' in schema && value !== schema.const) return at;
    if (schema.enum && !schema.enum.includes(value)) return at;
    if (schema.type !== undefined && ![schema.type].flat().some((type) => isOf(type, value)))
      return at;
    if (schema.pattern !== undefined && typeof value === 'string') {
      if (!new RegExp(schema.pattern, 'u').test(value)) return at;
    }
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) {
      const differing = choices.map((choice) => this.differsAt(value, choice, at));
      // The one that fits furthest is the one that was meant.
      if (!differing.includes(undefined)) return longest(differing as string[]);
    }
    if (Array.isArray(value)) return this.#inList(value, schema, at);
    return isOf('object', value) ? this.#inObject(value as Json, schema, at) : undefined;
  }

  #inList(list: readonly unknown[], { items, minItems = 0 }: Schema, at: string) {
    if (list.length < minItems) return at;
    if (!items) return undefined;
    for (const [index, item] of list.entries()) {
      const differs = this.differsAt(item, items, `${at}/${index}`);
      if (differs !== undefined) return differs;
    }
    return undefined;
  }

  #inObject(object: Json, schema: Schema, at: string): string | undefined {
    const { properties = {}, required = [], additionalProperties } = schema;
    const missing = required.find((name) => !Object.hasOwn(object, name));
    if (missing !== undefined) return `${at}/${missing}`;
    for (const [name, value] of Object.entries(object)) {
      const known = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
      if (typeof known !== 'object') continue;
      // The name of what the schema does not name comes from the file: it is not told.
      const place = Object.hasOwn(properties, name) ? `${at}/${name}` : at;
      const differs = this.differsAt(value, known, place);
      if (differs !== undefined) return differs;
    }
    return undefined;
  }

  #named(ref: string): Schema {
    return this.root.$defs?.[ref.replace('#/$defs/', '')] ?? {};
  }
}

const longest = (places: readonly string[]): string =>
  places.reduce((far, place) => (place.length > far.length ? place : far), '');

function isOf(type: string, value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}
