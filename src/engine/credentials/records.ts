import type { Credential } from '../model.js';
import { LIMITS } from '../settings.js';
import { Aliases } from './aliases.js';
import { type CredentialDraft, copyOf } from './draft.js';
import { foldLineage } from './merge.js';
import { RecordIndex } from './record-index.js';
import { RecordLookup, type RecordShelf } from './record-lookup.js';

/** Plain JSON data. */
export interface SavedRecords {
  records: CredentialDraft[];
  aliases: [string, string][];
  nextId: number;
  letGo: number;
  crowded: number;
}

/**
 * The records of a store: who is where, who took whose place, and who may be written. Records are
 * shared between a store and those that go on from it until one of them writes.
 */
export class Records extends RecordLookup {
  readonly #records: Map<string, CredentialDraft>;
  readonly #index: RecordIndex;
  readonly #aliases: Aliases;
  /** Records that nobody else has, and may be written. */
  #own = new Set<string>();
  #touched = new Set<string>();
  /** Lineages as they are told, by the id of their first generation. */
  #told = new Map<string, Credential>();
  #nextId = 1;
  /** How many were let go. */
  letGo = 0;
  /** Texts that held as many tokens as are read of one, or more. */
  crowded = 0;

  constructor(
    shelf: RecordShelf = { records: new Map(), index: new RecordIndex(), aliases: new Aliases() },
  ) {
    super(shelf);
    this.#records = shelf.records;
    this.#index = shelf.index;
    this.#aliases = shelf.aliases;
  }

  static restore({ records, aliases, nextId, letGo, crowded }: SavedRecords): Records {
    const restored = new Records({
      records: new Map(),
      index: new RecordIndex(),
      aliases: new Aliases(aliases),
    });
    for (const saved of records) {
      const record = copyOf(saved);
      restored.add(record);
      for (const value of [...record.pastValues, record.value])
        restored.#index.claimValue(record, value);
    }
    restored.#nextId = nextId;
    restored.letGo = letGo;
    restored.crowded = crowded;
    return restored;
  }

  save(): SavedRecords {
    return {
      records: [...this.#records.values()],
      aliases: this.#aliases.save(),
      nextId: this.#nextId,
      letGo: this.letGo,
      crowded: this.crowded,
    };
  }

  fork(): Records {
    const fork = new Records({
      records: new Map(this.#records),
      index: this.#index.fork(),
      aliases: new Aliases(this.#aliases.save()),
    });
    fork.#touched = new Set(this.#touched);
    fork.#told = new Map(this.#told);
    fork.#nextId = this.#nextId;
    fork.letGo = this.letGo;
    fork.crowded = this.crowded;
    this.#own.clear();
    return fork;
  }

  nextId(): string {
    return `c${this.#nextId++}`;
  }

  /** Every lineage as one credential. */
  lineages(): Credential[] {
    return [...this.#records.values()]
      .filter(({ replaces }) => !this.byId(replaces ?? ''))
      .map((first) => this.#tell(first));
  }

  lineage(id: string): Credential | undefined {
    const record = this.byId(id);
    return record && this.#tell(this.firstOf(record));
  }

  add(record: CredentialDraft): void {
    this.#records.set(record.id, record);
    this.#own.add(record.id);
    this.#index.add(record);
    this.touch(record.id);
  }

  /** The record to be written, and nobody else's. */
  draft(id: string): CredentialDraft {
    const record = this.byId(id);
    if (!record) throw new RangeError('no such record');
    this.#told.delete(this.firstOf(record).id);
    if (this.#own.has(record.id)) return record;
    const own = copyOf(record);
    this.#own.add(own.id);
    this.#records.set(own.id, own);
    return own;
  }

  /** Its facts changed: it is to be judged anew. */
  touch(id: string): void {
    this.#touched.add(this.#aliases.idOf(id));
  }

  takeTouched(): Credential[] {
    if (this.#touched.size === 0) return [];
    const touched = [...this.#touched].flatMap((id) => this.byId(id) ?? []);
    const firsts = new Set(touched.map((record) => this.firstOf(record)));
    this.#touched.clear();
    return [...firsts].map((first) => this.#tell(first));
  }

  reidentify(id: string, identity: string): void {
    const draft = this.draft(id);
    this.#index.reidentify(draft, identity);
    draft.identity = identity;
  }

  /**
   * Lets a record be found by a value, and by the `forgotten` ones no more; returns tokens of that
   * value.
   */
  claim(draft: CredentialDraft, value: string, forgotten: readonly string[]): CredentialDraft[] {
    this.#index.forgetValues(draft, forgotten, [draft.value, ...draft.pastValues]);
    const owners = new Set(this.#index.claimValue(draft, value));
    return [...owners]
      .flatMap((id) => this.byId(id) ?? [])
      .filter(({ id, kind }) => kind === 'token' && id !== draft.id);
  }

  /** A record is part of another one from now on: its id leads to that one. */
  retire(gone: CredentialDraft, into: string): void {
    this.#remove(gone);
    this.#aliases.lead(gone.id, into);
  }

  /** Writes a record anew, under the id that it has. */
  put(record: CredentialDraft): void {
    const before = this.draft(record.id);
    const kept = [record.value, ...record.pastValues];
    this.#index.forgetValues(before, [before.value, ...before.pastValues], kept);
    for (const value of kept) this.#index.claimValue(record, value);
    this.#records.set(record.id, record);
    this.touch(record.id);
  }

  /**
   * Lets those go that matter least, where there are too many: a twentieth, so that it is seldom.
   */
  keepBounds(worth: (credential: Credential) => number): void {
    if (this.#records.size <= LIMITS.credentials) return;
    const ranked = this.lineages()
      .map((credential) => ({ credential, worth: worth(credential) }))
      .sort((a, b) => a.worth - b.worth || a.credential.lastSeen - b.credential.lastSeen);
    for (const { credential } of ranked) {
      if (this.#records.size <= LIMITS.credentials * 0.95) return;
      for (const generation of this.chainOf(credential.id)) this.#remove(generation);
      this.letGo++;
    }
  }

  #remove(record: CredentialDraft): void {
    this.#index.remove(record);
    this.#records.delete(record.id);
    this.#touched.delete(record.id);
    this.#told.delete(record.id);
  }

  #tell(first: CredentialDraft): Credential {
    const told = this.#told.get(first.id) ?? foldLineage(this.chainOf(first.id));
    this.#told.set(first.id, told);
    return told;
  }
}
