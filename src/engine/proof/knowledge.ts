/**
 * What is known of which sets of subjects suffice: more than enough is enough, and less than too
 * few is too few, so that much need not be asked.
 */
export class Knowledge {
  readonly #enough: ReadonlySet<string>[] = [];
  readonly #tooFew: ReadonlySet<string>[] = [];

  /** Undefined: it has to be asked. */
  of(kept: ReadonlySet<string>): boolean | undefined {
    if (this.#enough.some((one) => isWithin(one, kept))) return true;
    return this.#tooFew.some((one) => isWithin(kept, one)) ? false : undefined;
  }

  add(kept: ReadonlySet<string>, isEnough: boolean): void {
    (isEnough ? this.#enough : this.#tooFew).push(kept);
  }
}

function isWithin(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  return inner.size <= outer.size && [...inner].every((one) => outer.has(one));
}
