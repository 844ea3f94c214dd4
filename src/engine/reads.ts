/** What can be asked of what is known. */
export type Question =
  | 'byId'
  | 'byRole'
  | 'named'
  | 'ofSite'
  | 'exchangesOf'
  | 'carrying'
  | 'giving'
  | 'isSignedBeside'
  | 'jarReadAt'
  | 'isStorageSeen'
  | 'state'
  | 'signed'
  | 'trials'
  | 'momentsAsText'
  | 'flowsAsText';

/**
 * Whom it was asked about: an id, a name, a site, or a credential, which is another object once it
 * changes.
 */
export type Whom = string | object;

/**
 * What a judgement read of what is known, and what it read there: as long as all of that says the
 * same, so does the judgement.
 */
export class Reads {
  readonly #answers = new Map<Question, Map<Whom, unknown>>();
  /** It read what is another one after every exchange, as the moment is. */
  isOfAll = false;

  add(question: Question, whom: Whom, answer: unknown): void {
    const known = this.#answers.get(question);
    if (known) known.set(whom, answer);
    else this.#answers.set(question, new Map([[whom, answer]]));
  }

  /** Takes what another judgement read as well. */
  addAll(other: Reads): void {
    for (const [question, answers] of other.#answers)
      for (const [whom, answer] of answers) this.add(question, whom, answer);
  }

  /** True where all is answered as it was. */
  stand(ask: (question: Question, whom: Whom) => unknown): boolean {
    if (this.isOfAll) return false;
    for (const [question, answers] of this.#answers)
      for (const [whom, answer] of answers) if (!isSame(answer, ask(question, whom))) return false;
    return true;
  }
}

/** The same, or a list of the same: what is handed out is never written. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  return one.every((part, at) => part === other[at]);
}

/** Something that tells what is read of it while it is watched. */
export class Watched {
  #reads: Reads | undefined;

  /** What is made, and what was read of this for it. */
  watched<T>(make: () => T): { value: T; reads: Reads } {
    const outer = this.#reads;
    const reads = new Reads();
    this.#reads = reads;
    try {
      return { value: make(), reads };
    } finally {
      this.#reads = outer;
    }
  }

  /** What is made now read that as well. */
  alsoRead(reads: Reads): void {
    this.#reads?.addAll(reads);
  }

  protected noted<T>(question: Question, whom: Whom, answer: T): T {
    this.#reads?.add(question, whom, answer);
    return answer;
  }

  /** It is another one after every exchange. */
  protected ofAll<T>(answer: T): T {
    if (this.#reads) this.#reads.isOfAll = true;
    return answer;
  }
}
