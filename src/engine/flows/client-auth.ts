import type { Exchange } from '../model.js';
import { isKeptAsHash } from '../normalize/passwords/basic-password.js';
import { decodeBase64Text } from '../base64.js';

/**
 * Headers that browsers add to requests of pages, and programs of their own do not (Fetch §3.1,
 * §3.2).
 */
const OF_A_PAGE = /^(?:origin|sec-fetch-(?:site|mode|dest))$/;

/** True for a request that a browser made for a page; what a server sends to another has none. */
export function isOfPage({ request, topUrl, initiator, script }: Exchange): boolean {
  if (topUrl !== undefined || initiator !== undefined || script !== undefined) return true;
  return request.headers.some(({ name }) => OF_A_PAGE.test(name));
}

/**
 * True where HTTP Basic authenticates a client by its secret; one without any sends its id alone
 * (RFC 6749 §2.3.1).
 */
export function hasBasicSecret({ request }: Exchange): boolean {
  const sent = request.headers.find(({ name }) => name === 'authorization')?.value ?? '';
  const pair = /^Basic +(\S+)$/i.exec(sent)?.[1] ?? '';
  // A pair with a secret is kept as a hash alone, one without as it is.
  return isKeptAsHash(pair) || /^[^:]+:./s.test(decodeBase64Text(pair) ?? '');
}
