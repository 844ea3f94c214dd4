import { isKept } from '../../credentials/credential-state.js';
import type { Credential, Millis } from '../../model.js';
import type { CredentialReader } from '../credential-reader.js';
import type { LinkedExchange } from '../linked-exchange.js';
import { roleFacts } from '../../role-table.js';

/** A name and a password that the page keeps to send them are a login as well. */
export function keepsUser({ role, kind, carriers }: Credential): boolean {
  const kept = kind === 'cookie' || carriers.some((one) => one.endsWith('Storage'));
  return roleFacts(role).keepsUser || (role === 'basic' && kept);
}

/** Something that stands for the user of a site is still kept there. */
export function isUserKept(site: string, at: Millis, all: readonly Credential[]): boolean {
  return all.some((one) => one.site === site && keepsUser(one) && isKept(one, at));
}

/** What stood for the user has another value after this exchange. */
export function changesUsers(
  { carried, changed }: LinkedExchange,
  credentials: CredentialReader,
): boolean {
  return changed.some((id) => {
    const one = carried.has(id) ? credentials.byId(id) : undefined;
    return one !== undefined && keepsUser(one);
  });
}
