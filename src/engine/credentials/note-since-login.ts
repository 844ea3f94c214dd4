import type { Credential, Exchange } from '../model.js';
import { hintOf } from '../values/names/name-hint.js';
import type { CredentialStore } from './credential-store.js';

/**
 * Notes what a request brought that a login was sent, or gave: which of the two the server goes by
 * since then is known by what is sent.
 */
export function noteSinceLogin(
  store: CredentialStore,
  { id }: Exchange,
  carried: readonly string[],
): void {
  for (const one of carried.flatMap((known) => store.byId(known) ?? [])) {
    if (goesOn(one, id)) store.behaved(one.id, { sentSinceLogin: true });
    if (isFirstSent(one)) store.touchSite(one.site);
  }
}

/** A cookie that is called a session. */
function goesOn({ kind, name, behaviour }: Credential, exchange: string): boolean {
  const { sentAtLogin, sentSinceLogin } = behaviour;
  if (kind !== 'cookie' || sentSinceLogin || !sentAtLogin) return false;
  return sentAtLogin.id !== exchange && hintOf(name)?.role === 'session';
}

/** What a login told is sent now: what stood for the user until then may be none of it. */
function isFirstSent({ kind, behaviour, sightings }: Credential): boolean {
  if (kind !== 'token' || !behaviour.issuedAtLogin) return false;
  const sent = sightings.filter(({ direction }) => direction === 'sent');
  return sent.length === 1 && sent[0]?.count === 1;
}
