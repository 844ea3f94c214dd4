import type { Changes } from './mutant.js';

export const ORDER: Changes = {
  'pipeline/order.ts': [
    ['ranks do not matter', ' || a.rank - b.rank', ''],
    ['starts do not matter', ' || a.began - b.began', ''],
    ['ties do not matter', ' || ties.compare(a.tie, b.tie)', ''],
    ['a mark comes with snapshots', "rank: kind === 'mark' ? 2 : 1", 'rank: 1'],
    [
      'an answer may come before its request',
      'return Math.max(startedAt, endedAt);',
      'return endedAt;',
    ],
    [
      'a fraction of a millisecond counts',
      'at: Math.floor(answeredAt(exchange))',
      'at: answeredAt(exchange)',
    ],
    ['ids are compared as text', '{ numeric: true }', '{ numeric: false }'],
  ],
  'pipeline/arrivals.ts': [
    ['what was read is never forgotten', 'this.#last().steps > at', 'false'],
    [
      'bodies wait for nothing',
      "kind !== 'bodies') return { kind: 'exchange', exchange };",
      "kind !== 'mark') return { kind: 'exchange', exchange };",
    ],
    ['settling leaves the states behind', 'state.steps -= steps', 'state.steps -= 0'],
  ],
  'pipeline/waiting-steps.ts': [
    [
      'late goes before its like',
      'compareSteps(other, step) <= 0',
      'compareSteps(other, step) < 0',
    ],
    ['a begun request is read twice', "if (begun && step.part === 'request') continue;", ''],
    ['text is not counted', ' || this.#text > LIMITS.waitingText', ''],
  ],
};
