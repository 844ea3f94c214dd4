import { companionsAmong, type Signed, signedOf } from '../credentials/signed.js';
import { type SavedTrials, type Trial, TrialIndex, Trials } from '../credentials/trials.js';
import type { Credential, LimitReached } from '../model.js';
import type { Proof } from '../proof/proof.js';
import { Proofs, type SavedProofs } from '../proof/proofs.js';
import type { Observed } from './report-of.js';

/** What was tried out, in no order with what was observed. */
export type Tried = Pick<Observed, 'trials' | 'proofs'>;

/** Plain JSON data. */
export interface SavedTried {
  /** Absent in what an older version saved. */
  trials?: SavedTrials;
  /** Absent where nothing was proved. */
  proofs?: SavedProofs;
}

/** A value on which secrets are to be tried. */
export type Untried = Required<Pick<Signed, 'fingerprint' | 'signature'>>;

/**
 * Secrets that were tried and requests that were repeated. They say something of values, whenever
 * these were seen: in no order with the rest.
 */
export class TriedOut {
  readonly #trials: Trials;
  readonly #proofs: Proofs;

  constructor(saved?: SavedTried) {
    this.#trials = new Trials(saved?.trials);
    this.#proofs = new Proofs(saved?.proofs);
  }

  save(): SavedTried {
    const proofs = this.#proofs.save();
    return { trials: this.#trials.save(), ...(proofs.proofs.length > 0 && { proofs }) };
  }

  add(tried: Trial | Proof): void {
    if (tried.kind === 'proof') this.#proofs.add(tried);
    else this.#trials.add(tried);
  }

  all(): Tried {
    return { trials: this.#trials.all(), proofs: this.#proofs.all() };
  }

  /** Of these, the values, signed with a secret, on which none was tried yet; each once. */
  untried(credentials: readonly Credential[]): Untried[] {
    const trials = new TrialIndex(this.#trials.all());
    const companions = companionsAmong(credentials);
    const found = credentials.flatMap((one): [string, Untried][] => {
      const { fingerprint, signature } = signedOf(one, companions) ?? {};
      if (!fingerprint || !signature) return [];
      const isTried = trials.of(one).some(({ list }) => list === 'built-in');
      return isTried ? [] : [[fingerprint, { fingerprint, signature }]];
    });
    return [...new Map(found).values()];
  }

  /** What did not fit. */
  limits(): LimitReached[] {
    return [...this.#trials.limits(), ...this.#proofs.limits()];
  }
}
