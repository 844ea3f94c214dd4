import type { Credential } from '../model.js';
import { text } from '../text.js';
import type { Cue } from './cue.js';

export const SHOWN_ONCE: Cue = {
  role: 'other',
  weight: 0.8,
  text: text(
    'evidence_shown_once',
    'a page took it away, and its user stayed known by something else',
  ),
};

/** What one page tells the next: signed as it may be, nobody is known by it. */
export function isMessage({ kind, behaviour }: Credential): boolean {
  return kind === 'cookie' && behaviour.shownOnce !== undefined;
}
