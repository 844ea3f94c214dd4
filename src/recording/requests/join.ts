import type { Exchange, ExchangeBodies, Millis } from '../../engine/model.js';
import type { DevtoolsEntry } from '../record.js';
import { LIMITS } from '../../engine/settings.js';
import { Losses } from '../../engine/losses.js';
import { keyOf, keyOfEntry, splitKey } from './join-key.js';
import { bodiesOf, exchangeOf } from './told-entry.js';

/** Two tellers of one request disagree about its start by no more than this. */
export const MATCH_WITHIN = 2_000;
/** How long an entry waits for its exchange before it becomes one itself. */
export const WAIT_FOR = 3_000;

/** An exchange of webRequest that no entry has matched. */
interface Unmatched {
  id: string;
  startedAt: Millis;
}

interface Waiting {
  entry: DevtoolsEntry;
  since: Millis;
}

export interface SavedJoin {
  unmatched: [key: string, exchanges: Unmatched[]][];
  waiting: Waiting[];
  known: [entry: string, startedAt: Millis][];
  notBefore: Millis;
  forgottenBefore: Millis;
  made: number;
}

/** What a step of the join gives to the analysis. */
export interface Joined {
  bodies: ExchangeBodies[];
  exchanges: Exchange[];
}

/**
 * Brings together what webRequest and DevTools tell of the same requests, which have no common id:
 * same method, URL and status, nearest start, each at most once. An entry that stays alone happened
 * before recording began and becomes an exchange of its own.
 */
export class Join {
  readonly #unmatched: Map<string, Unmatched[]>;
  /** Entries told already, with their start. */
  readonly #known: Map<string, Millis>;
  #waiting: Waiting[];
  #notBefore: Millis;
  /** What could have matched an entry of before this moment was forgotten. */
  #forgottenBefore: Millis;
  #made: number;

  readonly #losses: Losses;

  constructor(saved?: SavedJoin, losses = new Losses()) {
    this.#losses = losses;
    this.#forgottenBefore = saved?.forgottenBefore ?? 0;
    this.#unmatched = new Map(saved?.unmatched);
    this.#known = new Map(saved?.known);
    this.#waiting = saved?.waiting ?? [];
    this.#notBefore = saved?.notBefore ?? 0;
    this.#made = saved?.made ?? 0;
  }

  save(): SavedJoin {
    this.#forget(LIMITS.joinSaved, LIMITS.joinSaved);
    return {
      unmatched: [...this.#unmatched],
      waiting: this.#waiting,
      known: [...this.#known],
      notBefore: this.#notBefore,
      forgottenBefore: this.#forgottenBefore,
      made: this.#made,
    };
  }

  /** From now on, entries that began before this moment and match nothing stay out. */
  startFrom(at: Millis): void {
    this.#notBefore = Math.max(this.#notBefore, at);
  }

  /** Writes addresses and entries anew, so that they are told as what comes later will be. */
  rewrite(rewritten: <T extends { url: string }>(told: T) => T): void {
    const rekeyed = (key: string) => {
      const { start, url } = splitKey(key);
      return start + rewritten({ url }).url;
    };
    const unmatched = [...this.#unmatched];
    this.#unmatched.clear();
    for (const [key, exchanges] of unmatched) {
      const anew = rekeyed(key);
      const same = this.#unmatched.get(anew);
      if (same) same.push(...exchanges);
      else this.#unmatched.set(anew, exchanges);
    }
    const known = [...this.#known];
    this.#known.clear();
    for (const [told, startedAt] of known) {
      const start = `${startedAt} `;
      this.#known.set(start + rekeyed(told.slice(start.length)), startedAt);
    }
    this.#waiting = this.#waiting.map((one) => ({ ...one, entry: rewritten(one.entry) }));
  }

  /** A finished exchange of webRequest. */
  addExchange(exchange: Exchange): Joined {
    const key = keyOf(exchange.method, exchange.url, exchange.response?.status ?? 0);
    const { id, startedAt } = exchange;
    const fitting = this.#waiting.filter(({ entry }) => keyOfEntry(entry) === key);
    const nearest = closest(fitting, ({ entry }) => entry.startedAt, startedAt);
    if (nearest) {
      this.#waiting = this.#waiting.filter((waiting) => waiting !== nearest);
      return { bodies: bodiesOf(nearest.entry, id, nearest.since), exchanges: [] };
    }
    const same = this.#unmatched.get(key) ?? [];
    this.#unmatched.delete(key);
    this.#unmatched.set(key, same);
    same.push({ id, startedAt });
    if (same.length > LIMITS.joinSame) this.#forgetBefore(same.shift()?.startedAt ?? 0);
    this.#forget(LIMITS.joinKeys, LIMITS.joinKnown);
    return { bodies: [], exchanges: [] };
  }

  /** Entries that DevTools told of at `at`. The same entry told again is ignored. */
  addEntries(entries: readonly DevtoolsEntry[], at: Millis): Joined {
    const joined = this.settle(at);
    for (const entry of entries) {
      const key = keyOfEntry(entry);
      const told = `${entry.startedAt} ${key}`;
      if (this.#known.has(told)) continue;
      this.#known.set(told, entry.startedAt);
      const candidates = this.#unmatched.get(key) ?? [];
      const match = closest(candidates, ({ startedAt }) => startedAt, entry.startedAt);
      if (!match) {
        if (entry.startedAt < this.#notBefore) continue;
        if (entry.startedAt >= this.#forgottenBefore) this.#waiting.push({ entry, since: at });
        else this.#losses.note('joinKeys');
        continue;
      }
      candidates.splice(candidates.indexOf(match), 1);
      if (candidates.length === 0) this.#unmatched.delete(key);
      joined.bodies.push(...bodiesOf(entry, match.id, at));
    }
    this.#forget(LIMITS.joinKeys, LIMITS.joinKnown);
    return joined;
  }

  /** Makes exchanges of the entries that have waited long enough. */
  settle(now: Millis): Joined {
    const lone = this.#waiting.filter(({ since }) => now - since > WAIT_FOR);
    if (lone.length === 0) return { bodies: [], exchanges: [] };
    this.#waiting = this.#waiting.filter(({ since }) => now - since <= WAIT_FOR);
    // Without a status it was never sent, or is under way and will be told once more.
    const over = lone.filter(({ entry }) => entry.status > 0);
    return {
      bodies: [],
      exchanges: over.map(({ entry }) => exchangeOf(entry, `d${this.#made++}`)),
    };
  }

  #forgetBefore(at: Millis): void {
    this.#forgottenBefore = Math.max(this.#forgottenBefore, at);
  }

  /** Keeps the newest. What is forgotten cannot be matched: entries as old as that stay out. */
  #forget(keys: number, known: number): void {
    for (const [key, exchanges] of this.#unmatched) {
      if (this.#unmatched.size <= keys) break;
      this.#unmatched.delete(key);
      this.#forgetBefore(1 + Math.max(...exchanges.map(({ startedAt }) => startedAt)));
    }
    for (const [told, startedAt] of this.#known) {
      if (this.#known.size <= known) break;
      this.#known.delete(told);
      this.#forgetBefore(1 + startedAt);
    }
  }
}

function closest<T>(items: readonly T[], time: (item: T) => Millis, to: Millis): T | undefined {
  let best: T | undefined;
  let distance = MATCH_WITHIN;
  for (const item of items) {
    const away = Math.abs(time(item) - to);
    if (best === undefined ? away <= distance : away < distance) [best, distance] = [item, away];
  }
  return best;
}
