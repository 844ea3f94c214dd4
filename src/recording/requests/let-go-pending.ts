import { requestIdOf } from './begun-exchange.js';

/**
 * Requests that were let go, and counted as that, before their answer came: one that is answered
 * after all is a row again. They go by the browser's id, since hops are numbered anew.
 */
export class LetGoPending {
  readonly #requests: string[];

  constructor(saved: readonly string[] = []) {
    this.#requests = [...saved];
  }

  save(): string[] {
    return [...this.#requests];
  }

  add(requestId: string): void {
    this.#requests.push(requestId);
  }

  /** True, once for each, where an exchange is of a request that was let go. */
  takeBack(exchangeId: string): boolean {
    if (this.#requests.length === 0) return false;
    const at = this.#requests.indexOf(requestIdOf(exchangeId));
    if (at >= 0) this.#requests.splice(at, 1);
    return at >= 0;
  }
}
