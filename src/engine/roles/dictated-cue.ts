import type { Credential, Sighting } from '../model.js';
import { text } from '../text.js';
import { tellName } from '../values/telling/redact.js';
import type { Cue } from './cue.js';

/**
 * Refusals that are not about who asks: 401 and 407 ask for a login (RFC 9110 §15.5.2, §15.5.8).
 */
const REFUSALS: ReadonlySet<number | undefined> = new Set([400, 403, 409, 412, 419, 422, 428]);

/**
 * A value that a refusal dictates in a header, and that comes back in the same header from then on:
 * a foreign page can send the request, and not read what to send with it.
 */
export function dictatedCues({ sightings }: Pick<Credential, 'sightings'>): Cue[] {
  const dictated = sightings.find(
    (one) => isDictated(one) && sightings.some((other) => isSentBack(other, one)),
  );
  if (!dictated) return [];
  return [
    {
      role: 'csrf',
      weight: 0.95,
      text: text(
        'evidence_dictated',
        'a refusal gave it in the header {locator}, in which later requests send it',
        { locator: tellName(dictated.locator) },
      ),
    },
  ];
}

function isDictated({ carrier, direction, firstExchange, lastExchange }: Sighting): boolean {
  const isRefusal = REFUSALS.has(firstExchange?.status) || REFUSALS.has(lastExchange?.status);
  return carrier === 'header' && direction === 'received' && isRefusal;
}

function isSentBack(sent: Sighting, { locator, origin }: Sighting): boolean {
  const { carrier, direction } = sent;
  return (
    carrier === 'header' &&
    direction === 'sent' &&
    sent.locator === locator &&
    sent.origin === origin
  );
}
