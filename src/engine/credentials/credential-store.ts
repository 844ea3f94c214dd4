import type { CredentialDraft } from './draft.js';
import type { Credential, CredentialKind, ExchangeRef, LifeEvent, Millis } from '../model.js';
import { isLocal, parseUrl, siteOf } from '../normalize/site.js';
import { formatOf } from '../values/format.js';
import { hashOf } from '../values/hash.js';
import { settleHome } from './home.js';
import { claimTime, decodeJwt } from '../values/jwt.js';
import { joinLeaks } from './leaks.js';
import type { NewSighting } from './sighting.js';
import { TokenChains } from './token-chains.js';
import { formsOf, innerToken, isTelling, ValueIndex } from './value-index.js';

/** A hostile page may make as many cookies and tokens as it likes; we follow this many. */
export const MAX_CREDENTIALS = 1_000;
const MAX_SIGHTINGS = 40;
const MAX_LIFE = 24;
const MAX_PAST_VALUES = 8;
const EXPLAINED_WITHIN: Millis = 5_000;

/** Credentials by identity and by value. One value is one credential, wherever it is seen. */
export class CredentialStore {
  #byId = new Map<string, CredentialDraft>();
  #byIdentity = new Map<string, string>();
  #values = new ValueIndex();
  /** Cookies by name: a request's cookies are looked up among few. */
  #cookies = new Map<string, Set<string>>();
  #chains = new TokenChains(this);
  /** Ids of credentials that turned out to be another one's value. */
  #aliases = new Map<string, string>();
  #nextId = 1;
  /** Candidates not followed because {@link MAX_CREDENTIALS} was reached. */
  ignored = 0;
  /** Told of every credential whose facts changed, so that its role is judged anew. */
  readonly touched = new Set<string>();

