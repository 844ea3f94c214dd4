import { performance } from 'node:perf_hooks';

const ROUNDS = 3;
/** Below this a measurement says more about the machine than about the code. */
const TOO_SHORT_MS = 4;
/** Four times the input: 4 when linear, 16 when quadratic. */
export const LINEAR = 10;

/** How much longer four times the input takes; the best of several rounds, for a busy machine's sake. */
export function growth(
  run: (input: string) => unknown,
  inputOf: (size: number) => string,
  size: number,
): number {
  const [small, large] = [inputOf(size), inputOf(size * 4)];
  const times = { small: Infinity, large: Infinity };
  for (let round = 0; round < ROUNDS; round++) {
    times.small = Math.min(
      times.small,
      millis(() => run(small)),
    );
    times.large = Math.min(
      times.large,
      millis(() => run(large)),
    );
  }
  return times.large < TOO_SHORT_MS ? 1 : times.large / times.small;
}

export function millis(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
