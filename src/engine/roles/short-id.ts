import type { Credential, Millis } from '../model.js';
import { hintOf } from '../values/name-hint.js';
import { canIdentify, DAY, plainValue } from './cookie-facts.js';

/** What small servers draw: a number, or a few hexadecimal digits. */
const SHORT_ID = /^(?:\d{5,20}|(?=[^\d]*\d)[0-9a-f]{6,16})$/i;
/** A session's time, its length, and how many there were: numbers of a session that are no id of it. */
const MEASURE =
  /time|date|start|begin|last|expir|until|ttl|age|end|stamp|count|num|visit|views?|page|version|duration|length|idle/i;

/**
 * An id that tells nothing by its looks, and is called one of a session: somebody logged in who had
 * it by then, and the browser sends nothing else by which that somebody could be known again.
 */
export function isShortId(credential: Credential, loginAt: Millis): boolean {
  const { kind, name, firstSeen, behaviour } = credential;
  if (kind !== 'cookie' || hintOf(name)?.role !== 'session' || MEASURE.test(name)) return false;
  const value = plainValue(credential);
  if (canIdentify(value) || !SHORT_ID.test(value) || isAboutNow(value, firstSeen)) return false;
  return firstSeen <= loginAt || behaviour.issuedAtLogin !== undefined;
}

/** Seconds or milliseconds of the time at which it was seen. */
function isAboutNow(value: string, now: Millis): boolean {
  if (!/^\d{10}$|^\d{13}$/.test(value)) return false;
  const told = Number(value) * (value.length === 10 ? 1_000 : 1);
  return Math.abs(told - now) < DAY;
}
