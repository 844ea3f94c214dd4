import type { CredentialDraft } from './draft.js';
import { formsOf, isTelling, ValueIndex } from './value-index.js';

/** By what a record is found: its identity, a cookie's name, and its values in every form. */
export class RecordIndex {
  #byIdentity = new Map<string, string>();
  /** Cookies by name: a request's cookies are looked up among few. */
  #cookies = new Map<string, ReadonlySet<string>>();
  #values = new ValueIndex();

  fork(): RecordIndex {
    const fork = new RecordIndex();
    fork.#byIdentity = new Map(this.#byIdentity);
    fork.#cookies = new Map(this.#cookies);
    fork.#values = this.#values.fork();
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
    if (kind === 'cookie') this.#cookies.set(name, new Set([...this.cookiesNamed(name), id]));
  }

  remove(record: CredentialDraft): void {
    const { id, kind, identity, name } = record;
    if (this.#byIdentity.get(identity) === id) this.#byIdentity.delete(identity);
    if (kind === 'cookie') {
      const others = [...this.cookiesNamed(name)].filter((other) => other !== id);
      if (others.length > 0) this.#cookies.set(name, new Set(others));
      else this.#cookies.delete(name);
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
    const forms = [...formsOf(value)].filter((form) => kind === 'token' || isTelling(form));
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
    const keep = new Set(kept.flatMap((value) => [...formsOf(value)]));
    for (const form of values.flatMap((value) => [...formsOf(value)]))
      if (!keep.has(form)) this.#values.forget(form, id);
  }
}
