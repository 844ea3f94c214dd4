import { isSafe } from '../methods.js';
import type { Credential, ExchangeRef } from '../model.js';
import type { CredentialStore } from './credential-store.js';

/**
 * A token is sent in the Authorization header for the first time: notes of the cookie that the
 * answer which gave it changed that it may be what was asked with. Whether it was, shows when that
 * is all that ever changes it.
 */
export function noteRenewal(store: CredentialStore, carried: readonly string[]): void {
  for (const id of carried) {
    const given = givenBy(store.byId(id));
    if (!given || isSafe(given.method)) continue;
    for (const cookie of store.all().filter((one) => isChangedBy(one, given))) {
      const { count = 0 } = cookie.behaviour.renewed ?? {};
      store.behaved(cookie.id, { renewed: { exchange: given, count: count + 1 } });
    }
  }
}

/** What gave a token that is used now for the first time. */
function givenBy(token: Credential | undefined): ExchangeRef | undefined {
  if (token?.kind !== 'token') return undefined;
  const sent = token.sightings.filter(({ direction }) => direction === 'sent');
  const isFirst = sent.length === 1 && sent[0]?.count === 1;
  if (!isFirst || sent[0]?.locator !== 'authorization') return undefined;
  const received = token.sightings.find(
    ({ direction, carrier }) => direction === 'received' && carrier === 'body',
  );
  return received?.firstExchange;
}

/** It was there, and that answer gave another in its place. */
function isChangedBy({ kind, life }: Credential, { id }: ExchangeRef): boolean {
  const last = life.at(-1);
  return kind === 'cookie' && last?.type === 'rotated' && last.exchange?.id === id;
}
