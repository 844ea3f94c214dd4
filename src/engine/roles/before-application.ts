import type { Credential } from '../model.js';
import { text } from '../text.js';
import type { Cue } from './cue.js';

/** A session that had ended is given anew once, with whatever is asked for next. */
const MANY = 3;

export const BEFORE_APPLICATION: Cue = {
  role: 'other',
  weight: 0.8,
  text: text(
    'evidence_changed_by_files',
    'it got a new value again and again, with mere files as well, as what stands before an ' +
      'application gives it; the login gave something else',
  ),
};

/**
 * What a load balancer or a guard against robots sets with every answer: the one to a login too.
 */
export function isBeforeApplication({ kind, life, behaviour }: Credential): boolean {
  if (kind !== 'cookie' || !behaviour.changedByFile) return false;
  const changes = life.filter(({ type }) => type === 'rotated');
  return changes.reduce((sum, { count }) => sum + count, 0) >= MANY;
}
