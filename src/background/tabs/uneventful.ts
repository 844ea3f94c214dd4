/** So long counts wait for others: at most so much of them is lost with a worker that is killed. */
const COUNT_FOR = 500;

/** Counts requests of which nothing is recorded, so that many of them make one record. */
export class Uneventful {
  readonly #counts = new Map<number, number>();
  readonly #tell: (tabId: number, count: number) => void;

  constructor(tell: (tabId: number, count: number) => void) {
    this.#tell = tell;
  }

  /** One more; those of no tab are of no page. */
  add(tabId: number): void {
    if (tabId < 0) return;
    if (this.#counts.size === 0) setTimeout(() => this.#flush(), COUNT_FOR);
    this.#counts.set(tabId, (this.#counts.get(tabId) ?? 0) + 1);
  }

  #flush(): void {
    const counts = [...this.#counts];
    this.#counts.clear();
    for (const [tabId, count] of counts) this.#tell(tabId, count);
  }
}
