import type { Credential } from '../model.js';
import { roleFacts } from '../role-table.js';
import type { Needles } from './needles.js';

/** Has the values of credentials looked for; those that log somebody in, whatever they look like. */
export function lookForCredentials(needles: Needles, credentials: readonly Credential[]): void {
  for (const { role, value, pastValues } of credentials) {
    const { logsIn, keepsUser } = roleFacts(role);
    needles.add([value, ...pastValues], logsIn || keepsUser);
  }
}
