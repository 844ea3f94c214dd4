import type { Direction } from '../model.js';
import { decodeBase64Text } from '../base64.js';
import { formatOf } from '../values/format.js';
import { formatFacts } from '../values/formats.js';
import { type Candidate, candidatesIn } from './candidate.js';

/**
 * Browsers let a script set no header of a WebSocket but this one (RFC 6455 §4.1, WebSockets §3.1).
 */
export const SUBPROTOCOLS = 'sec-websocket-protocol';

/** Words that say what follows them, the more telling ones first. */
const WORDS = `
  access[-_]?token refresh[-_]?token id[-_]?token api[-_]?key csrf xsrf session bearer jwt token
  ticket secret authorization auth key
`
  .trim()
  .split(/\s+/)
  .map((word) => new RegExp(`(?:^|[._:-])(${word})(?=$|[._:-])`, 'i'));
const ENCODED = /(?:^|[._:-])b(?:ase)?64(?:url)?(?=[._:-])/i;
const MAX_PROTOCOLS = 64;

/**
 * Secrets among the subprotocols of a WebSocket: behind a word that says so (`bearer.…`,
 * `base64url.bearer.authorization.k8s.io.…`), or as the one after it (`access_token, …`). The
 * locator is the header with that word.
 */
export function candidatesInSubprotocols(header: string, direction: Direction): Candidate[] {
  const protocols = header.split(',', MAX_PROTOCOLS).map((one) => one.trim());
  return protocols.flatMap((protocol, at) => {
    const word = wordIn(protocol);
    const before = at > 0 ? wordOf(protocols[at - 1]!) : undefined;
    const values = word === undefined || word === protocol ? [protocol] : valuesIn(protocol);
    for (const value of values) {
      const found = candidatesFrom(value, word ?? before, direction);
      if (found.length > 0) return found;
    }
    return [];
  });
}

/** A token is one whatever stands beside it; anything else only where a word says so. */
function candidatesFrom(
  value: string,
  word: string | undefined,
  direction: Direction,
): Candidate[] {
  const locator = word === undefined ? SUBPROTOCOLS : `${SUBPROTOCOLS};${word.toLowerCase()}`;
  const place = { carrier: 'header', locator, direction } as const;
  return candidatesIn(place, word === undefined ? '' : 'subprotocol-token', value);
}

/**
 * What may be the secret in `words.words.value`: all of what follows a word, else the last part,
 * decoded where it says so.
 */
function valuesIn(protocol: string): string[] {
  const last = protocol.slice(protocol.lastIndexOf('.') + 1);
  const decoded = ENCODED.test(protocol) ? decodeBase64Text(last) : undefined;
  if (decoded !== undefined) return [decoded];
  const rest = protocol.slice(endOfWord(protocol) + 1);
  return formatFacts(formatOf(rest).format).unmistakable || !rest.includes('.')
    ? [rest]
    : [protocol, last];
}

function wordIn(protocol: string): string | undefined {
  return WORDS.map((word) => word.exec(protocol)?.[1]).find((word) => word !== undefined);
}

/** A protocol that is nothing but such a word. */
function wordOf(protocol: string): string | undefined {
  return /^[A-Za-z_-]{2,32}$/.test(protocol) ? wordIn(protocol) : undefined;
}

function endOfWord(protocol: string): number {
  const found = WORDS.map((word) => word.exec(protocol)).find((match) => match !== null);
  return found ? found.index + found[0].length : -1;
}
