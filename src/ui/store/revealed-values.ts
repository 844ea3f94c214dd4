import { signal } from '@preact/signals';
import type { Revealable } from '../../messaging/views.js';
import type { Backend } from '../backend/backend.js';

/** A value that may be asked for. `version` changes when the value does. */
export interface Secret {
  what: Revealable;
  version: string;
}

const keyOf = ({ what, version }: Secret): string => JSON.stringify([what, version]);

/** Raw values that the user asked to see, in memory only and only until this page closes. */
export class RevealedValues {
  readonly #values = signal<ReadonlyMap<string, string>>(new Map());

  constructor(
    readonly backend: Backend,
    readonly tabId: number,
  ) {}

  /** The raw value where it was revealed. */
  get(secret: Secret): string | undefined {
    return this.#values.value.get(keyOf(secret));
  }

  /** Asks for the raw value without showing it; null where it is not known any more. */
  async fetch({ what }: Secret): Promise<string | null> {
    const answer = await this.backend.ask('reveal', { tabId: this.tabId, what }).catch(() => null);
    return answer?.value ?? null;
  }

  /** Shows a value. Returns false where it is not known any more. */
  async show(secret: Secret): Promise<boolean> {
    const value = await this.fetch(secret);
    if (value === null) return false;
    this.#values.value = new Map(this.#values.peek()).set(keyOf(secret), value);
    return true;
  }

  hide(secret: Secret): void {
    const values = new Map(this.#values.peek());
    values.delete(keyOf(secret));
    this.#values.value = values;
  }

  forget(): void {
    this.#values.value = new Map();
  }
}
