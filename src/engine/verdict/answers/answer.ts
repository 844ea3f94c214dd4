import type { Credential, ExchangeRef, Millis } from '../../model.js';
import type { Text } from '../../text.js';

/** What everybody asks of a site after a visit, answered from what was seen. */
export interface Answer {
  /** Did the login give a new id; did the logout end it; why did it end without one? */
  question: 'login' | 'logout' | 'ended';
  outcome: 'good' | 'bad' | 'unknown';
  text: Text;
  at: Millis;
  /** Where it can be seen. */
  exchange?: ExchangeRef;
  /** What it speaks of. */
  credentialIds: string[];
}

export const idsOf = (credentials: readonly Credential[]): string[] =>
  credentials.map(({ id }) => id);
