import type { Credential, LimitReached, Millis } from '../model.js';
import { beyond, LIMITS } from '../settings.js';
import { hashOf } from '../values/hash.js';

/** Which secrets were tried: those that everybody knows, or those of a file that the user chose. */
export type SecretList = 'built-in' | 'file';

/** Secrets were tried on a signed value. Neither the value nor a secret is in it. */
export interface Trial {
  readonly kind: 'trial';
  readonly at: Millis;
  /** SHA-256 of the value. */
  readonly fingerprint: string;
  readonly list: SecretList;
  readonly tried: number;
  /** The one that fits, by its length alone. */
  readonly found: { readonly length: number } | null;
}

/**
 * What came of trials. A trial says something of a value for all times, so that it does not matter
 * whether the value was seen before it or comes after it.
 */
export class Trials {
  readonly #byValue: Map<string, Trial>;
  /** How many were let go. */
  #lost: number;

  constructor({ trials, lost }: SavedTrials = { trials: [], lost: 0 }) {
    this.#byValue = new Map(trials.map((trial) => [keyOf(trial), trial]));
    this.#lost = lost;
  }

  save(): SavedTrials {
    return { trials: this.all(), lost: this.#lost };
  }

  /** Takes one; of two with the same list, what was found counts, and then how many were tried. */
  add(trial: Trial): void {
    const key = keyOf(trial);
    const before = this.#byValue.get(key);
    if (!before || isBetter(trial, before)) this.#byValue.set(key, trial);
    const [oldest] = this.#byValue.keys();
    if (this.#byValue.size <= LIMITS.trials || oldest === undefined) return;
    this.#byValue.delete(oldest);
    this.#lost++;
  }

  all(): Trial[] {
    return [...this.#byValue.values()];
  }

  /** What did not fit. */
  limits(): LimitReached[] {
    return beyond('trials', this.#lost);
  }
}

/** Plain JSON data. */
export interface SavedTrials {
  trials: Trial[];
  lost: number;
}

/** Trials by the value that they are about. */
export class TrialIndex {
  readonly #byValue = new Map<string, Trial[]>();

  constructor(trials: readonly Trial[]) {
    for (const trial of trials) {
      const before = this.#byValue.get(trial.fingerprint) ?? [];
      this.#byValue.set(trial.fingerprint, [...before, trial]);
    }
  }

  /**
   * Trials of a credential: a site signs its next value with the same secret, so those of the
   * values before count as well.
   */
  of({ value, pastValues }: Credential): readonly Trial[] {
    if (this.#byValue.size === 0) return [];
    return [value, ...pastValues].flatMap((one) => this.#byValue.get(hashOf(one)) ?? []);
  }
}

/**
 * What trials of one credential came to: how many secrets of how many lists, and where one fits.
 */
export function outcomeOf(trials: readonly Trial[]): { tried: number; fits: SecretList | null } {
  const most = new Map<SecretList, number>();
  for (const { list, tried } of trials) most.set(list, Math.max(tried, most.get(list) ?? 0));
  return {
    tried: [...most.values()].reduce((sum, tried) => sum + tried, 0),
    fits: trials.find(({ found }) => found !== null)?.list ?? null,
  };
}

function keyOf({ list, fingerprint }: Trial): string {
  return `${list} ${fingerprint}`;
}

function isBetter(one: Trial, other: Trial): boolean {
  if ((one.found === null) !== (other.found === null)) return one.found !== null;
  return one.tried > other.tried;
}
