/** A JSON object whose members may be anything. */
export type Json = Record<string, unknown>;

/** The value as an object; undefined for a list, null and everything else. */
export function asObject(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : undefined;
}

/** The value as a string; empty for everything else. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The objects of a list, empty ones for its other members; nothing where it is no list. */
export function asObjects(value: unknown): Json[] {
  return Array.isArray(value) ? value.map((item) => asObject(item) ?? {}) : [];
}
