import type { Credential } from '../model.js';
import { text } from '../text.js';
import type { Cue } from './cue.js';
import { isForOthersAlone } from './public-key.js';

export const PROJECT_KEY: Cue = {
  role: 'api-key',
  weight: 0.75,
  text: text(
    'evidence_project_key',
    'sent only to a site that is not the page’s own, before anybody logged in, and ' +
      'given by no answer',
  ),
};

/**
 * Sent to other sites alone, and by who was nobody: it names who made the page. What the request
 * that logged in brought, and nothing else, may be what somebody logged in with.
 */
export function isOfProject({ behaviour, sightings }: Credential): boolean {
  const [sent, ...others] = sightings;
  const isOnce = sent?.carrier === 'body' && sent.count === 1 && others.length === 0;
  if (isOnce && sent.firstExchange?.id === behaviour.sentAtLogin?.id) return false;
  return isForOthersAlone(behaviour) && behaviour.usedAnonymously === true;
}
