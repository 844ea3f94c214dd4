import { decodePercent, encodePercent } from '../normalize/addresses/raw-url.js';

/** No encoding changes these. */
const PLAIN = /^[\w.~-]*$/;

const SIGN = /[A-Za-z0-9\u0080-\uffff]/g;

/** An address that is encoded once more than its place asks for. */
const ENCODED_ADDRESS = /^[a-z][a-z0-9+.-]{0,40}%(?:25){0,4}3a(?:%(?:25){0,4}2f){2}/i;

/** True for an address in which no sign of one stands any more: what is in it has to be seen. */
export function isEncodedAddress(value: string): boolean {
  return ENCODED_ADDRESS.test(value);
}

/** A text percent-encoded as much as another one is: what stands there as it is, stays so here. */
export function encodeLike(written: string, plain: string): string {
  if (PLAIN.test(plain)) return plain;
  const bare = written.replace(/%[0-9a-f]{2}/gi, '');
  const isLower = /%(?:[a-f][0-9a-f]|\d[a-f])/.test(written);
  const encode = (sign: string) => {
    if (PLAIN.test(sign) || bare.includes(sign)) return sign;
    return isLower ? encodePercent(sign).toLowerCase() : encodePercent(sign);
  };
  return Array.from(plain, encode).join('');
}

/** A text that replaces another one of which it is known how each of its characters was written. */
export function escapeLike(units: readonly string[], plain: string, stand: string): string {
  const style = units.join('');
  return Array.from({ length: stand.length }, (_, at) => {
    const sign = stand[at]!;
    const unit = units[at];
    if (sign === plain[at] && unit !== undefined && stand.length === plain.length) return unit;
    return PLAIN.test(sign) ? sign : escaped(sign, unit, style);
  }).join('');
}

function escaped(sign: string, unit: string | undefined, style: string): string {
  if (unit === sign && !style.includes('%')) return sign;
  if (style.includes('%')) return encodePercent(sign);
  if (style.includes('&') && /[&<>"']/.test(sign)) return `&#${sign.charCodeAt(0)};`;
  return /["\\\n\r\t]/.test(sign) ? JSON.stringify(sign).slice(1, -1) : sign;
}

/** A value rewritten without its percent-encoding, which it is given back. */
export function rewriteEncoded(raw: string, rewrite: (plain: string) => string): string {
  const plain = decodePercent(raw);
  const other = rewrite(plain);
  if (other === plain) return raw;
  return plain === raw ? other : encodeLike(raw, other);
}

/**
 * The letters and digits of a text where another one has its own, in its case: in lines, groups, …
 * Undefined where they are not as many.
 */
export function signsLike(written: string, text: string): string | undefined {
  const signs = text.match(SIGN) ?? [];
  if (written.match(SIGN)?.length !== signs.length) return undefined;
  let at = 0;
  const spread = written.replace(SIGN, () => signs[at++]!);
  if (written === written.toUpperCase()) return spread.toUpperCase();
  return written === written.toLowerCase() ? spread.toLowerCase() : spread;
}
