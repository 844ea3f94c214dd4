import type { Credential } from '../model.js';
import { lookForCredentials, valuesOf } from './known-secrets.js';
import { MIN_LENGTH, Needles } from './needles.js';
import { rewritten, textSweep } from './sweep.js';
import { WrittenParts } from './writing.js';

/** What decides which values are looked for. */
type Looked = readonly (string | boolean)[];

/** Lists of parts that are written once. */
const LISTS = ['credentials', 'events', 'findings'] as const;

/**
 * The report before of the same recording, of which most stands in the next one as well: no part is
 * written twice that is made of the same, and where the same values are looked for, no text is
 * searched twice. What a report has no more is forgotten with the next one.
 */
export class LastReport {
  readonly parts = new WrittenParts();
  #looked: Looked = [];
  #needles = new Needles();
  #known = new Map<string, string>();
  #swept = new WeakMap<object, object>();

  /** The same report with no value in it that was found in it, or is that of a credential. */
  sweep<T extends Record<(typeof LISTS)[number], readonly object[]>>(
    report: T,
    found: readonly string[],
    credentials: readonly Credential[],
  ): T {
    this.#lookFor([...found, true, ...credentials.flatMap(asLooked)], found, credentials);
    if (this.#needles.isEmpty) return report;
    const clean = this.#cleaning();
    const rest = Object.entries(report).filter(([name]) => !LISTS.some((list) => list === name));
    const swept = rewritten(Object.fromEntries(rest), clean);
    const kept = LISTS.map((name) => [name, report[name].map((one) => this.#once(one, clean))]);
    // Its members stay in their order.
    return { ...report, ...swept, ...Object.fromEntries(kept) };
  }

  #once(part: object, clean: (text: string) => string): object {
    const known = this.#swept.get(part);
    if (known) return known;
    const swept = rewritten(part, clean);
    this.#swept.set(part, swept);
    return swept;
  }

  #cleaning(): (text: string) => string {
    const before = this.#known;
    const now = new Map<string, string>();
    this.#known = now;
    const clean = textSweep(this.#needles);
    return (text) => {
      if (text.length < MIN_LENGTH) return text;
      const known = now.get(text);
      if (known !== undefined) return known;
      const swept = before.get(text) ?? clean(text);
      now.set(text, swept);
      return swept;
    };
  }

  #lookFor(looked: Looked, found: readonly string[], credentials: readonly Credential[]): void {
    const isSame =
      looked.length === this.#looked.length && looked.every((one, at) => one === this.#looked[at]);
    if (isSame) return;
    this.#looked = looked;
    this.#needles = new Needles(found);
    this.#known = new Map();
    this.#swept = new WeakMap();
    lookForCredentials(this.#needles, credentials);
  }
}

function asLooked(credential: Credential): Looked {
  const { values, isHeld } = valuesOf(credential);
  return [isHeld, ...values];
}
