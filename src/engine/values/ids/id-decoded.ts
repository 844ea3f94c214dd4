import { decodeBase64, utf8 } from '../../base64.js';
import type { Column } from './id-part.js';

/** The texts that all values are in base64 or hexadecimal; undefined where one is none. */
export function decodedColumn({ values, ...rest }: Column): Column | undefined {
  const texts = values.map(decodedText);
  const all = texts.filter((one) => one !== undefined);
  return all.length === values.length ? { ...rest, values: all } : undefined;
}

/** The text that a value is in base64 or hexadecimal; undefined where it is none. */
export function decodedText(value: string): string | undefined {
  if (/^(?:[0-9a-f]{2}){8,}$/i.test(value)) {
    const bytes = value.match(/../g)!.map((pair) => parseInt(pair, 16));
    return readable(Uint8Array.from(bytes));
  }
  const bytes = value.length >= 11 ? decodeBase64(value) : undefined;
  return bytes && readable(bytes);
}

/** Chance makes such a text of eight bytes once in some thousand times. */
function readable(bytes: Uint8Array): string | undefined {
  const decoded = utf8(bytes);
  return decoded !== undefined && /^[\x20-\x7e\t\n\r]{8,}$/.test(decoded) ? decoded : undefined;
}
