import { bytesToHex } from '@noble/hashes/utils.js';
import { decodeBase64 } from '../../base64.js';
import { isSafe } from '../../methods.js';
import type { Credential, Exchange } from '../../model.js';
import { pathOf } from '../../normalize/addresses/site.js';
import { hashOf } from '../../values/hash.js';
import { percentDecode } from '../../values/unwrap.js';

const HEX = /^[0-9a-f]{64}$/i;
/** What ends a session that stands before it in the path. */
const ENDS = /\/sessions?\/([^/]+)\/(?:end|remove|revoke|destroy|terminate|delete|invalidate)\/?$/i;
/** Claims that number a session (OpenID Connect Front-Channel Logout §3, and libraries’ own). */
const OF_SESSION = ['sid', 'session_id', 'sessionId'];
/** SHA-256 in base64 or base64url (RFC 4648 §4, §5). */
const BASE64 = /^[\w+/-]{43}=?$/;

/** The segment that names what is deleted, or whose session is ended. */
export function namedThing({ method, url }: Exchange): string | undefined {
  const path = pathOf(url);
  const thing = method === 'DELETE' ? path.split('/').at(-1) : endedIn(path, method);
  return thing === undefined ? undefined : percentDecode(thing);
}

function endedIn(path: string, method: string): string | undefined {
  return isSafe(method) ? undefined : ENDS.exec(path)?.[1];
}

/** True for a segment that is the number of the session which this token is of. */
export function isSessionOf(segment: string, { jwt }: Credential): boolean {
  return OF_SESSION.some((claim) => jwt?.claims[claim] === segment);
}

/**
 * True for a segment of a path that names this credential: by its value, or by the digest under
 * which a server that keeps none of the values finds it.
 */
export function isNameOf(segment: string, value: string): boolean {
  if (segment === value) return true;
  const digest = digestIn(segment);
  return digest !== undefined && digest === hashOf(value);
}

function digestIn(segment: string): string | undefined {
  if (HEX.test(segment)) return segment.toLowerCase();
  const bytes = BASE64.test(segment) ? decodeBase64(segment) : undefined;
  return bytes && bytesToHex(bytes);
}
