import type { Credential } from '../model.js';
import { text } from '../text.js';
import type { Cue } from './cue.js';
import { isBareToken, roleAt } from './place-hint.js';
import { isOfProject, PROJECT_KEY } from './project-key-cue.js';

const EACH_TIME: Cue = {
  role: 'other',
  weight: 0.8,
  text: text(
    'evidence_made_each_time',
    'another one with each request, and given by no answer: it numbers requests',
  ),
};

const OF_PAGE: Cue = {
  role: 'other',
  weight: 0.6,
  text: text(
    'evidence_session_of_page',
    'given by no answer, sent before anybody logged in, and beside the cookie that says who ' +
      'asks: the page numbers its visits',
  ),
};

/** A header of a service's own, to which pages of other sites send the key of their project. */
export function ownHeaderCues(credential: Credential): Cue[] {
  if (isMadeEachTime(credential)) return [EACH_TIME];
  const { behaviour, sightings } = credential;
  const isOfPage = sightings.every(
    (one) => one.direction === 'sent' && roleAt(one) === 'session' && !isBareToken(one.locator),
  );
  if (isOfPage && behaviour.besideSession && behaviour.usedAnonymously) return [OF_PAGE];
  const isKey = sightings.every((one) => {
    const role = roleAt(one);
    return one.direction === 'sent' && (role === 'access-token' || role === 'session');
  });
  return isKey && isOfProject(credential) ? [PROJECT_KEY] : [];
}

/** No value of it came twice. */
function isMadeEachTime({ sightings, valueCount }: Credential): boolean {
  const uses = sightings.reduce((sum, { count }) => sum + count, 0);
  return (
    valueCount >= 3 && uses <= valueCount && sightings.every((one) => one.direction === 'sent')
  );
}
