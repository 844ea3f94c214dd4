const SHOWN = 5;

/** Counts by kind and keeps a few examples. */
export class Tally {
  #kinds = new Map<string, { count: number; examples: string[] }>();

  add(kind: string, example: string): void {
    const known = this.#kinds.get(kind) ?? { count: 0, examples: [] };
    known.count++;
    if (known.examples.length < SHOWN) known.examples.push(example.slice(0, 160));
    this.#kinds.set(kind, known);
  }

  print(): number {
    for (const [kind, { count, examples }] of this.#kinds)
      console.log(`${count} × ${kind}\n    ${examples.join('\n    ')}`);
    return [...this.#kinds.values()].reduce((sum, { count }) => sum + count, 0);
  }
}
