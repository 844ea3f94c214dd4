import type { CredentialDraft } from './draft.js';
import type { Credential, ExchangeRef, Leak, Millis } from '../model.js';

// Ways out that a credential's own use does not show. They are kept apart from its sightings: what it
// is and how it is used are judged by those alone.

const MAX_LEAKS = 20;

type NewLeak = Omit<Leak, 'firstAt' | 'lastAt' | 'count' | 'exchange'> & {
  at: Millis;
  exchange?: ExchangeRef;
};

/** Notes a leak, or raises the count of the same one. */
export function noteLeak(credential: CredentialDraft, { at, exchange, ...way }: NewLeak): void {
  const leaks = (credential.leaks ??= []);
  const known = leaks.find((leak) => isSameWay(leak, way));
  if (known) Object.assign(known, { lastAt: at, count: known.count + 1 });
  else if (leaks.length < MAX_LEAKS)
    leaks.push({ ...way, firstAt: at, lastAt: at, count: 1, ...(exchange ? { exchange } : {}) });
}

/** Gives a credential the leaks of another that turned out to be the same. */
export function joinLeaks(credential: CredentialDraft, leaks: readonly Leak[]): void {
  for (const { firstAt, lastAt, count, exchange, ...way } of leaks) {
    noteLeak(credential, { ...way, at: firstAt, ...(exchange ? { exchange } : {}) });
    const joined = credential.leaks?.find((leak) => isSameWay(leak, way));
    if (joined)
      Object.assign(joined, {
        lastAt: Math.max(joined.lastAt, lastAt),
        count: joined.count + count - 1,
      });
  }
}

type Way = Pick<Leak, 'through' | 'carrier' | 'locator' | 'origin' | 'script'>;

function isSameWay(a: Way, b: Way): boolean {
  return (
    a.through === b.through &&
    a.carrier === b.carrier &&
    a.locator === b.locator &&
    a.origin === b.origin &&
    a.script === b.script
  );
}
