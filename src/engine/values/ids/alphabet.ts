/** Usual alphabets of generated ids, each with all of those before it that it holds. */
const ALPHABETS: readonly (readonly [size: number, fits: RegExp])[] = [
  [10, /^\d+$/],
  [16, /^(?:[0-9a-f]+|[0-9A-F]+)$/],
  [26, /^(?:[a-z]+|[A-Z]+)$/],
  // RFC 4648 §6 and §7, Crockford's, and PHP's five bits per character.
  [32, /^(?:[A-Z2-7]+|[a-z2-7]+|[0-9A-V]+|[0-9a-v]+|[0-9A-HJKMNP-TV-Z]+)$/],
  [36, /^(?:[0-9a-z]+|[0-9A-Z]+)$/],
  [62, /^[0-9A-Za-z]+$/],
  [64, /^[0-9A-Za-z+/_,-]+$/],
  [95, /^/],
];
/** A larger alphabet that gives so few of its characters is not the one. */
const BY_CHANCE = 0.01;

/**
 * Bits of one character: of the smallest alphabet that has them all, and of the largest that chance
 * allows.
 */
export function alphabetOf(sample: string): { size: number; bits: number; most: number } {
  const fitting = ALPHABETS.filter(([, fits]) => fits.test(sample));
  const size = fitting[0]?.[0] ?? 95;
  const possible = fitting.filter(([other]) => (size / other) ** sample.length >= BY_CHANCE);
  const largest = possible.at(-1)?.[0] ?? size;
  return { size, bits: Math.log2(size), most: Math.log2(largest) };
}

/** Shannon's entropy of a text's own characters, in bits for each. */
export function bitsPerCharacter(sample: string): number {
  const counts = new Map<string, number>();
  for (const char of sample) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) {
    const share = count / sample.length;
    bits -= share * Math.log2(share);
  }
  return bits;
}
