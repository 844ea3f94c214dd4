import type { Known } from '../known.js';
import type { Credential } from '../model.js';

/**
 * True for a token or a password that was refused (401) each time it was sent, and that no login
 * gave: whom it stands for, or whether for anybody, nobody has seen. Who is forbidden something
 * (403) may be known (RFC 9110 §15.5.4). What one answer says is asked in `moments/let-in.ts`.
 */
export function isRefusedEachTime({ id, kind, behaviour }: Credential, known: Known): boolean {
  if (kind !== 'token' || behaviour.issuedAtLogin) return false;
  const outcomes = known.carrying(id).flatMap(({ facts }) => facts?.outcome ?? []);
  return outcomes.length > 0 && outcomes.every((one) => one === 'unauthorized');
}
