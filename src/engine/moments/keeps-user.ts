import type { Credential } from '../model.js';
import { roleFacts } from '../role-table.js';

/** A name and a password that the page keeps to send them are a login as well. */
export function keepsUser({ role, kind, carriers }: Credential): boolean {
  const kept = kind === 'cookie' || carriers.some((one) => one.endsWith('Storage'));
  return roleFacts(role).keepsUser || (role === 'basic' && kept);
}
