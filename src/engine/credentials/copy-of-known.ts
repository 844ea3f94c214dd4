import type { Credential } from '../model.js';
import { roleFacts } from '../role-table.js';
import type { CredentialStore } from './credential-store.js';
import { formsOf, isTelling } from './value-index.js';

/**
 * True for a cookie that holds what another credential, which keeps the user logged in, has or had
 * for its value: a script put it aside, to have it back.
 */
export function isCopyOfKnown(store: CredentialStore, { id, kind, value }: Credential): boolean {
  if (kind !== 'cookie') return false;
  return [...formsOf(value)].filter(isTelling).some((form) => {
    const known = store.byValue(form);
    return known !== undefined && known.id !== id && roleFacts(known.role).keepsUser;
  });
}
