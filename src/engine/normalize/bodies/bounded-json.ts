import { LIMITS } from '../../settings.js';

/**
 * A parsed JSON value as JSON again. What is nested deeper than a reader follows becomes null,
 * because `JSON.stringify` calls itself for every level and hostile input has thousands.
 */
export function boundedJson(value: unknown): string {
  return JSON.stringify(shallow(value, 0)) ?? 'null';
}

/**
 * What `JSON.parse` makes of a text, as deep as a reader follows: `String` and `JSON.stringify`
 * call themselves for every level, as walks of our own do. Throws a SyntaxError where it is no
 * JSON.
 */
export function parseBounded(json: string): unknown {
  const value: unknown = JSON.parse(json);
  return mayBeDeep(json) ? shallow(value, 0) : value;
}

function mayBeDeep(json: string): boolean {
  let opened = 0;
  for (let at = 0; at < json.length; at++) {
    const sign = json.charCodeAt(at);
    // `[` and `{`.
    if ((sign === 0x5b || sign === 0x7b) && ++opened > LIMITS.jsonDepth) return true;
  }
  return false;
}

function shallow(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= LIMITS.jsonDepth) return null;
  if (Array.isArray(value)) return value.map((child: unknown) => shallow(child, depth + 1));
  // `fromEntries` defines members: one named `__proto__` stays a member.
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name, shallow(child, depth + 1)]),
  );
}
