import { computed, type ReadonlySignal, signal } from '@preact/signals';

/** What was opened, and the site that was in front then; undefined where none was known yet. */
export interface Opened {
  what: string;
  front: string | undefined;
}

/** The sites that screens speak of. */
export interface Sites {
  /** The one in front. */
  front(): string | undefined;
  /** The site of a thing that can be opened, where that is known. */
  of(what: string): string | undefined;
}

export const NO_SITES: Sites = { front: () => undefined, of: () => undefined };

/**
 * One thing that is open, as long as the site in front is the one that it was opened at, or its
 * own: what is open belongs to what is shown. Where that site comes back, so does the thing.
 */
export class OpenAtFront {
  /** What is open at the site in front. */
  readonly value: ReadonlySignal<string | null>;
  readonly #opened = signal<Opened | null>(null);
  readonly #sites: Sites;

  constructor(sites: Sites) {
    this.#sites = sites;
    this.value = computed(() => {
      const opened = this.#opened.value;
      if (opened === null) return null;
      const { what, front } = opened;
      const now = sites.front();
      const belongs = front === undefined || front === now || sites.of(what) === now;
      return belongs ? what : null;
    });
  }

  open(what: string | null): void {
    this.#opened.value = what === null ? null : { what, front: this.#sites.front() };
  }

  /** To come back to. */
  kept(): Opened | null {
    return this.#opened.peek();
  }

  restore(opened: Opened | null): void {
    this.#opened.value = opened;
  }

  /** What was opened before any site was known belongs to the first one. */
  settle(): void {
    const opened = this.#opened.peek();
    const front = this.#sites.front();
    if (opened && opened.front === undefined && front !== undefined)
      this.#opened.value = { ...opened, front };
  }
}
