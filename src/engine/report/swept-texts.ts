import type { Credential } from '../model.js';
import { lookForCredentials, valuesOf } from './known-secrets.js';
import { Needles } from './needles.js';
import { rewritten, textSweep } from './sweep.js';

/** What decides which values are looked for. */
type Looked = readonly (string | boolean)[];

/**
 * The last look at one report after the other of the same recording: what stood in the one before, and
 * what is looked for in it, is hardly ever another. Where the values are the same, no text is searched
 * twice. What a report has no more is forgotten with the next one.
 */
export class SweptTexts {
  #looked: Looked = [];
  #needles = new Needles();
  #known = new Map<string, string>();

  /** The same report with no value in it that was found in it, or is that of a credential. */
  sweep<T>(report: T, found: readonly string[], credentials: readonly Credential[]): T {
    this.#lookFor([...found, true, ...credentials.flatMap(asLooked)], found, credentials);
    const before = this.#known;
    this.#known = new Map();
    if (this.#needles.isEmpty) return report;
    const clean = textSweep(this.#needles);
    return rewritten(report, (text) => {
      const known = this.#known.get(text);
      if (known !== undefined) return known;
      const swept = before.get(text) ?? clean(text);
      this.#known.set(text, swept);
      return swept;
    });
  }

  #lookFor(looked: Looked, found: readonly string[], credentials: readonly Credential[]): void {
    const isSame =
      looked.length === this.#looked.length && looked.every((one, at) => one === this.#looked[at]);
    if (isSame) return;
    this.#looked = looked;
    this.#needles = new Needles(found);
    this.#known.clear();
    lookForCredentials(this.#needles, credentials);
  }
}

function asLooked(credential: Credential): Looked {
  const { values, isHeld } = valuesOf(credential);
  return [isHeld, ...values];
}
