import type { Credential, Role, Sighting } from '../model.js';
import { roleFacts } from '../role-table.js';
import { text } from '../text.js';
import type { Cue } from './cue.js';

const TOLD_ID: Cue = {
  role: 'other',
  weight: 0.85,
  text: text(
    'evidence_told_id',
    'answers told it as the id of a thing, and it went back only in paths, beside what says who ' +
      'asks: it names that thing and proves nothing',
  ),
};

/**
 * Evidence that what seems to log in is the id of a session as a resource (`POST
 * /client/sessions/sess_…/touch`): what proves that it is one's own was sent beside it.
 */
export function toldIdCue(credential: Credential, role: Role): Cue | undefined {
  const { behaviour } = credential;
  const isBeside = behaviour.besideSession === true || behaviour.besideAuthorization === true;
  return roleFacts(role).logsIn && isBeside && isToldIdInPaths(credential) ? TOLD_ID : undefined;
}

/** Answers told it as the id of a thing, and it went back in paths alone. */
export function isToldIdInPaths({ kind, sightings }: Credential): boolean {
  if (kind !== 'token' || !sightings.some(isInPath)) return false;
  return sightings.every((one) => isInPath(one) || isToldId(one));
}

function isInPath({ carrier, direction, locator }: Sighting): boolean {
  return carrier === 'url' && direction === 'sent' && locator === 'path';
}

/** An answer named it as the id of a thing. */
export function isToldId({ direction, carrier, locator }: Sighting): boolean {
  return (
    carrier === 'body' &&
    direction === 'received' &&
    /(?:^|[/_-]|[a-z])(?:[Ii]d|uuid|guid)$/.test(locator)
  );
}
