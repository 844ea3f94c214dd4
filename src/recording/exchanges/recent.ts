import { LIMITS } from '../../engine/settings.js';
import type { Losses } from '../../engine/losses.js';

/** Names in the order in which each was met last; beyond the limit the oldest is forgotten. */
export class Recent {
  readonly #names: Set<string>;
  readonly #losses: Losses;

  constructor(losses: Losses, saved: readonly string[] = []) {
    this.#losses = losses;
    this.#names = new Set(saved);
  }

  /** The newest last. */
  all(): string[] {
    return [...this.#names];
  }

  meet(name: string): void {
    this.#names.delete(name);
    this.#names.add(name);
    const [oldest] = this.#names;
    if (this.#names.size <= LIMITS.domains || oldest === undefined) return;
    this.#names.delete(oldest);
    this.#losses.note('domains');
  }
}
