import { type ReadonlySignal, signal } from '@preact/signals';

/** How long one stands, in milliseconds: long enough to read it and to reach its button. */
const SHOWN = 10_000;

/** What was just done, with the way to undo it. */
export interface Toast {
  text: string;
  action?: { name: string; run(): void };
}

/** One short message at a time, which goes by itself. */
export class Toasts {
  readonly #now = signal<Toast | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  get now(): ReadonlySignal<Toast | null> {
    return this.#now;
  }

  show(toast: Toast): void {
    clearTimeout(this.#timer);
    this.#now.value = toast;
    this.#timer = setTimeout(() => this.dismiss(), SHOWN);
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.#now.value = null;
  }
}
