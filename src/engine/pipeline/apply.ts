import { isCopyOfKnown } from '../credentials/copy-of-known.js';
import type { CredentialStore } from '../credentials/credential-store.js';
import { seeAsUnnamed } from '../credentials/see-unnamed.js';
import type { Credential, Millis } from '../model.js';
import type { Effect } from '../moments/effect.js';
import { logsIn, roleRank, ROLES } from '../role-table.js';
import { isSamePlace } from '../roles/beside-hidden.js';
import { judgeRole } from '../roles/role.js';
import { type Standing, standingAt } from '../roles/standing.js';

// What was found out above the store, written into it: the data's one way back is this, and it goes
// through the store's own methods.

/** What is known of the logins at a site. */
export interface Logins {
  /** One gave something. */
  gaveAt(site: string): boolean;
  /** When the first one was. */
  loginAt(site: string): Millis | undefined;
}

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
      store.closeLineages(effect.site, effect.at);
      return store.touchSite(effect.site);
    case 'logged-out':
      return store.loggedOut(effect.site, effect.at);
    case 'gave':
      return store.touchSite(effect.site);
  }
}

/**
 * Judges anew what every credential is whose facts changed, and, where that changes what stands for
 * the user of a site, all of that site.
 */
export function judgeTouched(store: CredentialStore, logins: Logins): void {
  // What is known now to log somebody in may have been seen before where no name said so.
  for (
    let judged = judgeOnce(store, logins);
    judged.filter((id) => isUnited(store, id)).length > 0;
    judged = judgeOnce(store, logins)
  );
}

function isUnited(store: CredentialStore, id: string): boolean {
  const credential = store.lineage(id);
  return credential !== undefined && logsIn(credential) && seeAsUnnamed(store, credential);
}

/** Returns the ids of those that were judged. */
function judgeOnce(store: CredentialStore, logins: Logins): string[] {
  const touched = store.takeTouched();
  if (touched.length === 0) return [];
  const judged = new Set(touched.map(({ id }) => id));
  const sites = [...new Set(touched.map(({ site }) => site))].filter(
    (site) => logins.gaveAt(site) || logins.loginAt(site) !== undefined,
  );
  const before = standings(store, sites);
  judgeAll(store, touched, before, logins);
  for (const [site, now] of standings(store, sites)) {
    const was = before.get(site);
    if (was && isSame(was, now)) continue;
    const ofSite = store.all().filter((one) => one.site === site);
    judgeAll(store, ofSite, new Map([[site, now]]), logins);
    for (const { id } of ofSite) judged.add(id);
  }
  judgeSignatures(store);
  store.takeTouched();
  return [...judged];
}

function isSame(was: Standing, now: Standing): boolean {
  return (
    was.given === now.given &&
    was.bearer === now.bearer &&
    was.kept === now.kept &&
    was.fetched === now.fetched &&
    was.alone === now.alone &&
    was.bare === now.bare &&
    was.lone === now.lone &&
    was.named === now.named &&
    was.onlyGiven === now.onlyGiven &&
    was.hidden.length === now.hidden.length &&
    was.hidden.every((place, index) => isSamePlace(place, now.hidden[index]))
  );
}

function standings(store: CredentialStore, sites: readonly string[]): Map<string, Standing> {
  if (sites.length === 0) return new Map();
  const all = store.all();
  return new Map(sites.map((site) => [site, standingAt(site, all)]));
}

/** At sites where nobody logged in, everything is judged by itself. */
function judgeAll(
  store: CredentialStore,
  credentials: readonly Credential[],
  standing: ReadonlyMap<string, Standing>,
  logins: Logins,
): void {
  for (const credential of credentials) {
    if (credential.signs !== undefined) continue;
    const own = standing.get(credential.site) ?? {};
    const {
      given = false,
      bearer = false,
      kept = true,
      fetched = false,
      alone = false,
      bare = false,
      lone,
      named,
      onlyGiven,
      hidden = [],
    }: Partial<Standing> = own;
    const context = {
      loginGave: given,
      gaveBearer: bearer,
      standsAlone: (!kept || fetched) && lone === undefined && logins.gaveAt(credential.site),
      isLone: !kept && lone === credential.id,
      isNamedLone: !given && named === credential.id,
      hidden,
      loginAt: alone ? logins.loginAt(credential.site) : undefined,
      isBare: bare && logins.loginAt(credential.site) !== undefined,
      isOnlyGiven: onlyGiven === credential.id,
      isCopy: given && isCopyOfKnown(store, credential),
    };
    store.judged(credential.id, judgeRole(credential, context));
  }
}

function judgeSignatures(store: CredentialStore): void {
  for (const id of store.signatures()) {
    const signature = store.lineage(id);
    const signed = store.lineage(signature?.signs ?? '');
    if (signature && signed && signature.role !== signed.role)
      store.judged(id, judgeRole(signature, { signed, loginGave: false }));
  }
}

/** How much a credential matters where not all can be kept: what logs in is let go last. */
export function worthOf(credential: Credential): number {
  const { role, behaviour, sightings } = credential;
  if (logsIn(credential) || behaviour.issuedAtLogin) return 100 + ROLES.length - roleRank(role);
  const used = sightings.some(({ direction }) => direction === 'sent') ? 10 : 0;
  const firstParty = behaviour.sentFirstParty ? 40 : 0;
  return firstParty + used + ROLES.length - roleRank(role);
}
