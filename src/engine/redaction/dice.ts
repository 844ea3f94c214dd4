/** Gives whole numbers below a bound. */
export type Dice = (below: number) => number;

/**
 * Numbers that look like chance and are the same whenever the same stand-in is made. They come from
 * its number alone, and never from what it stands for: there is nothing in them to look up.
 */
export function diceOf(number: number): Dice {
  // SplitMix32 (https://prng.di.unimi.it/splitmix64.c, in 32 bits).
  // Of states next to one another each sequence would be the other one's, a number later.
  let state = mixed(Math.imul(number + 1, 0x85eb_ca6b));
  return (below) => {
    state = (state + 0x9e37_79b9) | 0;
    return mixed(state) % below;
  };
}

function mixed(state: number): number {
  let mixing = Math.imul(state ^ (state >>> 16), 0x21f0_aaad);
  mixing = Math.imul(mixing ^ (mixing >>> 15), 0x735a_2d97);
  return (mixing ^ (mixing >>> 15)) >>> 0;
}
