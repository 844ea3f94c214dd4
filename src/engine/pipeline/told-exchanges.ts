import type { CredentialLookup } from '../credentials/credential-lookup.js';
import type { ExchangeRef } from '../model.js';
import { isSame } from '../reads.js';
import type { LoggedExchange } from '../trail/exchange-log.js';

interface Told {
  /** As it was in the log, which goes on writing it. */
  readonly was: LoggedExchange;
  readonly told: LoggedExchange;
}

/**
 * The log as reports are made of it: under the ids that credentials go by now. What stands there as
 * it did for the report before is the same object again.
 */
export class ToldExchanges {
  #names = new Map<string, readonly string[]>();
  #told = new WeakMap<ExchangeRef, Told>();

  of(entries: readonly LoggedExchange[], store: CredentialLookup): LoggedExchange[] {
    const isRenamed = [...this.#names].some(([id, [name]]) => nameOf(store, id) !== name);
    if (isRenamed) {
      this.#names = new Map();
      this.#told = new WeakMap();
    }
    return entries.map((entry) => this.#tell(entry, store));
  }

  #tell(entry: LoggedExchange, store: CredentialLookup): LoggedExchange {
    const before = this.#told.get(entry.ref);
    if (before && hasSame(before.was, entry)) return before.told;
    const carried = this.#named(entry.carried, store);
    const told = { ...entry, carried, set: this.#named(entry.set, store) };
    this.#told.set(entry.ref, { was: copyOf(entry), told });
    return told;
  }

  /** Each once; those that were let go are left out. */
  #named(ids: readonly string[], store: CredentialLookup): string[] {
    const named = ids.flatMap((id) => {
      const known = this.#names.get(id);
      if (known) return known;
      const name = nameOf(store, id);
      const names = name === undefined ? [] : [name];
      this.#names.set(id, names);
      return names;
    });
    return [...new Set(named)];
  }
}

function nameOf(store: CredentialLookup, id: string): string | undefined {
  return store.lineage(id)?.id;
}

function copyOf(entry: LoggedExchange): LoggedExchange {
  return { ...entry, carried: [...entry.carried], set: [...entry.set] };
}

function hasSame(one: LoggedExchange, other: LoggedExchange): boolean {
  const names = Object.keys(other) as (keyof LoggedExchange)[];
  return (
    names.length === Object.keys(one).length &&
    names.every((name) => isSame(one[name], other[name]))
  );
}
