import { describe, expect, it } from 'vitest';
import { endOf, oneSession } from '../../src/recording/one-session.js';
import { exchange } from '../support/exchange.js';

const at = (id: string, startedAt: number, endedAt?: number) => ({
  ...exchange({ url: 'https://shop.test/' }),
  id,
  startedAt,
  ...(endedAt !== undefined && { endedAt }),
});

describe('several files', () => {
  it('are one session in the order of time, in which no id stands twice', () => {
    const session = oneSession([[at('a', 3), at('b', 1)], [at('a', 2)], []]);
    expect(session.map(({ id }) => id)).toEqual(['b', '2.a', 'a']);
  });

  it('end when the last exchange had ended, in whatever order they stand', () => {
    const files = oneSession([[at('a', 1, 9), at('b', 2, 4)]]);
    expect(endOf(files)).toBe(9);
    expect(endOf([])).toBe(0);
  });
});
