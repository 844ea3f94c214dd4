import type { Credential, ExchangeRef } from '../../model.js';
import { percentDecode } from '../../values/unwrap.js';

/** The first of several parts says whose the rest is: `1|5f1c…|1799999999|…` (PunBB, FluxBB). */
const WHOSE = /^"?([\w.-]{1,12})[|:~](?=.{8})/;
/** How such servers number and call whoever is not known. */
const GUEST = /^(?:-1|0|1|guest|anon(?:ymous)?|visitor|nobody|none|null|false)$/i;

/**
 * True for a cookie of a login that this answer gives the guest's value again that it had before,
 * with another key and another end.
 */
export function isGuestsAgain(ref: ExchangeRef, one: Credential): boolean {
  const { kind, cookie, behaviour, value, pastValues } = one;
  if (kind !== 'cookie' || !behaviour.issuedAtLogin || cookie?.setBy?.id !== ref.id) return false;
  const [last, ...before] = pastValues.map(whoseIs);
  const now = whoseIs(value);
  if (now === undefined || last === undefined || last === now || !GUEST.test(now)) return false;
  return before.includes(now);
}

function whoseIs(value: string): string | undefined {
  return WHOSE.exec(percentDecode(value))?.[1];
}
