import { decodeBase64Text } from '../../base64.js';
import { isUnixTime } from '../ids/unix-time.js';

/** Hexadecimal lengths of SHA-512, SHA-256 and MD5. */
const DIGESTS = [128, 64, 32];
const LONGEST = 1024;
/** The time, the name of a user up to the first mark, and behind marks what belongs to the user. */
const SIGNED_PART = /^([0-9a-f]{8})[^!\p{Cc}]{1,128}!\P{Cc}*$/u;

/** A ticket of mod_auth_tkt, as it is, in quotes or in base64: it names its user in plain sight. */
export function isAuthTicket(value: string): boolean {
  if (value.length > LONGEST) return false;
  const plain = value.replace(/^"(.*)"$/, '$1');
  const ticket = plain.includes('!') ? plain : (decodeBase64Text(plain) ?? '');
  return DIGESTS.some((length) => {
    const time = SIGNED_PART.exec(ticket.slice(length))?.[1];
    const isDigest = /^[0-9a-f]+$/.test(ticket.slice(0, length));
    return isDigest && time !== undefined && isUnixTime(Number.parseInt(time, 16));
  });
}
