import type { CredentialDraft } from './draft.js';
import { formsOf, isTelling, tokenFormsOf, ValueIndex } from './value-index.js';

/** By what a record is found: its identity, a cookie's name, and its values in every form. */
export class RecordIndex {
  #byIdentity = new Map<string, string>();
  /** Cookies by name: a request's cookies are looked up among few. */
  #cookies = new Map<string, Set<string>>();
  /** Names whose set no fork has as well. */
  #own = new Set<string>();
  #values = new ValueIndex();

  fork(): RecordIndex {
    const fork = new RecordIndex();
    fork.#byIdentity = new Map(this.#byIdentity);
    fork.#cookies = new Map(this.#cookies);
    fork.#values = this.#values.fork();
    this.#own.clear();
    return fork;
  }

  byIdentity(identity: string): string | undefined {
    return this.#byIdentity.get(identity);
  }

  byValue(value: string): string | undefined {
    return this.#values.owner(value);
  }

  cookiesNamed(name: string): Iterable<string> {
    return this.#cookies.get(name) ?? [];
  }

  add({ id, kind, identity, name }: CredentialDraft): void {
    this.#byIdentity.set(identity, id);
    if (kind === 'cookie') this.#ownNamed(name).add(id);
  }

  remove(record: CredentialDraft): void {
    const { id, kind, identity, name } = record;
    if (this.#byIdentity.get(identity) === id) this.#byIdentity.delete(identity);
    if (kind === 'cookie') {
      const named = this.#ownNamed(name);
      named.delete(id);
      if (named.size === 0) this.#cookies.delete(name);
    }
    this.forgetValues(record, [record.value, ...record.pastValues]);
  }

  /** Moves a record to another identity: a cookie first seen without its attributes. */
  reidentify({ id, identity: before }: CredentialDraft, identity: string): void {
    if (this.#byIdentity.get(before) === id) this.#byIdentity.delete(before);
    this.#byIdentity.set(identity, id);
  }

  /** Lets a record be found by a value; returns the ids of those that were found by it before. */
  claimValue({ id, kind }: CredentialDraft, value: string): string[] {
    const forms =
      kind === 'token' ? [...tokenFormsOf(value)] : [...formsOf(value)].filter(isTelling);
    const owners = forms.map((form) => this.#values.owner(form) ?? id);
    for (const form of forms) this.#values.claim(form, id);
    return owners.filter((owner) => owner !== id);
  }

  /** It is not found by these any more, in no form but those of values that it still has. */
  forgetValues(
    { id }: Pick<CredentialDraft, 'id'>,
    values: readonly string[],
    kept: readonly string[] = [],
  ): void {
    const keep = new Set(kept.flatMap((value) => [...tokenFormsOf(value)]));
    for (const form of values.flatMap((value) => [...tokenFormsOf(value)]))
      if (!keep.has(form)) this.#values.forget(form, id);
  }

  /** The ids of a name, for this index alone to write. */
  #ownNamed(name: string): Set<string> {
    const known = this.#cookies.get(name);
    if (known && this.#own.has(name)) return known;
    const own = new Set(known);
    this.#cookies.set(name, own);
    this.#own.add(name);
    return own;
  }
}
