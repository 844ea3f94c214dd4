import { type StateOf, stateOf } from './credentials/credential-state.js';
import { companionsAmong, type Signed, signedOf } from './credentials/signed.js';
import { type Trial, TrialIndex } from './credentials/trials.js';
import type { AuthFlow } from './flows/flow.js';
import { DEFAULT_SETTINGS, type Settings, type ThresholdName, thresholdOf } from './judging.js';
import type { Credential, ExchangeRef, Millis, Role } from './model.js';
import type { Moment } from './moments/moment.js';
import { siteOf } from './normalize/site.js';
import type { LoggedExchange } from './trail/exchange-log.js';
import type { Proof } from './proof/proof.js';
import type { TurnedAway } from './trail/turned-away.js';
import { remembered } from './memo.js';

/** What a view is made of. */
export interface KnownParts {
  readonly now: Millis;
  readonly credentials: readonly Credential[];
  /** Choices other than the defaults. */
  readonly settings?: Partial<Settings>;
  readonly exchanges?: readonly LoggedExchange[];
  readonly flows?: readonly AuthFlow[];
  readonly moments?: readonly Moment[];
  readonly trials?: readonly Trial[];
  readonly turnedAway?: readonly TurnedAway[];
  readonly proofs?: readonly Proof[];
}

/**
 * Everything that is known at one moment, to be read only: the view that rules, verdict and report
 * share. It is made once for a state; each index is made when it is first asked for.
 */
export class Known {
  /** The moment of judgement: that of the last observation, or `--now`. */
  readonly now: Millis;
  readonly settings: Settings;
  readonly credentials: readonly Credential[];
  /** In order of time, repeats folded; with the facts of their headers. */
  readonly exchanges: readonly LoggedExchange[];
  readonly flows: readonly AuthFlow[];
  readonly moments: readonly Moment[];
  /** Addresses that turned somebody away, or asked for a password. */
  readonly turnedAway: readonly TurnedAway[];
  /** Finished proofs; what they say of a credential is in it already. */
  readonly proofs: readonly Proof[];
  readonly #states = new Map<Credential, StateOf>();
  readonly #signed = new Map<Credential, Signed | undefined>();
  readonly #trials: TrialIndex;
  readonly #companions = lazy(() => companionsAmong(this.credentials));
  readonly #byId = lazy(() => new Map(this.credentials.map((one) => [one.id, one])));
  readonly #byRole = lazy(() => grouped(this.credentials, ({ role }) => [role]));
  readonly #byName = lazy(() => grouped(this.credentials, ({ name }) => [name]));
  readonly #bySite = lazy(() => grouped(this.credentials, sitesUsing));
  readonly #carrying = lazy(() => grouped(this.exchanges, ({ carried }) => carried));
  readonly #exchangesBySite = lazy(() =>
    grouped(this.exchanges, (one) => [...new Set([this.targetOf(one), one.pageSite ?? ''])]),
  );

  constructor(parts: KnownParts) {
    this.now = parts.now;
    this.credentials = parts.credentials;
    this.settings = { ...DEFAULT_SETTINGS, ...parts.settings };
    this.exchanges = parts.exchanges ?? [];
    this.flows = parts.flows ?? [];
    this.moments = parts.moments ?? [];
    this.turnedAway = parts.turnedAway ?? [];
    this.proofs = parts.proofs ?? [];
    this.#trials = new TrialIndex(parts.trials ?? []);
  }

  byId(id: string): Credential | undefined {
    return this.#byId().get(id);
  }

  byRole(role: Role): readonly Credential[] {
    return this.#byRole().get(role) ?? [];
  }

  /** Those of exactly this name, wherever they are. */
  named(name: string): readonly Credential[] {
    return this.#byName().get(name) ?? [];
  }

  /** Sites whose users are recognised by something, in order of first sighting. */
  sites(): string[] {
    return [...this.#bySite().keys()];
  }

  /** What identifies the users of a site. */
  ofSite(site: string): readonly Credential[] {
    return this.#bySite().get(site) ?? [];
  }

  /** The exchanges that went to a site, or were made for a page of it, in order of time. */
  exchangesOf(site: string): readonly LoggedExchange[] {
    return this.#exchangesBySite().get(site) ?? [];
  }

  /** The site that an exchange went to. */
  targetOf(exchange: LoggedExchange): string {
    return siteAt(exchange.ref);
  }

  /** The exchanges that a credential travelled with. */
  carrying(credentialId: string): readonly LoggedExchange[] {
    return this.#carrying().get(credentialId) ?? [];
  }

  /** What has become of a credential by now. */
  state(credential: Credential): StateOf {
    const known = this.#states.get(credential) ?? stateOf(credential, this.now);
    this.#states.set(credential, known);
    return known;
  }

  isLive(credential: Credential): boolean {
    return this.state(credential).state === 'live';
  }

  /** How a credential's value is signed; undefined where that is not known. */
  signed(credential: Credential): Signed | undefined {
    if (!this.#signed.has(credential))
      this.#signed.set(credential, signedOf(credential, this.#companions()));
    return this.#signed.get(credential);
  }

  /** What came of secrets that were tried on it; empty where none was. */
  trials(credential: Credential): readonly Trial[] {
    return this.#trials.of(credential);
  }

  /** The limit that a rule judges by, as it was chosen (`judging.ts`). */
  threshold(name: ThresholdName): number {
    return thresholdOf(this.settings, name);
  }
}

const siteAt = remembered(({ url }: ExchangeRef) => siteOf(url));

/** What a token endpoint gives to its client, which another site may be. */
const GIVEN: readonly Role[] = ['access-token', 'refresh-token', 'id-token'];

/**
 * Sites whose users a credential identifies: for a cookie that of its host; for a token those whose
 * pages keep or send it, else those whose pages were given it, whoever issued it.
 */
export function sitesUsing({ kind, role, site, sightings }: Credential): string[] {
  if (kind === 'cookie') return [site];
  const using = sightings
    .filter((s) => s.direction !== 'received')
    .map((s) => (s.direction === 'stored' ? s.site : (s.pageSite ?? s.site)));
  if (using.length > 0) return [...new Set(using)];
  const given = sightings.flatMap(({ carrier, pageSite }) =>
    GIVEN.includes(role) && carrier === 'body' && pageSite !== undefined ? [pageSite] : [],
  );
  return given.length > 0 ? [...new Set(given)] : [site];
}

function grouped<T>(all: readonly T[], keysOf: (one: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  }
  return groups;
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
