import type { Exchange } from '../../model.js';
import { parseUrl } from '../../normalize/addresses/site.js';
import { looksRandom } from '../../values/ids/entropy.js';
import { findJwts } from '../../values/tokens/jwt.js';
import { parametersOf } from '../address-words.js';
import {
  isAccountPath,
  isConfirmedAddress,
  isInvitation,
  isLetterPath,
} from './beside-login-words.js';

// Keys that stand in the addresses of links, under whatever name.

/** Shorter keys of links are guessed, or number something. */
const LEAST_KEY = 22;
/** What advertisements and letters tell of who follows a link. */
const CLICK = /^(?:utm_|_ga|_gl$|mc_|_hs|mkt_|trk)|clid$|^(?:cid|eid|cmp|campaign)$/i;

/** What stands in an address that may be the key of a link. */
export function keysIn(url: string): string[] {
  const last = parseUrl(url)?.pathname.split('/').findLast(Boolean) ?? '';
  const named = parametersOf(url).flatMap(([name, value]) => (CLICK.test(name) ? [] : [value]));
  return [last, ...named].filter(
    (one) => one.length >= LEAST_KEY && (looksRandom(one) || findJwts(one)[0] === one),
  );
}

/** True for a link with a key, whatever it is called. */
export function isKeyLink({ url, method, type }: Exchange): boolean {
  return method === 'GET' && type === 'document' && keysIn(url).length > 0;
}

/** True for an address whose key is for something else than to log in. */
export function isForOtherAct(url: string): boolean {
  const isOther = isLetterPath(url) || isAccountPath(url) || isInvitation(url);
  return isOther && !isConfirmedAddress(url);
}
