import { isPasswordField } from '../../normalize/passwords/password-field.js';
import { type Found, isPreview, isSecret, preview } from './mask.js';
import { regex } from '../../regex.js';
import { ADDRESS } from '../../address.js';

/** A name and a quoted value, as headers (RFC 9110 §5.6.6), JSON and scripts write them. */
const QUOTED = /[=:]\s{0,4}["']/;
const NAMED = regex('g')`
  ((?<![\w.-])([\w.-]{1,256})["']?\s{0,4}[=:]\s{0,4})(?=(["']))
  (?:"((?:[^"\\]|\\[^])*)"|'([^']*)')`;

/** `token="…"` and `"password": "…"` inside a text: what stands in the quotes is one value. */
export function maskQuoted(source: string, found: Found | undefined): string {
  if (!QUOTED.test(source)) return source;
  return source.replace(
    NAMED,
    (whole, start: string, name: string, open: string, double?: string, single?: string) => {
      const value = double ?? single ?? '';
      if (value === '' || isPreview(value) || !isSecret(name, value)) return whole;
      if (ADDRESS.test(value) && !isPasswordField(name)) return whole;
      found?.(value);
      const quote = double === undefined ? "'" : '"';
      return `${start}${open}${preview(value)}${quote}`;
    },
  );
}
