/** The part of a browser's event that is used here. */
export interface BrowserEvent<Args extends unknown[]> {
  addListener(listener: (...args: Args) => void): void;
  removeListener(listener: (...args: Args) => void): void;
}

/**
 * Listeners that are taken away together while nothing is to be heard: each event wakes a worker.
 * They are there from the beginning, because those of a worker's first turn alone wake it.
 */
export class Listeners {
  readonly #switches: ((on: boolean) => void)[] = [];
  #on = true;

  get areOn(): boolean {
    return this.#on;
  }

  add<Args extends unknown[]>(event: BrowserEvent<Args>, listener: (...args: Args) => void): void {
    event.addListener(listener);
    this.#switches.push((on) =>
      on ? event.addListener(listener) : event.removeListener(listener),
    );
  }

  turn(on: boolean): void {
    if (this.#on === on) return;
    this.#on = on;
    for (const one of this.#switches) one(on);
  }
}
