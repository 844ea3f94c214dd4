import type { CredentialStore } from '../credentials/credential-store.js';
import type { Credential } from '../model.js';
import type { Effect } from '../moments/effect.js';
import { logsIn, roleRank, ROLES } from '../role-table.js';
import { judgeRole } from '../roles/role.js';

// What was found out above the store, written into it: the data's one way back is this, and it goes
// through the store's own methods.

/** Has the store write what moments say of credentials. */
export function apply(store: CredentialStore, effects: readonly Effect[]): void {
  for (const effect of effects) applyOne(store, effect);
}

function applyOne(store: CredentialStore, effect: Effect): void {
  switch (effect.kind) {
    case 'behaved':
      return store.behaved(effect.id, effect.behaviour);
    case 'begins':
      return store.beginLineage(effect.id, effect.login);
    case 'logged-in':
      return store.closeLineages(effect.site, effect.at);
    case 'logged-out':
      return store.loggedOut(effect.site, effect.at);
    case 'gave':
      return store.touchSite(effect.site);
  }
}

/** Judges anew what every credential is whose facts changed. `gaveAt`: a login at that site gave something. */
export function judgeTouched(store: CredentialStore, gaveAt: (site: string) => boolean): void {
  const touched = store.takeTouched();
  for (const credential of touched) {
    if (credential.signs === undefined)
      store.judged(credential.id, judgeRole(credential, { loginGave: gaveAt(credential.site) }));
  }
  for (const id of store.signatures()) {
    const signature = store.lineage(id);
    const signed = store.lineage(signature?.signs ?? '');
    if (signature && signed && signature.role !== signed.role)
      store.judged(id, judgeRole(signature, { signed, loginGave: false }));
  }
  store.takeTouched();
}

/** How much a credential matters where not all can be kept: what logs in is let go last. */
export function worthOf(credential: Credential): number {
  const { role, behaviour, sightings } = credential;
  if (logsIn(credential) || behaviour.issuedAtLogin) return 100 + ROLES.length - roleRank(role);
  const used = sightings.some(({ direction }) => direction === 'sent') ? 10 : 0;
  const firstParty = behaviour.sentFirstParty ? 40 : 0;
  return firstParty + used + ROLES.length - roleRank(role);
}
