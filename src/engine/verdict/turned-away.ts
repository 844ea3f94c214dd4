import type { Known } from '../known.js';
import type { Credential } from '../model.js';
import type { Outcome } from '../trail/response-facts.js';

const REFUSED: ReadonlySet<Outcome> = new Set(['unauthorized', 'forbidden']);

/**
 * True for a token or a password that was refused (401, 403) each time it was sent, and that no
 * login gave: whom it stands for, or whether for anybody, nobody has seen.
 */
export function isTurnedAway({ id, kind, behaviour }: Credential, known: Known): boolean {
  if (kind !== 'token' || behaviour.issuedAtLogin) return false;
  const outcomes = known.carrying(id).flatMap(({ facts }) => facts?.outcome ?? []);
  return outcomes.length > 0 && outcomes.every((one) => REFUSED.has(one));
}
