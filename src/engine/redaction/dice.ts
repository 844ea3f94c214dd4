/** Gives whole numbers below a bound. */
export type Dice = (below: number) => number;

/**
 * Numbers that look like chance and are the same whenever the same stand-in is made. They come from
 * its number alone, and never from what it stands for: there is nothing in them to look up.
 */
export function diceOf(number: number): Dice {
  // SplitMix32 (https://prng.di.unimi.it/splitmix64.c, in 32 bits).
  let state = Math.imul(number + 1, 0x9e3779b9);
  return (below) => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % below;
  };
}
