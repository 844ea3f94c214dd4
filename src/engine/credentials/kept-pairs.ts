import { memo, remembered } from '../memo.js';
import type { Credential } from '../model.js';
import {
  isKeptAsHash,
  pairHashesIn,
  withoutKnownPairs,
} from '../normalize/passwords/basic-password.js';
import type { CredentialStore } from './credential-store.js';

// Some scripts keep the name and the password that they send as HTTP Basic (RFC 7617): what is kept
// of it here is the hash that stands for it elsewhere.

const HASH = /[0-9a-f]{32}/g;

/** Cookies or stored items without a pair that was sent as HTTP Basic. */
export function withoutPairs<T extends { readonly value: string }>(
  store: CredentialStore,
  all: readonly T[],
): T[] {
  return all.map((one) => {
    if (!pairsIn(one).some((hash) => isPair(store, hash))) return one;
    const value = withoutKnownPairs(one.value, (hash) => isPair(store, hash));
    return value === one.value ? one : { ...one, value };
  });
}

/**
 * Hashes of what may be pairs, as long as what has them is there: hardly any is one that was sent.
 */
const pairsIn = remembered(({ value }: { readonly value: string }) => pairHashesIn(value));

const hashesIn = memo((value): readonly string[] => value.match(HASH) ?? []);

/** A cookie with such a pair is name and password too. */
export function markPairs(store: CredentialStore, ids: readonly string[]): void {
  for (const id of ids) {
    const { format, value = '' } = store.byId(id) ?? {};
    const holdsPair = hashesIn(value).some((hash) => isPair(store, hash));
    if (format !== 'basic' && holdsPair)
      store.change(id, (draft) => Object.assign(draft, { format: 'basic', scheme: 'basic' }));
  }
}

/** True for name and password themselves: there is no value that could be shown or sent again. */
export function isNeverKept({ format, value }: Pick<Credential, 'format' | 'value'>): boolean {
  return format === 'basic' && isKeptAsHash(value);
}

function isPair(store: CredentialStore, hash: string): boolean {
  return store.byValue(hash)?.format === 'basic';
}
