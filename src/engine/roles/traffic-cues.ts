import type { Credential, Role } from '../model.js';
import { text } from '../text.js';
import type { Cue } from './cue.js';
import { hintAt, isBareToken } from './place-hint.js';
import { isForOthersAlone } from './public-key.js';

const BEACON: Cue = {
  role: 'tracking',
  weight: 0.8,
  text: text(
    'evidence_beacon',
    'sent only with requests that were answered with nothing, as those that count visits are',
  ),
};
const ELSEWHERE: Cue = {
  role: 'tracking',
  weight: 0.7,
  text: text('evidence_third_party', 'sent only to a site that is not the page’s own'),
};
const PROJECT_KEY: Cue = {
  role: 'api-key',
  weight: 0.75,
  text: text(
    'evidence_project_key',
    'sent only to a site that is not the page’s own, before anybody logged in, and given by no answer',
  ),
};

/**
 * What the traffic says of a value for which only the name of its place speaks: ids that a script
 * makes up to count visits are called sessions as well, and keys of a project tokens. Empty where
 * something else speaks for it: where a login or an answer gave it, or where it stands elsewhere.
 */
export function trafficCues(credential: Credential): Cue[] {
  if (!isOnlyNamed(credential)) return [];
  const { behaviour, sightings } = credential;
  const elsewhere = isForOthersAlone(behaviour);
  const answeredNothing = behaviour.gotNothing === true && !behaviour.gotData && !behaviour.gotPage;
  const isStored = sightings.some(({ direction }) => direction === 'stored');
  const roles = new Set(sightings.map(roleAt));
  if (roles.has('session')) {
    if (answeredNothing) return [BEACON];
    return elsewhere && !isStored && !behaviour.gotPage ? [ELSEWHERE] : [];
  }
  const isKey = roles.has('access-token') && elsewhere && !isStored;
  return isKey && behaviour.usedAnonymously ? [PROJECT_KEY] : [];
}

function isOnlyNamed({ kind, format, behaviour, sightings }: Credential): boolean {
  return (
    kind === 'token' &&
    (format === 'opaque' || format === 'uuid') &&
    behaviour.issuedAtLogin === undefined &&
    sightings.every(
      ({ carrier, direction }) =>
        direction === 'stored' || (direction === 'sent' && ['url', 'body'].includes(carrier)),
    )
  );
}

function roleAt(sighting: Credential['sightings'][number]): Role | undefined {
  return isBareToken(sighting.locator) ? 'access-token' : hintAt(sighting)?.role;
}
