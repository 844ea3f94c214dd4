import type { Credential, ExchangeRef, IdleUse, Millis } from '../../model.js';
import type { Effect } from '../effect.js';
import { setLatest } from '../latest.js';

/** Sessions that are remembered. */
const KEPT = 200;
/** Whoever was away for less than this was at work. */
const AWAY: Millis = 3_600_000;

interface LastUse {
  value: number;
  at: Millis;
}

/** A use of a session; `isProof`: of what is shown to nobody who is not logged in. */
interface Use extends LastUse {
  ref: ExchangeRef;
  isProof: boolean;
}

export type SavedIdleSessions = [string, LastUse][];

/** How long sessions were not used, and were taken for their user all the same. */
export class IdleSessions {
  readonly #uses: Map<string, LastUse>;

  constructor(saved?: SavedIdleSessions) {
    this.#uses = new Map(saved);
  }

  save(): SavedIdleSessions {
    return [...this.#uses];
  }

  use({ id, role, behaviour }: Credential, { value, at, ref, isProof }: Use): Effect[] {
    if (role !== 'session') return [];
    const last = this.#uses.get(id);
    setLatest(this.#uses, id, { value, at }, KEPT);
    const away = last?.value === value ? at - last.at : 0;
    const isLongest = away >= AWAY && away > (behaviour.idle?.away ?? 0);
    if (!isLongest || !isProof) return [];
    const idle: IdleUse = { away, exchange: ref };
    return [{ kind: 'behaved', id, behaviour: { idle } }];
  }
}
