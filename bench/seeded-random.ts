/** Chance that is the same each time. */
export interface SeededRandom {
  /** A whole number from `least` to `most`, both of them possible. */
  between(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
  hex(length: number): string;
  uuid(): string;
  /** Base64 of so many bytes. */
  base64(bytes: number): string;
}

/** The generator of Marsaglia (xorshift32). */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const hex = (length: number) =>
    Array.from({ length }, () => between(0, 15).toString(16)).join('');
  return {
    between,
    hex,
    pick: (list) => list[between(0, list.length - 1)]!,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
    base64: (bytes) =>
      Buffer.from(Uint8Array.from({ length: bytes }, () => between(0, 255))).toString('base64'),
  };
}
