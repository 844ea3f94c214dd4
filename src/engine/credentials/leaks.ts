import type { ExchangeRef, Leak, Millis } from '../model.js';
import { LIMITS } from '../settings.js';
import type { CredentialDraft } from './draft.js';

// Ways out that a credential's own use does not show. They are kept apart from its sightings: what
// it is and how it is used are judged by those alone.

export type NewLeak = Omit<Leak, 'firstAt' | 'lastAt' | 'count' | 'exchange'> & {
  at: Millis;
  exchange?: ExchangeRef;
};

/** Notes a leak, or raises the count of the same one. */
export function noteLeak(draft: CredentialDraft, { at, exchange, ...way }: NewLeak): void {
  joinLeaks(draft, [
    { ...way, firstAt: at, lastAt: at, count: 1, ...(exchange ? { exchange } : {}) },
  ]);
}

/** Gives a credential the leaks of another that turned out to be the same. */
export function joinLeaks(draft: CredentialDraft, leaks: readonly Leak[]): void {
  for (const leak of leaks) {
    const known = draft.leaks?.find((one) => isSameWay(one, leak));
    if (known)
      Object.assign(known, {
        lastAt: Math.max(known.lastAt, leak.lastAt),
        count: known.count + leak.count,
      });
    else if ((draft.leaks?.length ?? 0) < LIMITS.leaks)
      draft.leaks = [...(draft.leaks ?? []), { ...leak }];
    else draft.unlistedLeaks = (draft.unlistedLeaks ?? 0) + leak.count;
  }
}

function isSameWay(a: Leak, b: Leak): boolean {
  return (
    a.through === b.through &&
    a.carrier === b.carrier &&
    a.locator === b.locator &&
    a.origin === b.origin &&
    a.script === b.script
  );
}
