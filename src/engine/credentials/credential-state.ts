import type { Credential, CredentialState, ExchangeRef, Millis } from '../model.js';
import type { Text } from '../text.js';

/** What has become of a credential: since when, by what, and why. */
export interface StateFacts {
  readonly state: CredentialState;
  readonly since?: Millis;
  readonly by?: ExchangeRef;
  readonly reason?: Text;
}

/** Decides what has become of a credential at a moment; nobody else does. */
export function stateOf(credential: Credential, now: Millis): StateFacts {
  const { cookie, expires, expiresAt, sightings } = credential;
  if (cookie?.rejected) return { state: 'refused', reason: cookie.rejected.text };
  if (cookie?.clearedAt !== undefined) {
    const { clearedAt: since, clearedBy: by } = cookie;
    return { state: 'cleared', since, ...(by && { by }) };
  }
  if (cookie?.expiredOnArrival) return { state: 'expired' };
  if (expires === 'at' && expiresAt !== undefined && expiresAt <= now) {
    return { state: 'expired', since: expiresAt };
  }
  const stored = sightings.filter(({ direction }) => direction === 'stored');
  if (stored.length > 0 && stored.every(({ goneAt }) => goneAt !== undefined)) {
    return { state: 'removed', since: Math.max(...stored.map(({ goneAt }) => goneAt ?? 0)) };
  }
  if (sightings.length === 0 && cookie?.setAt === undefined) return { state: 'unknown' };
  return { state: 'live' };
}
