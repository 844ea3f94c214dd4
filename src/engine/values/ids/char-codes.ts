/** The same mark between all numbers; enough of them for a name. */
const CODES = /^\d{2,6}(?:([|,;:. _-])\d{2,6})(?:\1\d{2,6}){1,254}$/;
/** What names of users are made of. */
const NAME = /^[\p{L}\p{N} ._@+-]+$/u;

/**
 * What is spelled by the numbers of its letters: `83|117|112` is `Sup` (as ExtJS applications keep
 * names in cookies). Undefined for every other value.
 */
export function spelledBy(value: string): string | undefined {
  if (!CODES.test(value)) return undefined;
  const codes = value.split(/\D/).map(Number);
  if (codes.some((code) => code > 0x10ffff)) return undefined;
  const text = String.fromCodePoint(...codes);
  return NAME.test(text) ? text : undefined;
}
