import type { Credential } from '../model.js';
import { text } from '../text.js';
import type { Cue } from './cue.js';
import { roleAt } from './place-hint.js';

export const LINK_KEY: Cue = {
  role: 'oauth-state',
  weight: 0.7,
  text: text(
    'evidence_key_of_link',
    'sent in an address that only sent the browser on: the key of a link',
  ),
};

/**
 * Where a token led was a redirect (RFC 9110 §15.4) and nothing else, and nobody was known beside
 * it.
 */
export function isKeyOfLink({ behaviour, sightings }: Credential): boolean {
  const { besideSession, gotPage, gotData } = behaviour;
  if (besideSession || gotPage || gotData) return false;
  return sightings.every((one) => {
    const { carrier, direction, firstExchange } = one;
    return (
      carrier === 'url' &&
      direction === 'sent' &&
      roleAt(one) === 'access-token' &&
      firstExchange?.method === 'GET' &&
      /^30[12378]$/.test(String(firstExchange.status))
    );
  });
}
