import { asObject, asText, type Json } from '../bodies/json-value.js';

/** `Name: value`, as proxies and clients print it. */
const LINE = /^([^:\s]{1,256}):\s*([^]*)$/;

/**
 * The headers, cookies or parameters of a message as HAR lists them, `{name, value}` each, whatever
 * its producer made of the list: pairs, lines, or a map of which a value may be a list.
 */
export function namedList(list: unknown): Json[] {
  if (Array.isArray(list)) return list.map(namedItem);
  const map = asObject(list);
  if (!map) return typeof list === 'string' ? list.split(/\r?\n/).flatMap(ofLine) : [];
  return Object.entries(map).flatMap(([name, value]) => {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.flatMap((one) => {
      const parts = asObject(one);
      if (parts) return [{ ...parts, name }];
      return ['string', 'number', 'boolean'].includes(typeof one)
        ? [{ name, value: String(one) }]
        : [];
    });
  });
}

function namedItem(item: unknown): Json {
  if (typeof item === 'string') return ofLine(item)[0] ?? {};
  if (Array.isArray(item)) return { name: asText(item[0]), value: textOf(item[1]) };
  const object = asObject(item) ?? {};
  return typeof object.value === 'number' ? { ...object, value: String(object.value) } : object;
}

function ofLine(line: string): Json[] {
  const [, name, value = ''] = LINE.exec(line) ?? [];
  return name === undefined ? [] : [{ name, value }];
}

function textOf(value: unknown): string {
  return typeof value === 'number' ? String(value) : asText(value);
}
