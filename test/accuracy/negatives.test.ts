import { describe, expect, it } from 'vitest';
import { NEGATIVES, negative } from '../../accuracy/negatives.js';
import { makers, withIndentedHeader } from '../../accuracy/real-tokens.js';
import { Seeded } from '../../accuracy/support/seeded.js';
import { WRAPPINGS } from '../../accuracy/wrappings.js';
import { candidatesIn } from '../../src/engine/places/candidate.js';
import { findJwts } from '../../src/engine/values/tokens/jwt.js';

describe('negatives', () => {
  it('are the same for the same seed, and others for another', () => {
    const some = (seed: number) => {
      const random = new Seeded(seed);
      return NEGATIVES.map((_, index) => negative(random, index));
    };
    expect(some(1)).toEqual(some(1));
    expect(some(1)).not.toEqual(some(2));
  });
});

describe('real tokens', () => {
  it('of every algorithm are found in every wrapping', async () => {
    const random = new Seeded(3);
    const place = { carrier: 'body', locator: 'x', direction: 'received' } as const;
    const lost: string[] = [];
    for (const [alg, make] of await makers()) {
      const token = await make(random);
      for (const [name, wrap] of WRAPPINGS) {
        for (const form of [token, withIndentedHeader(token)]) {
          const found = candidatesIn(place, 'x', wrap(form)).some(({ value }) => value === form);
          if (!found || !findJwts(wrap(form)).includes(form)) lost.push(`${alg} in ${name}`);
        }
      }
    }
    expect(lost).toEqual([]);
    // RSA keys take as long to make as their primes to be found.
  }, 60_000);
});
