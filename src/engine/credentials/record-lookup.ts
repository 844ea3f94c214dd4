import type { Aliases } from './aliases.js';
import { chainAround, firstAround } from './chain.js';
import type { CredentialDraft } from './draft.js';
import type { RecordIndex } from './record-index.js';

/** Where records stand, and by what they are found. */
export interface RecordShelf {
  records: Map<string, CredentialDraft>;
  index: RecordIndex;
  aliases: Aliases;
}

/** Finds the records of a store: by id, by what they are, and beside which others. */
export class RecordLookup {
  readonly #records: ReadonlyMap<string, CredentialDraft>;
  readonly #index: RecordIndex;
  readonly #aliases: Aliases;

  constructor({ records, index, aliases }: RecordShelf) {
    this.#records = records;
    this.#index = index;
    this.#aliases = aliases;
  }

  all(): CredentialDraft[] {
    return [...this.#records.values()];
  }

  byId(id: string): CredentialDraft | undefined {
    return this.#records.get(this.#aliases.idOf(id));
  }

  byIdentity(identity: string): CredentialDraft | undefined {
    return this.byId(this.#index.byIdentity(identity) ?? '');
  }

  byValue(value: string): CredentialDraft | undefined {
    return this.byId(this.#index.byValue(value) ?? '');
  }

  cookiesNamed(name: string): CredentialDraft[] {
    const found: CredentialDraft[] = [];
    for (const id of this.#index.cookiesNamed(name)) {
      const record = this.byId(id);
      if (record) found.push(record);
    }
    return found;
  }

  /** Records that belong to a site: its own, and those that its pages use. */
  ofSite(site: string): CredentialDraft[] {
    return this.all().filter(
      (record) =>
        record.site === site || record.sightings.some(({ pageSite }) => pageSite === site),
    );
  }

  /** All generations of the lineage that a record belongs to, in their order. */
  chainOf(id: string): CredentialDraft[] {
    const middle = this.byId(id);
    return middle ? chainAround(middle, (other) => this.byId(other)) : [];
  }

  /** The first generation of them. */
  firstOf(record: CredentialDraft): CredentialDraft {
    return firstAround(record, (id) => this.byId(id));
  }
}
