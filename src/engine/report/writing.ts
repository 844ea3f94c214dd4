import type { ExchangeRef, Millis } from '../model.js';
import { memo } from '../memo.js';
import { isSame } from '../reads.js';
import { LIMITS } from '../settings.js';
import type { Translate } from '../text.js';
import { boundClaims, maskClaims } from '../values/tokens/claims.js';
import { maskName, maskText, redactUrl } from '../values/telling/redact.js';
import type { Iso, ReportExchange } from './report-event.js';

/** How a report is written: in which language, and whether raw values are in it. */
export interface ReportStyle {
  translate?: Translate;
  reveal: boolean;
}

/** How what may hold a secret is written. */
export interface Writing {
  style: ReportStyle;
  url(address: string): string;
  name(name: string): string;
  words(words: string): string;
  claims(claims: Readonly<Record<string, unknown>>): Record<string, unknown>;
  /**
   * A part that is made of this alone, and of what is named `besides`: that of the report before,
   * where it has it.
   */
  once<T extends object>(of: object, make: () => T, besides?: readonly unknown[]): T;
}

/** A part of a report, and what was masked in it by its looks alone. */
interface Written {
  part: object;
  besides: readonly unknown[];
  found: readonly string[];
}

/**
 * Parts of the report before, by what they were made of; those of another language are made anew.
 */
export class WrittenParts {
  #parts = new WeakMap<object, Written>();
  #translate: Translate | undefined;

  /** From now on in this language. */
  in(translate: Translate | undefined): this {
    if (translate !== this.#translate) this.#parts = new WeakMap();
    this.#translate = translate;
    return this;
  }

  get(of: object): Written | undefined {
    return this.#parts.get(of);
  }

  keep(of: object, written: Written): void {
    this.#parts.set(of, written);
  }
}

export function asItIs(style: ReportStyle): Writing {
  const same = (words: string) => words;
  const once = <T>(_of: object, make: () => T) => make();
  return { style, url: same, name: same, words: same, claims: boundClaims, once };
}

/** Tells `found` what was masked by its looks alone, in an address or a claim. */
export function masked(style: ReportStyle, found: string[], parts = new WrittenParts()): Writing {
  let within: string[] | undefined;
  const note = (secret: string) => {
    within?.push(secret);
    if (found.length < LIMITS.sweptValues) found.push(secret);
  };
  const kept = parts.in(style.translate);
  return {
    style,
    url: (address) => {
      const { written, secrets } = redactedAddress(address);
      secrets.forEach(note);
      return written;
    },
    name: maskedName,
    words: (words) => maskText(words, note),
    claims: (claims) => maskClaims(claims, note),
    once<T extends object>(of: object, make: () => T, besides: readonly unknown[] = []): T {
      const known = kept.get(of);
      if (known && isSame(known.besides, besides)) {
        known.found.forEach(note);
        return known.part as T;
      }
      within = [];
      const part = make();
      kept.keep(of, { part, besides, found: within });
      within = undefined;
      return part;
    },
  };
}

/** A report names few addresses, and each of them again and again. */
const redactedAddress = memo((address) => {
  const secrets: string[] = [];
  const written = redactUrl(address, (secret) => void secrets.push(secret));
  return { written, secrets };
});

const maskedName = memo(maskName);

export function toExchange({ id, method, url }: ExchangeRef, writing: Writing): ReportExchange {
  return { id, method: writing.name(method), url: writing.url(url) };
}

/**
 * ISO 8601; an instant no calendar has (a cookie for the year 300,000) becomes the last one that
 * has.
 */
export function isoOf(at: Millis): Iso {
  const bounded = Math.min(Math.max(at, -62_135_596_800_000), 253_402_300_799_000);
  return new Date(Number.isFinite(bounded) ? bounded : 0).toISOString();
}
