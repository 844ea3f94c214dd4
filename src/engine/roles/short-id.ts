import type { Credential, Millis } from '../model.js';
import { DAY } from '../time-units.js';
import { hintOf } from '../values/names/name-hint.js';
import { canIdentify, EMAIL, plainValue } from './cookie-facts.js';
import { regex } from '../regex.js';

/** What small servers draw: a number, or a few hexadecimal digits. */
const SHORT_ID = /^(?:\d{5,20}|(?=[^\d]*\d)[0-9a-f]{6,16})$/i;
/** No more of a value is read for one. */
const MOST = 512;
/**
 * A session's time, its length, and how many there were: numbers of a session that are no id of it.
 */
export const MEASURE = regex('i')`
  time|date|start|begin|last|expir|until|ttl|age|end|stamp|count|num|visit|views?|page|version
  |duration|length|idle`;

/**
 * An id that tells nothing by its looks, and is called one of a session or given by the login
 * itself: somebody logged in who had it by then, and the browser sends nothing else by which that
 * somebody could be known again.
 */
export function isShortId(credential: Credential, loginAt: Millis): boolean {
  const { kind, name, firstSeen, behaviour } = credential;
  if (kind !== 'cookie' || MEASURE.test(name)) return false;
  const value = plainValue(credential);
  if (canIdentify(value)) return false;
  const hint = hintOf(name)?.role;
  if (hint === undefined)
    return behaviour.issuedAtLogin !== undefined && hasShortId(value, firstSeen);
  // Careless servers take whoever says who he is for him.
  const isNamed = hint === 'session' && (isId(value, firstSeen) || EMAIL.test(value));
  return isNamed && (firstSeen <= loginAt || behaviour.issuedAtLogin !== undefined);
}

/**
 * True for a value that is such an id, or has one beside others: `rev&1&id&1001&randkey&283756734`.
 */
export function hasShortId(value: string, now: Millis): boolean {
  return value
    .slice(0, MOST)
    .split(/[^0-9a-z]+/i)
    .some((part) => isId(part, now));
}

function isId(value: string, now: Millis): boolean {
  return SHORT_ID.test(value) && !isAboutNow(value, now);
}

/** Seconds or milliseconds of the time at which it was seen. */
function isAboutNow(value: string, now: Millis): boolean {
  if (!/^\d{10}$|^\d{13}$/.test(value)) return false;
  const told = Number(value) * (value.length === 10 ? 1_000 : 1);
  return Math.abs(told - now) < DAY;
}
