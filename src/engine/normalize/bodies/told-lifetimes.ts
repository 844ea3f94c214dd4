import type { Millis, ToldLifetime } from '../../model.js';
import { toldTime } from '../sources/told-time.js';
import { escapeToken } from '../../json-pointer.js';

/** How names of fields begin that speak of one token or the other; of refresh tokens often. */
const OF = '(?:x)?(refresh|access|auth|session)?(?:token)?';
/** How long: RFC 6749 §5.1, and what servers make of it; the unit behind it. */
const DURATION = new RegExp(`^${OF}expires?in(s|secs?|seconds|ms|millis|milliseconds)?$`);
/** Until when. */
const MOMENT = new RegExp(
  `^${OF}(?:expires?|expiry|expiration|validuntil)(?:at|on|date|time|datetime|timestamp|utc)?$`,
);
/** What such a field stands beside; the plainest first. */
const TOKENS = [
  'accesstoken',
  'token',
  'authtoken',
  'sessiontoken',
  'authenticationtoken',
  'apitoken',
];
const REFRESH_TOKEN = 'refreshtoken';
/** Quickly: nothing in it can be such a field. */
const SAID = /expir|valid_?until/i;
/** What an answer calls the part that tells of the token in its header. */
const PART = /\/(?:access_?)?token$/i;
/** A token's answer, or what an envelope (`data`, `result`, `session`) has in it. */
const MAX_DEPTH = 3;
const MAX_OBJECTS = 200;
const DAY = 86_400;

type Fields = readonly (readonly [name: string, value: unknown])[];
type Told = { seconds: number } | { endsAt: Millis };

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
          at: `${at}/${escapeToken(key)}`,
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
  return besideToken(parameters, '').map((one) => ({ ...one, pointer: one.pointer.slice(1) }));
}

function besideToken(fields: Fields, at: string): ToldLifetime[] {
  const told = new Map<string, ToldLifetime>();
  for (const [name, value] of fields) {
    const said = saidBy(plain(name), value);
    if (!said) continue;
    const token = tokenAmong(fields, said.ofRefresh);
    const pointer = token === undefined ? undefined : `${at}/${token}`;
    const isOfHeader = pointer === undefined && !said.ofRefresh && PART.test(at);
    const key = isOfHeader ? '' : pointer;
    if (key !== undefined && !told.has(key)) told.set(key, { pointer: key, ...said.told });
  }
  return [...told.values()];
}

/** What a field says of the life of a token, and whether of that which renews. */
function saidBy(name: string, value: unknown): { told: Told; ofRefresh: boolean } | undefined {
  const [isDuration, ofLength, unit = ''] = DURATION.exec(name) ?? [];
  const [isMoment, ofEnd] = isDuration === undefined ? (MOMENT.exec(name) ?? []) : [];
  const seconds = isDuration === undefined ? undefined : secondsOf(value, unit.startsWith('m'));
  const endsAt = isMoment === undefined ? undefined : momentOf(value);
  const ofRefresh = (ofLength ?? ofEnd) === 'refresh';
  if (seconds !== undefined) return { told: { seconds }, ofRefresh };
  return endsAt === undefined ? undefined : { told: { endsAt }, ofRefresh };
}

function tokenAmong(fields: Fields, ofRefresh: boolean): string | undefined {
  const names = ofRefresh ? [REFRESH_TOKEN] : TOKENS;
  for (const wanted of names) {
    const found = fields.find(([name, value]) => plain(name) === wanted && isToken(value));
    if (found) return found[0];
  }
  return undefined;
}

function isToken(value: unknown): boolean {
  return typeof value === 'string';
}

function plain(name: string): string {
  return name.replaceAll(/[-_]/g, '').toLowerCase();
}

/** A number, written out or not; `604800s` as Protocol Buffers write it in JSON. */
function secondsOf(value: unknown, isMillis: boolean): number | undefined {
  const said = typeof value === 'string' ? Number(value.trim().replace(/s$/, '') || NaN) : value;
  if (typeof said !== 'number') return undefined;
  if (isMillis) return Number.isFinite(said) && said > 0 ? said / 1_000 : undefined;
  return isSeconds(said) ? said : undefined;
}

/** As servers write a moment; MongoDB's extended JSON wraps it. */
function momentOf(value: unknown): Millis | undefined {
  const isWrapped = typeof value === 'object' && value !== null && '$date' in value;
  return toldTime(isWrapped ? value.$date : value);
}

/**
 * Some servers write milliseconds, or a date: whole minutes of those, and no whole days of these.
 */
function isSeconds(said: number): boolean {
  if (!Number.isFinite(said) || said <= 0 || said >= 1_000_000_000) return false;
  return said < 10 * DAY || said % 60_000 !== 0 || (said % DAY === 0 && said < 1_000 * DAY);
}
