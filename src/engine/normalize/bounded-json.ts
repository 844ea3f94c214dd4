import { LIMITS } from '../settings.js';

/**
 * A parsed JSON value as JSON again. What is nested deeper than a reader follows becomes null, because
 * `JSON.stringify` calls itself for every level and hostile input has thousands.
 */
export function boundedJson(value: unknown): string {
  return JSON.stringify(shallow(value, 0)) ?? 'null';
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
