import type { Exchange, Millis } from '../engine/model.js';

/**
 * Exchanges of several files as one session: in the order of their start, ids unique among the
 * files.
 */
export function oneSession(files: readonly (readonly Exchange[])[]): Exchange[] {
  const unique = (exchanges: readonly Exchange[], index: number) =>
    index === 0 ? exchanges : exchanges.map((one) => ({ ...one, id: `${index + 1}.${one.id}` }));
  return files.flatMap(unique).toSorted((a, b) => a.startedAt - b.startedAt);
}

/** When the last of them had ended; 0 where there is none. */
export function endOf(exchanges: readonly Exchange[]): Millis {
  return exchanges.reduce(
    (last, { startedAt, endedAt }) => Math.max(last, endedAt ?? startedAt),
    0,
  );
}
