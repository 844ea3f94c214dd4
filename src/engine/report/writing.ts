import type { ExchangeRef, Millis } from '../model.js';
import { memo } from '../memo.js';
import { LIMITS } from '../settings.js';
import type { Translate } from '../text.js';
import { boundClaims, maskClaims } from '../values/claims.js';
import { maskName, maskText, redactUrl } from '../values/redact.js';
import type { Iso, ReportExchange } from './report.js';

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
}

export function asItIs(style: ReportStyle): Writing {
  const same = (words: string) => words;
  return { style, url: same, name: same, words: same, claims: boundClaims };
}

/** Tells `found` what was masked by its looks alone, in an address or a claim. */
export function masked(style: ReportStyle, found: string[]): Writing {
  const note = (secret: string) => {
    if (found.length < LIMITS.sweptValues) found.push(secret);
  };
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

/** ISO 8601; an instant no calendar has (a cookie for the year 300,000) becomes the last one that has. */
export function isoOf(at: Millis): Iso {
  const bounded = Math.min(Math.max(at, -62_135_596_800_000), 253_402_300_799_000);
  return new Date(Number.isFinite(bounded) ? bounded : 0).toISOString();
}
