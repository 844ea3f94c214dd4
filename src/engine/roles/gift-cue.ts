import type { Credential } from '../model.js';
import { text } from '../text.js';
import { saysIdentity } from './claim-cues.js';
import type { Cue } from './cue.js';

export const GIFT: Cue = {
  role: 'other',
  weight: 0.7,
  text: text(
    'evidence_given_and_unused',
    'only answers of a site that is not the page’s own had it, before anybody logged in, and ' +
      'nothing was sent with it',
  ),
};

/**
 * What a service gives to every page that asks; whoever logs in uses what he was given, but for
 * what tells the page who he is.
 */
export function isUnusedGift({ behaviour, jwt, sightings }: Credential): boolean {
  if (behaviour.issuedAtLogin || (jwt && saysIdentity(jwt))) return false;
  return sightings.every(
    ({ carrier, direction, site, pageSite }) =>
      carrier === 'body' && direction === 'received' && pageSite !== undefined && pageSite !== site,
  );
}