  all(): CredentialDraft[] {
    return [...this.#byId.values()];
  }

  byId(id: string): CredentialDraft | undefined {
    return this.#byId.get(this.#aliases.get(id) ?? id);
  }

  byIdentity(identity: string): CredentialDraft | undefined {
    const id = this.#byIdentity.get(identity);
    return id === undefined ? undefined : this.byId(id);
  }

  byValue(value: string): CredentialDraft | undefined {
    const id = this.#values.owner(value);
    return id === undefined ? undefined : this.byId(id);
  }

  /** Cookies of that name, of any host. */
  cookiesNamed(name: string): CredentialDraft[] {
    return [...(this.#cookies.get(name) ?? [])].flatMap((id) => this.#byId.get(id) ?? []);
  }

  /** The token of that value, made where it is new; undefined where the store is full. */
  token(value: string, sighting: NewSighting): CredentialDraft | undefined {
    const known = this.byValue(value);
    const credential = known ?? this.create(`token:${hashOf(value)}`, value, sighting);
    if (!credential) return undefined;
    this.see(credential, sighting);
    this.#chains.see(credential, sighting, known === undefined);
    return credential;
  }

  /** A value that changes often and keeps its place, such as an anti-CSRF field: one credential. */
  field(identity: string, value: string, sighting: NewSighting): CredentialDraft | undefined {
    const owner = this.byValue(value);
    // A token of that value was this field, sent before its page's body was told.
    const other = owner?.kind === 'token' ? undefined : owner;
    const credential = other ?? this.byIdentity(identity) ?? this.create(identity, value, sighting);
    if (!credential) return undefined;
    if (credential.identity === identity) this.setValue(credential, value);
    this.see(credential, sighting);
    return credential;
  }

  /** Makes a credential of that identity. */
  create(identity: string, value: string, first: NewSighting): CredentialDraft | undefined {
    if (this.#byId.size >= MAX_CREDENTIALS) {
      this.ignored++;
      return undefined;
    }
    const hostname = parseUrl(first.origin)?.hostname ?? '';
    const credential: CredentialDraft = {
      id: `c${this.#nextId++}`,
      kind: kindOf(identity),
      identity,
      site: siteOf(first.origin),
      host: hostname,
      origin: first.origin,
      local: isLocal(hostname),
      carrier: first.carrier,
      name: first.locator,
      carriers: [],
      role: 'other',
      format: 'opaque',
      confidence: 0,
      evidence: [],
      expires: 'unknown',
      value,
      valueCount: 0,
      pastValues: [],
      life: [],
      sightings: [],
      behaviour: {},
      firstSeen: first.at,
      lastSeen: first.at,
    };
    this.#byId.set(credential.id, credential);
    this.#index(credential);
    this.setValue(credential, value);
    return credential;
  }

  /** Gives a credential a new value and reads what the value says of itself. */
  setValue(credential: CredentialDraft, value: string): void {
    if (credential.valueCount > 0 && credential.value === value) return;
    if (credential.valueCount > 0) this.#rememberValue(credential);
    credential.value = value;
    credential.valueCount++;
    this.#readValue(credential, value);
    for (const form of formsOf(value)) this.#claimValue(credential, form);
    this.touched.add(credential.id);
  }

  /** Reads format and claims from another text than the value: the whole that it is a part of. */
  describeAs(credential: CredentialDraft, whole: string): void {
    this.#readValue(credential, whole);
    this.touched.add(credential.id);
  }

  /** Moves a credential to another identity: a cookie first seen without its attributes. */
  reidentify(credential: CredentialDraft, identity: string): void {
    this.#byIdentity.delete(credential.identity);
    credential.identity = identity;
    this.#byIdentity.set(identity, credential.id);
  }

  /** Adds one sighting, or raises the count of the same one. */
  see(credential: CredentialDraft, { at, exchange, ...place }: NewSighting): void {
    const known = credential.sightings.find(
      (s) =>
        s.carrier === place.carrier &&
        s.locator === place.locator &&
        s.direction === place.direction &&
        s.origin === place.origin,
    );
    if (known) {
      known.count++;
      delete known.goneAt;
      known.lastAt = Math.max(known.lastAt, at);
      known.firstAt = Math.min(known.firstAt, at);
      if (exchange) known.lastExchange = exchange;
    } else if (credential.sightings.length < MAX_SIGHTINGS) {
      credential.sightings.push({
        ...place,
        site: siteOf(place.origin),
        firstAt: at,
        lastAt: at,
        count: 1,
        ...(exchange ? { firstExchange: exchange, lastExchange: exchange } : {}),
      });
      settleHome(credential);
      // A repeat tells nothing new about what the credential is.
      this.touched.add(credential.id);
    }
    credential.firstSeen = Math.min(credential.firstSeen, at);
    credential.lastSeen = Math.max(credential.lastSeen, at);
  }

  /** Notes a change in a credential's life; the same kind of change again raises the count. */
  note(
    credential: CredentialDraft,
    type: LifeEvent['type'],
    at: Millis,
    exchange?: ExchangeRef,
  ): void {
    const { life } = credential;
    const last = life.at(-1);
    if (last?.type === type && life.length >= MAX_LIFE / 2)
      Object.assign(last, { lastAt: at, count: last.count + 1 });
    else if (life.length < MAX_LIFE)
      life.push({ type, at, lastAt: at, count: 1, ...(exchange ? { exchange } : {}) });
    this.touched.add(credential.id);
  }

  /** The jar may tell of a change just before the response that made it does. */
  explain(credential: CredentialDraft, at: Millis, exchange: ExchangeRef): void {
    const last = credential.life.at(-1);
    if (last && !last.exchange && at - last.lastAt < EXPLAINED_WITHIN) last.exchange = exchange;
  }

  /** Plain data for {@link load}. */
  dump(): SavedCredentials {
    return {
      credentials: this.all(),
      aliases: [...this.#aliases],
      slots: this.#chains.save(),
      nextId: this.#nextId,
      ignored: this.ignored,
    };
  }

  load(saved: SavedCredentials): void {
    this.#nextId = saved.nextId;
    this.ignored = saved.ignored;
    this.#aliases = new Map(saved.aliases);
    this.#chains.restore(saved.slots);
    for (const credential of saved.credentials) {
      this.#byId.set(credential.id, credential);
      this.#index(credential);
      for (const value of [...credential.pastValues, credential.value]) {
        for (const form of formsOf(value)) this.#claimValue(credential, form);
      }
      this.touched.add(credential.id);
    }
  }

  #index({ id, kind, identity, name }: CredentialDraft): void {
    this.#byIdentity.set(identity, id);
    if (kind !== 'cookie') return;
    this.#cookies.set(name, (this.#cookies.get(name) ?? new Set<string>()).add(id));
  }

  #readValue(credential: CredentialDraft, value: string): void {
    delete credential.jwt;
    const inner = innerToken(value);
    credential.format = formatOf(inner).format;
    const jwt = decodeJwt(inner);
    if (jwt) this.#readClaims(credential, jwt);
  }

  #readClaims(credential: CredentialDraft, jwt: NonNullable<CredentialDraft['jwt']>): void {
    credential.jwt = jwt;
    const issuedAt = claimTime(jwt.claims, 'iat');
    if (issuedAt !== undefined) credential.issuedAt = issuedAt;
    if (credential.attributes) return;
    const expiresAt = claimTime(jwt.claims, 'exp');
    credential.expires = expiresAt === undefined ? 'never' : 'at';
    if (expiresAt !== undefined) credential.expiresAt = expiresAt;
  }

  #rememberValue(credential: CredentialDraft): void {
    const { pastValues, value } = credential;
    credential.pastValues = [value, ...pastValues].slice(0, MAX_PAST_VALUES);
    for (const forgotten of pastValues.slice(MAX_PAST_VALUES - 1))
      this.#values.forget(forgotten, credential.id);
  }

  #claimValue(credential: CredentialDraft, value: string): void {
    if (credential.kind !== 'token' && !isTelling(value)) return;
    const owner = this.byValue(value);
    if (!owner || owner === credential) this.#values.set(value, credential.id);
    else if (owner.kind === 'token') this.#absorb(credential, owner, value);
  }

  /** A token seen before turns out to be this cookie's value: one credential, more sightings. */
  #absorb(credential: CredentialDraft, token: CredentialDraft, value: string): void {
    this.#byId.delete(token.id);
    this.#byIdentity.delete(token.identity);
    this.#aliases.set(token.id, credential.id);
    this.#values.set(value, credential.id);
    credential.sightings.push(
      ...token.sightings.slice(0, MAX_SIGHTINGS - credential.sightings.length),
    );
    joinLeaks(credential, token.leaks ?? []);
    credential.firstSeen = Math.min(credential.firstSeen, token.firstSeen);
    settleHome(credential);
  }
}

function kindOf(identity: string): CredentialKind {
  return identity.slice(0, identity.indexOf(':')) as CredentialKind;
}

export interface SavedCredentials {
  credentials: CredentialDraft[];
  aliases: [string, string][];
  slots: [string, string][];
  nextId: number;
  ignored: number;
}
