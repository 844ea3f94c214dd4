import { type Reach, typeName } from './exact-json.js';

/** A stored value as JSON can say it: circles, great depth and great numbers come to an end. */
export function plainValue(record: unknown, { levels, values }: Reach): unknown {
  const seen = new Set<object>();
  let left = values;
  const plain = (value: unknown, depth: number): unknown => {
    if (typeof value === 'bigint') return String(value);
    if (typeof value !== 'object' || value === null) return value;
    const type = typeName(value);
    if (type === 'Date') return value;
    const isBytes = ArrayBuffer.isView(value) || type === 'ArrayBuffer';
    if (isBytes || depth > levels || seen.has(value)) return null;
    seen.add(value);
    const list =
      type === 'Set'
        ? [...(value as Set<unknown>)]
        : Array.isArray(value) && value.slice(0, values);
    if (list) return list.map((child: unknown) => (left-- > 0 ? plain(child, depth + 1) : null));
    const members = type === 'Map' ? [...(value as Map<unknown, unknown>)] : Object.entries(value);
    return Object.fromEntries(
      members
        .slice(0, Math.max(0, left))
        .map(([name, child], at) => [
          typeof name === 'string' ? name : at,
          left-- > 0 ? plain(child, depth + 1) : null,
        ]),
    );
  };
  return plain(record, 0);
}
