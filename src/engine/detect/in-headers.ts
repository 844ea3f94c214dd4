import type { Direction, Header } from '../model.js';
import { type Candidate, candidatesIn } from './candidate.js';
import { candidatesInUrl } from './in-url.js';
import { findJwts } from './jwt.js';

/** Headers whose value is a URL, or which have a reader of their own (cookies). */
const ELSEWHERE: ReadonlySet<string> = new Set(['cookie', 'set-cookie', 'location', 'referer']);
/** Challenge–response schemes send a proof, not the secret. */
const PROOF_SCHEMES: ReadonlySet<string> = new Set(['digest', 'negotiate', 'ntlm', 'hawk', 'scram-sha-256', 'aws4-hmac-sha256']);

/** Candidates in an exchange's headers; `Location` counts as a URL received. */
export function candidatesInHeaders(headers: readonly Header[], direction: Direction): Candidate[] {
  const found: Candidate[] = [];
  for (const { name, value } of headers) {
    if (name === 'authorization' || name === 'proxy-authorization') {
      found.push(...inAuthorization(name, value, direction));
    } else if (name === 'location') {
      found.push(...candidatesInUrl(value, direction));
    } else if (!ELSEWHERE.has(name)) {
      found.push(...candidatesIn({ carrier: 'header', locator: name, direction }, name, value));
    }
  }
  return found;
}

/** RFC 9110 §11.6.2: `scheme SP token68-or-params`. Some servers send the bare token. */
function inAuthorization(locator: string, header: string, direction: Direction): Candidate[] {
  const place = { carrier: 'header', locator, direction } as const;
  const space = header.indexOf(' ');
  const scheme = space < 0 ? '' : header.slice(0, space).toLowerCase();
  const value = header.slice(space + 1).trim();
  if (value === '' || PROOF_SCHEMES.has(scheme)) return [];
  const jwts = findJwts(value);
  if (jwts.length > 0) return jwts.map((jwt) => ({ ...place, value: jwt, scheme }));
  return value.length >= 4 ? [{ ...place, value, scheme }] : [];
}
