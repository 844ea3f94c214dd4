import type {
  Behaviour,
  Credential,
  CredentialKind,
  ExchangeRef,
  LifeEvent,
  Millis,
} from '../model.js';
import type { Judgement } from '../roles/role.js';
import { hashOf } from '../values/hash.js';
import { Beside } from './beside.js';
import { CredentialLookup } from './credential-lookup.js';
import type { CredentialDraft } from './draft.js';
import { noteLife } from './life.js';
import { Lineages } from './lineages.js';
import { merge } from './merge.js';
import { newRecord, putValue } from './record.js';
import { Records } from './records.js';
import type { SavedBeside, SavedCredentials } from './saved-credentials.js';
import { addSighting, type NewSighting } from './sighting.js';

/**
 * The only writer of credentials. A cookie is one record, and so is each generation of a token; a
 * lineage is told as one credential. One value is one record, wherever it is seen.
 */
export class CredentialStore extends CredentialLookup {
  readonly #records: Records;
  readonly #lineages: Lineages;

  readonly beside: Beside;

  private constructor(
    records: Records,
    slots: readonly [string, string][],
    beside: SavedBeside = {},
  ) {
    super(records);
    this.beside = new Beside(beside);
    this.#records = records;
    this.#lineages = new Lineages(records, slots);
  }

  static empty(): CredentialStore {
    return new CredentialStore(new Records(), []);
  }

  static restore({ slots, ...saved }: SavedCredentials): CredentialStore {
    return new CredentialStore(Records.restore(saved), slots, saved);
  }

  save(): SavedCredentials {
    return { ...this.#records.save(), slots: this.#lineages.save(), ...this.beside.save() };
  }

  /** A store that goes on from here: each sees nothing of what the other does then. */
  fork(): CredentialStore {
    return new CredentialStore(this.#records.fork(), this.#lineages.save(), this.beside.save());
  }

  /** The token of that value, made where it is new; under a scheme of HTTP authentication. */
  token(value: string, seen: NewSighting, scheme?: string): Credential {
    const identity = `token:${hashOf(value)}`;
    const owner = this.byValue(value);
    // What the browser took for no cookie, and scripts bring all the same, is no cookie's doing.
    const known = owner?.cookie?.rejected ? this.byIdentity(identity) : owner;
    const { id } = known ?? this.create('token', identity, value, seen);
    if (scheme !== undefined) this.#sentUnder(id, scheme);
    const token = this.see(id, seen);
    this.#lineages.see(token, seen, known === undefined);
    if (seen.direction === 'received') this.#lineages.nameRefresh(this.byId(id) ?? token);
    return token;
  }

  /** A value that changes often and keeps its place, such as an anti-CSRF field: one credential. */
  field(identity: string, value: string, seen: NewSighting): Credential {
    const owner = this.byValue(value);
    // A token of that value was this field, sent before its page's body was told.
    const other = owner?.kind === 'token' ? undefined : owner;
    const { id } =
      other ?? this.byIdentity(identity) ?? this.create('field', identity, value, seen);
    if (this.byId(id)?.identity === identity) this.setValue(id, value);
    return this.see(id, seen);
  }

  /** Makes a credential of that identity. */
  create(kind: CredentialKind, identity: string, value: string, first: NewSighting): Credential {
    const record = newRecord(this.#records.nextId(), kind, identity, value, first);
    this.#records.add(record);
    this.#give(record, value);
    return record;
  }

  /** Gives a credential a new value and reads what the value says of itself. */
  setValue(id: string, value: string): void {
    if (this.byId(id)?.value !== value) this.#give(this.#records.draft(id), value);
  }

  /** Moves a cookie first seen without its attributes to the identity that they give it. */
  reidentify(id: string, identity: string): void {
    this.#records.reidentify(id, identity);
  }

  /** Adds one sighting, or raises the count of the same one. */
  see(id: string, seen: NewSighting): Credential {
    const draft = this.#records.draft(id);
    // A repeat tells nothing new about what the credential is.
    if (addSighting(draft, seen)) this.#records.touch(id);
    return draft;
  }

  /** Notes a change in its life. */
  note(id: string, type: LifeEvent['type'], at: Millis, exchange?: ExchangeRef): void {
    this.change(id, (draft) => noteLife(draft, type, at, exchange ? { exchange } : {}));
  }

  /** Writes what was seen of it. For the files beside this one. */
  change(id: string, write: (draft: CredentialDraft) => void): void {
    write(this.#records.draft(id));
    this.#records.touch(id);
  }

  /** What it was seen to do. */
  behaved(id: string, behaviour: Behaviour): void {
    this.change(id, (draft) => void (draft.behaviour = { ...draft.behaviour, ...behaviour }));
  }

  /** What it was judged to be: every generation of it. */
  judged(id: string, judgement: Judgement): void {
    for (const generation of this.#records.chainOf(id))
      Object.assign(this.#records.draft(generation.id), judgement);
  }

  /** A login gave this token: it goes on from none that was there before. */
  beginLineage(id: string, login: Millis): void {
    const token = this.byId(id);
    if (token) this.#lineages.begin(token, login);
  }

  /** Somebody logged in at a site: what takes its tokens' place goes on from none of before. */
  closeLineages(site: string, before: Millis): void {
    const old = this.#records.ofSite(site).filter(({ firstSeen }) => firstSeen < before);
    this.#lineages.close(new Set(old.map(({ id }) => id)));
  }

  /** Somebody logged out of a site: what script held in memory may be gone. */
  loggedOut(site: string, at: Millis): void {
    for (const { id, kind } of this.#records.ofSite(site)) {
      if (kind === 'token') this.change(id, (draft) => void (draft.loggedOutAt = at));
    }
    this.closeLineages(site, Infinity);
  }

  /** Credentials whose facts changed since this was asked last. */
  takeTouched(): Credential[] {
    return this.#records.takeTouched();
  }

  /** Has all credentials of a site judged anew. */
  touchSite(site: string): void {
    for (const { id, site: own } of this.#records.ofSite(site))
      if (own === site) this.#records.touch(id);
  }

  /** Notes a text that held as many tokens as are read of one: there may have been more. */
  crowded(): void {
    this.#records.crowded++;
  }

  /** Lets those go that matter least, where there are too many. */
  keepBounds(worth: (credential: Credential) => number): void {
    this.#records.keepBounds(worth);
  }

  /** Another one turns out to be this one, of the same value: one record, more sightings. */
  unite(id: string, other: string): void {
    this.#lineages.unhook(this.#records.draft(other));
    const gone = this.#records.draft(other);
    this.#records.retire(gone, id);
    const draft = this.#records.draft(id);
    merge(draft, gone);
    this.#records.put(draft);
  }

  #sentUnder(id: string, scheme: string): void {
    if (this.byId(id)?.scheme === scheme) return;
    const format = scheme === 'basic' ? { format: 'basic' } : {};
    this.change(id, (draft) => void Object.assign(draft, { scheme }, format));
  }

  #give(draft: CredentialDraft, value: string): void {
    for (const other of this.#records.claim(draft, value, putValue(draft, value)))
      this.unite(draft.id, other.id);
    this.#records.touch(draft.id);
  }
}
