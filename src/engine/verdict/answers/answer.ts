import type { Credential, ExchangeRef, Millis } from '../../model.js';
import type { Text, Told } from '../../text.js';
import { tellList, tellName } from '../../values/redact.js';

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

/** Names of credentials as they may be told, the first three of them. */
export function namesOf(credentials: readonly Credential[]): Told {
  const names = [...new Set(credentials.map(({ name }) => name))];
  return tellList(
    names.map((name) => tellName(name)),
    3,
  );
}

export const idsOf = (credentials: readonly Credential[]): string[] =>
  credentials.map(({ id }) => id);
