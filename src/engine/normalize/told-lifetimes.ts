import type { ToldLifetime } from '../model.js';

/**
 * Which token a field speaks of (RFC 6749 §5.1; of refresh tokens each server has its own name).
 */
const LIFETIMES: readonly (readonly [field: RegExp, token: string])[] = [
  [/^expires_in$/, 'access_token'],
  [/^(?:refresh_expires_in|(?:x_)?refresh_token_expires_in)$/, 'refresh_token'],
];
const SAID = /expires_in/;
/** A token's answer, or what an envelope (`data`, `result`, `session`) has in it. */
const MAX_DEPTH = 3;
const MAX_OBJECTS = 200;
const DAY = 86_400;

/** How long an answer in JSON says that its tokens live, each with the pointer of its token. */
export function toldLifetimes(source: string, json: unknown): ToldLifetime[] {
  if (json === undefined || !SAID.test(source)) return [];
  const found: ToldLifetime[] = [];
  const open: { at: string; node: unknown; depth: number }[] = [{ at: '', node: json, depth: 0 }];
  for (let visited = 0; visited < MAX_OBJECTS; visited++) {
    const next = open.pop();
    if (!next) break;
    const { at, node, depth } = next;
    if (typeof node !== 'object' || node === null) continue;
    const entries = Object.entries(node).slice(0, MAX_OBJECTS);
    found.push(...besideToken(entries, at));
    if (depth < MAX_DEPTH)
      open.push(
        ...entries.map(([key, child]) => ({
          at: `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
          node: child as unknown,
          depth: depth + 1,
        })),
      );
  }
  return found;
}

/**
 * The same of an address that gives a token (RFC 6749 §4.2.2), each with the name of its parameter.
 */
export function toldInParameters(
  parameters: readonly (readonly [name: string, value: string])[],
): ToldLifetime[] {
  return besideToken(parameters, '').map(({ pointer, seconds }) => ({
    pointer: pointer.slice(1),
    seconds,
  }));
}

function besideToken(fields: readonly (readonly [string, unknown])[], at: string): ToldLifetime[] {
  return LIFETIMES.flatMap(([field, token]) => {
    const [, said] = fields.find(([name]) => field.test(name)) ?? [];
    const isThere = fields.some(([name, value]) => name === token && typeof value === 'string');
    const seconds = typeof said === 'string' ? Number(said.trim() || NaN) : said;
    return isThere && typeof seconds === 'number' && isSeconds(seconds)
      ? [{ pointer: `${at}/${token}`, seconds }]
      : [];
  });
}

/**
 * Some servers write milliseconds, or a date: whole minutes of those, and no whole days of these.
 */
function isSeconds(said: number): boolean {
  if (!Number.isFinite(said) || said <= 0 || said >= 1_000_000_000) return false;
  return said < 10 * DAY || said % 60_000 !== 0 || (said % DAY === 0 && said < 1_000 * DAY);
}
