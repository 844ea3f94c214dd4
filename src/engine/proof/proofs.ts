import type { LimitReached } from '../model.js';
import { placeOf } from '../moments/address-words.js';
import { beyond, LIMITS } from '../settings.js';
import type { Proof } from './proof.js';

/** Plain JSON data. */
export interface SavedProofs {
  proofs: Proof[];
  lost: number;
}

/**
 * Proofs that were finished: of one question to one address the latest. They stand beside what was
 * observed, in no order with it.
 */
export class Proofs {
  readonly #byQuestion: Map<string, Proof>;
  #lost: number;

  constructor({ proofs, lost }: SavedProofs = { proofs: [], lost: 0 }) {
    this.#byQuestion = new Map(proofs.map((proof) => [keyOf(proof), proof]));
    this.#lost = lost;
  }

  save(): SavedProofs {
    return { proofs: [...this.all()], lost: this.#lost };
  }

  add(proof: Proof): void {
    const key = keyOf(proof);
    this.#byQuestion.delete(key);
    this.#byQuestion.set(key, proof);
    const [oldest] = this.#byQuestion.keys();
    if (this.#byQuestion.size <= LIMITS.proofs || oldest === undefined) return;
    this.#byQuestion.delete(oldest);
    this.#lost++;
  }

  /** The latest last. */
  all(): readonly Proof[] {
    return [...this.#byQuestion.values()];
  }

  /** What did not fit. */
  limits(): LimitReached[] {
    return beyond('proofs', this.#lost);
  }
}

function keyOf({ question, site, request }: Proof): string {
  return [question, site, placeOf(request.url)].join(' ');
}
