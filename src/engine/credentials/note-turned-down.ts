import type { Credential, Exchange } from '../model.js';
import type { CredentialStore } from './credential-store.js';

const UNAUTHORIZED = 401;

/**
 * Notes of a token that had been taken that it is refused now (RFC 6750 §3.1), and forgets it where
 * it is taken again; `isTaken`: this answer is a page or data.
 */
export function noteTurnedDown(
  store: CredentialStore,
  { id, kind, behaviour }: Credential,
  { id: exchangeId, method, url, startedAt, response }: Exchange,
  isTaken: boolean,
): void {
  if (kind !== 'token') return;
  const { turnedDown, gotData, gotPage } = behaviour;
  if (isTaken && turnedDown) store.behaved(id, { turnedDown: undefined });
  if (response?.status !== UNAUTHORIZED || !(gotData ?? gotPage)) return;
  const exchange = { id: exchangeId, method, url, status: UNAUTHORIZED };
  const times = (turnedDown?.times ?? 0) + 1;
  store.behaved(id, { turnedDown: { exchange, at: startedAt, times } });
}
