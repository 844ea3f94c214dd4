import type { Credential, Sighting } from '../model.js';
import { text } from '../text.js';
import { nameInPage } from '../values/names/field-name.js';
import { formatFacts } from '../values/formats.js';
import { hintOf } from '../values/names/name-hint.js';
import type { Cue } from './cue.js';

export const CONNECTION: Cue = {
  role: 'other',
  weight: 0.8,
  text: text(
    'evidence_connection_id',
    'sent only where a WebSocket is opened, and given by no answer: it numbers the connection',
  ),
};

export const GREETING: Cue = {
  role: 'other',
  weight: 0.8,
  text: text(
    'evidence_told_in_socket',
    'a server told it in a WebSocket, and nothing brings it back: it numbers the connection',
  ),
};

export const OPENS_SOCKET: Cue = {
  role: 'access-token',
  weight: 0.97,
  text: text(
    'evidence_opens_socket',
    'a page told it, and it is sent to open a WebSocket, where a browser sends no header: it ' +
      'says who connects',
  ),
};

/** In the address of a handshake, and perhaps in the messages that follow it. */
export function isOfConnection(sightings: readonly Sighting[]): boolean {
  return (
    sightings.some(isOpening) &&
    sightings.every((one) => isOpening(one) || one.carrier === 'websocket')
  );
}

/** `reconnectionToken`, `connection_id`: by its own name it is a connection's. */
export function isCalledConnection(sightings: readonly Sighting[]): boolean {
  return sightings.every(({ locator }) =>
    /(?:^|[^a-z])(?:re)?connect(?:ion)?(?![a-z])/.test(
      locator.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase(),
    ),
  );
}

/** Said in a WebSocket, and nowhere else. */
export function isToldInSocket(sightings: readonly Sighting[]): boolean {
  return sightings.every(
    ({ carrier, direction }) => carrier === 'websocket' && direction === 'received',
  );
}

/**
 * Nothing but handshakes brings it (RFC 6455 §4.1), and no name says that it is against forgery.
 */
export function opensSockets({ format, sightings }: Credential): boolean {
  const sent = sightings.filter(({ direction }) => direction === 'sent');
  const isNamed = ({ locator }: Sighting) =>
    hintOf(nameInPage(locator) ?? locator)?.role === 'csrf';
  return (
    sent.length > 0 &&
    formatFacts(format).structured &&
    sent.every(isOpening) &&
    !sightings.some(isNamed)
  );
}

/** RFC 6455 §1.3: the address of a handshake. */
function isOpening({ carrier, direction, firstExchange }: Sighting): boolean {
  return carrier === 'url' && direction === 'sent' && /^wss?:/.test(firstExchange?.url ?? '');
}
