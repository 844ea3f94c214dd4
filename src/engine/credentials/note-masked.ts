import type { Credential } from '../model.js';
import { isMaskOf } from '../values/masked.js';
import { percentDecode } from '../values/unwrap.js';
import type { CredentialStore } from './credential-store.js';

/** A form has a new mask each time: the first ones tell as much as all of them. */
const MAX_VALUES = 3;

/**
 * A cookie whose secret stands masked in the fields of the site's own pages is there to be compared
 * with them.
 */
export function noteMasked(store: CredentialStore, issued: readonly string[]): void {
  const fields = issued.flatMap((id) => store.byId(id) ?? []).filter(isNewField);
  if (fields.length === 0) return;
  for (const cookie of store.all().filter(mayBeMasked)) {
    const field = fields.find(
      (one) => one.site === cookie.site && isMaskOf(one.value, percentDecode(cookie.value)),
    );
    if (field) store.behaved(cookie.id, { masked: field.name });
  }
}

function isNewField({ kind, valueCount }: Credential): boolean {
  return kind === 'field' && valueCount <= MAX_VALUES;
}

function mayBeMasked({ kind, behaviour, cookie }: Credential): boolean {
  return kind === 'cookie' && behaviour.masked === undefined && cookie?.clearedAt === undefined;
}
