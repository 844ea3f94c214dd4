/**
 * One small fault, made on purpose: what stands in the file, and what is to stand there instead.
 */
export type Change = readonly [name: string, original: string, replacement: string];

/** Changes by file, each a path below `src/engine/`. */
export type Changes = Readonly<Record<string, readonly Change[]>>;

export interface Mutant {
  name: string;
  /** Path from the project's folder. */
  file: string;
  original: string;
  replacement: string;
}

export function mutantsOf(...all: Changes[]): Mutant[] {
  return all.flatMap((changes) =>
    Object.entries(changes).flatMap(([file, list]) =>
      list.map(([name, original, replacement]) => ({
        name,
        file: `src/engine/${file}`,
        original,
        replacement,
      })),
    ),
  );
}

/** The code with its fault; undefined where the original does not stand there exactly once. */
export function mutate(code: string, { original, replacement }: Mutant): string | undefined {
  const [before, after, ...more] = code.split(original);
  if (before === undefined || after === undefined || more.length > 0) return undefined;
  return before + replacement + after;
}
