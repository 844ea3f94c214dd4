import { describe, expect, it } from 'vitest';
import {
  answeredAt,
  compareSteps,
  type Observation,
  stepsOf,
} from '../../../src/engine/pipeline/order.js';
import { exchange, START } from '../../support/exchange.js';

const SHOP = 'https://shop.test';

/** An exchange of this name, from one moment to another. */
const asked = (id: string, from: number, to?: number): Observation => ({
  kind: 'exchange',
  exchange: {
    ...exchange({ url: SHOP }),
    id,
    startedAt: START + from,
    ...(to === undefined ? {} : { endedAt: START + to }),
  },
});
const mark = (name: string, at: number): Observation => ({ kind: 'mark', name, at: START + at });
const jar = (at: number): Observation => ({
  kind: 'jar',
  at: START + at,
  site: SHOP,
  domains: [],
  cookies: [],
});

/** What is read, in order: `a ?` is the request of `a`, `a !` its answer. */
function read(...observations: Observation[]): string[] {
  const PARTS = { request: ' ?', response: ' !', whole: '' };
  return observations
    .flatMap((one) => stepsOf(one))
    .sort(compareSteps)
    .map(({ part, observation, tie }) => {
      const name = observation.kind === 'jar' ? 'jar' : tie;
      return name + PARTS[part];
    });
}

describe('what is observed is read', () => {
  it.each<[string, Observation[], string[]]>([
    ['a request before its answer', [asked('a', 0, 9)], ['a ?', 'a !']],
    ['a request before its answer at the same moment', [asked('a', 0)], ['a ?', 'a !']],
    [
      'an answer when it comes, which may be after a later one',
      [asked('slow', 0, 9), asked('fast', 1, 2)],
      ['slow ?', 'fast ?', 'fast !', 'slow !'],
    ],
    [
      'an answer before what is sent in its millisecond',
      [asked('second', 5.2, 9), asked('first', 0, 5.9)],
      ['first ?', 'first !', 'second ?', 'second !'],
    ],
    [
      'by the moment of the start where the millisecond is the same',
      [asked('a', 5.7, 30), asked('b', 5.3, 40)],
      ['b ?', 'a ?', 'a !', 'b !'],
    ],
    [
      'of one millisecond: what was asked, then what lies there, then a mark',
      [mark('now', 5), jar(5), asked('a', 5, 9)],
      ['a ?', 'jar', 'now', 'a !'],
    ],
    [
      'of one millisecond in the same order, whatever the fraction',
      [mark('now', 5.1), jar(5.4), asked('a', 5.9, 9)],
      ['a ?', 'jar', 'now', 'a !'],
    ],
    [
      'of one moment by its number',
      [asked('10.0', 0, 5), asked('9.0', 0, 5)],
      ['9.0 ?', '10.0 ?', '9.0 !', '10.0 !'],
    ],
  ])('%s', (_, observations, expected) => {
    expect(read(...observations)).toEqual(expected);
    expect(read(...observations.toReversed())).toEqual(expected);
  });

  it('never with an answer before its request, whatever a clock said', () => {
    expect(answeredAt({ ...exchange({ url: SHOP }), startedAt: 9, endedAt: 5 })).toBe(9);
    expect(read(asked('a', 9, 5))).toEqual(['a ?', 'a !']);
  });
});
