import { expect, it } from 'vitest';
import { inSlices } from '../../../src/background/reading/in-slices.js';
import type { Steps } from '../../../src/engine/steps.js';

const later = () => new Promise((resume) => setTimeout(resume, 0));
const busy = (ms: number) => {
  for (const end = performance.now() + ms; performance.now() < end;);
};

/** Counts up to four, in steps of so many milliseconds each. */
function* counting(ms: number, at: () => number): Steps<number> {
  for (let n = 0; n < 4; n++) {
    busy(ms);
    yield;
  }
  return at();
}

it('lets others go first between slices, and tells what it took itself', async () => {
  let heard = 0;
  const hear = async () => {
    for (let n = 0; n < 100; n++, heard++) await later();
  };
  void hear();
  const { value, cost } = await inSlices(() => ({
    steps: counting(15, () => heard),
    isSame: () => true,
  }));
  expect(value).toBeGreaterThan(0);
  expect(cost).toBeGreaterThan(50);
});

it.each([
  [1, 2],
  [9, 4],
])('begins anew where it is about something else now, %s times at most', async (times, begun) => {
  let revision = 0;
  let begins = 0;
  const changes = setInterval(() => {
    if (revision < times) revision += 1;
  }, 0);
  const { value } = await inSlices(() => {
    begins += 1;
    const { before } = { before: revision };
    return { steps: counting(20, () => before), isSame: () => revision === before };
  });
  clearInterval(changes);
  expect([begins, value]).toEqual([begun, begun === 4 ? value : revision]);
});
