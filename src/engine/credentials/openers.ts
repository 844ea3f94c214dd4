import type { Millis } from '../model.js';
import type { NewSighting } from './sighting.js';

/** Plain JSON data. */
export interface SavedOpeners {
  refused: readonly (readonly [place: string, at: Millis])[];
  slots: readonly string[];
}

const MAX_REFUSED = 64;
const MAX_SLOTS = 64;

/** What was refused, and where what opened it is sent: under a name that nobody else knows. */
export class Openers {
  readonly #refused: Map<string, Millis>;
  readonly #slots: Set<string>;

  constructor(saved?: SavedOpeners) {
    this.#refused = new Map(saved?.refused);
    this.#slots = new Set(saved?.slots);
  }

  save(): SavedOpeners {
    return { refused: [...this.#refused], slots: [...this.#slots] };
  }

  refuse(place: string, at: Millis): void {
    this.#refused.delete(place);
    this.#refused.set(place, at);
    const [oldest] = this.#refused.keys();
    if (this.#refused.size > MAX_REFUSED && oldest !== undefined) this.#refused.delete(oldest);
  }

  /** When it was refused last; undefined where it was let in since. */
  refusedAt(place: string): Millis | undefined {
    return this.#refused.get(place);
  }

  letIn(place: string): void {
    this.#refused.delete(place);
  }

  /** What is sent there from now on stands for the user. */
  learn(seen: NewSighting): void {
    if (this.#slots.size < MAX_SLOTS) this.#slots.add(slotOf(seen));
  }

  knows(seen: NewSighting): boolean {
    return this.#slots.size > 0 && this.#slots.has(slotOf(seen));
  }
}

function slotOf({ carrier, locator, direction, origin }: NewSighting): string {
  return JSON.stringify([carrier, locator, direction, origin]);
}
