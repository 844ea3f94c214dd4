import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What came of one published data set. */
export interface Outcome {
  total: number;
  /** One line for each vector that Credtrail answers differently; never a value of the data. */
  misses: string[];
  /** Figures that have no right answer to be held against. */
  figures?: string[];
}

export interface DataSet {
  title: string;
  /** Runs the data found below `dir`. */
  run(dir: string): Outcome | Promise<Outcome>;
}

/** Reads a JSON file; a licence above the JSON, in `//` lines, is skipped. */
export function readJson(dir: string, path: string): unknown {
  return JSON.parse(readFileSync(join(dir, path), 'utf8').replace(/^\/\/.*$/gm, ''));
}

/** Reads a file with one JSON value a line. */
export function readJsonLines(dir: string, path: string): unknown[] {
  return readFileSync(join(dir, path), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

/** Compares answer by answer. */
export function compare<T>(
  vectors: readonly T[],
  miss: (vector: T) => string | undefined,
): Outcome {
  return { total: vectors.length, misses: vectors.map(miss).filter((line) => line !== undefined) };
}

/** Says what was expected, unless it came. */
export function unlessEqual(name: string, expected: unknown, found: unknown): string | undefined {
  const [left, right] = [JSON.stringify(expected), JSON.stringify(found)];
  return left === right ? undefined : `${name}: expected ${left}, found ${right}`;
}
