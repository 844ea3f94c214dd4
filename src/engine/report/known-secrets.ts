import type { Credential } from '../model.js';
import { roleFacts } from '../role-table.js';
import { passwordIn } from '../roles/password-cookie.js';
import type { Needles } from './needles.js';

/**
 * The values of a credential; held: they log somebody in, and are looked for whatever they look
 * like.
 */
export function valuesOf(credential: Credential): {
  values: readonly string[];
  isHeld: boolean;
} {
  const { role, value, pastValues } = credential;
  const { logsIn, keepsUser } = roleFacts(role);
  const isHeld = logsIn || keepsUser || passwordIn(credential) !== undefined;
  return { values: [value, ...pastValues], isHeld };
}

/** Has the values of credentials looked for. */
export function lookForCredentials(needles: Needles, credentials: readonly Credential[]): void {
  for (const credential of credentials) {
    const { values, isHeld } = valuesOf(credential);
    needles.add(values, isHeld);
  }
}
