import type { StateOf } from './credentials/credential-state.js';
import { companionsAmong, type Signed, signedOf } from './credentials/signed.js';
import { type Trial, TrialIndex } from './credentials/trials.js';
import type { AuthFlow } from './flows/flow.js';
import { DEFAULT_SETTINGS, type Settings, type ThresholdName } from './judging.js';
import type { Credential, Millis, Role } from './model.js';
import type { Moment } from './moments/moment.js';
import type { LoggedExchange } from './trail/exchange-log.js';
import type { Proof } from './proof/proof.js';
import type { TurnedAway } from './trail/turned-away.js';
import { type KnownParts, lastingStateOf, NONE, NOTHING } from './known-parts.js';
import { grouped } from './grouped.js';
import { jarReadsOf, lazy, siteAt, sitesLoggedInto, sitesUsing } from './known-indexes.js';
import { thresholdOf } from './thresholds.js';
import { type Question, type Reads, Watched } from './reads.js';

/**
 * Everything that is known at one moment, to be read only: the view that rules, verdict and report
 * share. It is made once for a state; each index is made when it is first asked for.
 */
export class Known extends Watched {
  readonly settings: Settings;
  readonly #parts: Required<Omit<KnownParts, 'settings'>>;
  readonly #signed = new Map<Credential, Signed | undefined>();
  readonly #derived = new Map<(known: Known) => unknown, { value: unknown }>();
  readonly #trials: TrialIndex;
  readonly #companions = lazy(() => companionsAmong(this.#parts.credentials));
  readonly #byId = lazy(() => new Map(this.#parts.credentials.map((one) => [one.id, one])));
  readonly #byRole = lazy(() => grouped(this.#parts.credentials, ({ role }) => [role]));
  readonly #byName = lazy(() => grouped(this.#parts.credentials, ({ name }) => [name]));
  readonly #bySite = lazy(() => grouped(this.#parts.credentials, sitesUsing));
  readonly #carrying = lazy(() => grouped(this.#parts.exchanges, ({ carried }) => carried));
  readonly #giving = lazy(() => grouped(this.#parts.exchanges, ({ set }) => set));
  readonly #exchangesBySite = lazy(() =>
    grouped(this.#parts.exchanges, (one) => [...new Set([siteAt(one.ref), one.pageSite ?? ''])]),
  );
  readonly #jarReadAt = lazy(() => jarReadsOf(this.#parts.credentials));
  // Others that say the same are the same, and their objects may be written to.
  readonly #momentsAsText = lazy(() => JSON.stringify(this.#parts.moments));
  readonly #flowsAsText = lazy(() => JSON.stringify(this.#parts.flows));

  constructor({ settings, ...parts }: KnownParts) {
    super();
    this.settings = { ...DEFAULT_SETTINGS, ...settings };
    this.#parts = { ...NOTHING, ...parts };
    this.#trials = new TrialIndex(this.#parts.trials);
  }

