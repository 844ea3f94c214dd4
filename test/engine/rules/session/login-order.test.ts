import { expect, it } from 'vitest';
import type { Known } from '../../../../src/engine/known.js';
import type { LifeEvent } from '../../../../src/engine/model.js';
import { isOrderKnown } from '../../../../src/engine/rules/session/new-values.js';
import { cookie, exchange, SECONDS, T0 } from '../../../support/credential.js';

const login = exchange({ id: 'e5', method: 'POST', url: 'https://shop.example/login' });
const rotated = (after: number, by?: LifeEvent['exchange']): LifeEvent => ({
  type: 'rotated',
  at: T0 + after * SECONDS,
  lastAt: T0 + after * SECONDS,
  count: 1,
  ...(by ? { exchange: by } : {}),
});

it.each([
  ['asked for after the other answer', 3, true],
  ['asked for when the other answer came', 2, true],
  ['under way while the other answer came', 1, false],
])('knows whether the last value came last: %s', (_, asked, isKnown) => {
  const life = [rotated(2, exchange({ id: 'e4' })), rotated(4, login)];
  const exchanges = [
    { ref: login, at: T0 + asked * SECONDS, carried: [], set: [], count: 1 },
  ] as unknown as Known['exchanges'];
  expect(isOrderKnown(cookie({ life }), { exchanges } as Known)).toBe(isKnown);
});
