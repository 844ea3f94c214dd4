import type { Exchange } from '../../model.js';
import { bringsNothing } from '../watched-exchange.js';

/** By its end, in the past. */
const DELETES = /;\s*(?:max-age=(?:0|-)|expires=[^;]*(?:\b19[67]\d\b|-7\d ))/i;

/**
 * True for a page with a word for logging out that whoever comes to it, bringing nothing, may be
 * shown all the same: it asks for a password, or gives the first cookie, which shows that cookies
 * were recorded, and that there was none.
 */
export function mayBeOfNobody(exchange: Exchange): boolean {
  const { method, type, response, redirectUrl } = exchange;
  if (method !== 'GET' || !bringsNothing(exchange)) return false;
  const asks = redirectUrl === undefined && response?.body?.passwordField !== undefined;
  return asks || (type === 'document' && givesCookie(exchange));
}

/** Known names are deleted for anybody, to be sure. */
function givesCookie({ response }: Exchange): boolean {
  const lines = response?.headers.filter(({ name }) => name === 'set-cookie') ?? [];
  return lines.some(({ value }) => /^[^=;]+=[^;]/.test(value) && !DELETES.test(value));
}

/** What brings a password logs nobody out: others are thrown out, or it is a login (`?logout`). */
export function bringsPassword({ request: { body } }: Exchange): boolean {
  return body?.passwordField !== undefined && !body.weakPassword;
}