  /** The moment of judgement: that of the last observation, or `--now`. */
  get now(): Millis {
    return this.ofAll(this.#parts.now);
  }

  get credentials(): readonly Credential[] {
    return this.ofAll(this.#parts.credentials);
  }

  /** In order of time, repeats folded; with the facts of their headers. */
  get exchanges(): readonly LoggedExchange[] {
    return this.ofAll(this.#parts.exchanges);
  }

  get flows(): readonly AuthFlow[] {
    this.noted('flowsAsText', '', this.#flowsAsText());
    return this.#parts.flows;
  }

  get moments(): readonly Moment[] {
    this.noted('momentsAsText', '', this.#momentsAsText());
    return this.#parts.moments;
  }

  /** Addresses that turned somebody away, or asked for a password. */
  get turnedAway(): readonly TurnedAway[] {
    return this.ofAll(this.#parts.turnedAway);
  }

  /** Finished proofs; what they say of a credential is in it already. */
  get proofs(): readonly Proof[] {
    return this.ofAll(this.#parts.proofs);
  }

  byId(id: string): Credential | undefined {
    return this.noted('byId', id, this.#byId().get(id));
  }

  byRole(role: Role): readonly Credential[] {
    return this.noted('byRole', role, this.#byRole().get(role) ?? NONE);
  }

  /** Those of exactly this name, wherever they are. */
  named(name: string): readonly Credential[] {
    return this.noted('named', name, this.#byName().get(name) ?? NONE);
  }

  /** Sites that know users by something, in order of first sighting; those of other logins. */
  sites(): string[] {
    const loggedInto = sitesLoggedInto(this.#parts.moments, this.#parts.credentials);
    return this.ofAll([...new Set([...this.#bySite().keys(), ...loggedInto])]);
  }

  /** What identifies the users of a site. */
  ofSite(site: string): readonly Credential[] {
    return this.noted('ofSite', site, this.#bySite().get(site) ?? NONE);
  }

  /** The exchanges that went to a site, or were made for a page of it, in order of time. */
  exchangesOf(site: string): readonly LoggedExchange[] {
    return this.noted('exchangesOf', site, this.#exchangesBySite().get(site) ?? NONE);
  }

  /** The site that an exchange went to. */
  targetOf(exchange: LoggedExchange): string {
    return siteAt(exchange.ref);
  }

  /** The exchanges that a credential travelled with. */
  carrying(credentialId: string): readonly LoggedExchange[] {
    return this.noted('carrying', credentialId, this.#carrying().get(credentialId) ?? NONE);
  }

  /** The exchanges whose answers gave a credential, in order of time. */
  giving(credentialId: string): readonly LoggedExchange[] {
    return this.noted('giving', credentialId, this.#giving().get(credentialId) ?? NONE);
  }

  /** What has become of a credential by now. */
  state(credential: Credential): StateOf {
    return this.noted('state', credential, lastingStateOf(credential, this.#parts.now));
  }

  isLive(credential: Credential): boolean {
    return this.state(credential).state === 'live';
  }

  /** How a credential's value is signed; undefined where that is not known. */
  signed(credential: Credential): Signed | undefined {
    if (!this.#signed.has(credential))
      this.#signed.set(credential, signedOf(credential, this.#companions()));
    return this.noted('signed', credential, this.#signed.get(credential));
  }

  /** True where another cookie holds its signature. */
  isSignedBeside(credentialId: string): boolean {
    return this.noted('isSignedBeside', credentialId, this.#companions().has(credentialId));
  }

  /** When cookies of a registrable domain were last seen in the jar; -Infinity: never. */
  jarReadAt(domain: string): Millis {
    return this.noted('jarReadAt', domain, this.#jarReadAt().get(domain) ?? -Infinity);
  }

  /** True where web storage of a site was looked at: else nobody knows what lies there. */
  isStorageSeen(site: string): boolean {
    return this.noted('isStorageSeen', site, this.#parts.storageSites.includes(site));
  }

  /** What came of secrets that were tried on it; empty where none was. */
  trials(credential: Credential): readonly Trial[] {
    return this.noted('trials', credential, this.#trials.of(credential));
  }

  /** The limit that a rule judges by, as it was chosen (`judging.ts`). */
  threshold(name: ThresholdName): number {
    return thresholdOf(this.settings, name);
  }

  /** What follows from all that is known, made once. */
  derived<T>(make: (known: Known) => T): T {
    const known = this.#derived.get(make) ?? { value: make(this) };
    this.#derived.set(make, known);
    return this.ofAll(known.value as T);
  }

  /** True where all this says the same as when that was read. */
  stillSays(reads: Reads): boolean {
    return reads.stand((question, whom) => this.#ask[question](whom as never));
  }

  /** What was chosen, as text. */
  readonly settingsText = lazy(() => JSON.stringify(this.settings));

  readonly #ask: Record<Question, (whom: never) => unknown> = {
    byId: (id) => this.byId(id),
    byRole: (role) => this.byRole(role),
    named: (name) => this.named(name),
    ofSite: (site) => this.ofSite(site),
    exchangesOf: (site) => this.exchangesOf(site),
    carrying: (id) => this.carrying(id),
    giving: (id) => this.giving(id),
    isSignedBeside: (id) => this.isSignedBeside(id),
    jarReadAt: (domain) => this.jarReadAt(domain),
    isStorageSeen: (site) => this.isStorageSeen(site),
    state: (credential) => this.state(credential),
    signed: (credential) => this.signed(credential),
    trials: (credential) => this.trials(credential),
    momentsAsText: () => this.#momentsAsText(),
    flowsAsText: () => this.#flowsAsText(),
  };
}
