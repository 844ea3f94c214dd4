import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importsOf, resolve, sourceFiles } from './support/imports.js';

/**
 * The floors of the engine, the lowest first: each imports only what stands above it in this list
 * (docs/architecture.md), types included.
 */
const FLOORS = [
  'regex.ts',
  'word-table.ts',
  'json-pointer.ts',
  'base64.ts',
  'memo.ts',
  'grouped.ts',
  'reads.ts',
  'steps.ts',
  'address.ts',
  'methods.ts',
  'korean.ts',
  'text.ts',
  'render.ts',
  'kept-password.ts',
  'observed.ts',
  'time-units.ts',
  'where-seen.ts',
  'snapshot.ts',
  'behaviour.ts',
  'finding.ts',
  'model.ts',
  'role-table.ts',
  'severity.ts',
  'settings.ts',
  'judging.ts',
  'thresholds.ts',
  'losses.ts',
  'normalize/',
  'values/',
  'cookies/',
  'places/',
  'roles/',
  'flows/',
  'credentials/',
  'moments/',
  'trail/',
  'proof/',
  'known-parts.ts',
  'known-indexes.ts',
  'known.ts',
  'kept.ts',
  'rules/',
  'remedies/',
  'verdict/',
  'report/',
  'pipeline/',
  'redaction/',
];

/** The floor that a file of the engine stands on; -1 where it stands on none. */
function floorOf(file: string): number {
  const path = file.replace('src/engine/', '');
  return FLOORS.findIndex(
    (floor) => path === floor || (floor.endsWith('/') && path.startsWith(floor)),
  );
}

/** Every import circle among files, as the files that it goes through; types count as well. */
function circles(files: readonly string[], imports: (file: string) => string[]): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const walk = (file: string, path: string[]) => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    for (const next of imports(file)) if (files.includes(next)) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  return found;
}

/** Files of the project that a file imports, with the extension that each has in the source. */
function relativeImports(file: string): string[] {
  const imported = importsOf(readFileSync(file, 'utf8')).filter((specifier) =>
    specifier.startsWith('.'),
  );
  return imported.flatMap((specifier) => {
    const path = resolve(file, specifier);
    return [path, `${path}x`].filter((candidate) => existsSync(candidate));
  });
}

describe('the floors of the engine', () => {
  const files = sourceFiles().filter((file) => /^src\/engine\/.*(?<!\.d)\.ts$/.test(file));

  it.each(files)('%s stands on one, and imports nothing from above it', (file) => {
    expect(floorOf(file)).toBeGreaterThanOrEqual(0);
    expect(relativeImports(file).filter((other) => floorOf(other) > floorOf(file))).toEqual([]);
  });

  it('have no file or folder that is not there', () => {
    expect(FLOORS.filter((floor) => !existsSync(`src/engine/${floor}`))).toEqual([]);
  });
});

describe('import circles', () => {
  it('are nowhere, those of types included', () => {
    const files = sourceFiles().filter((file) => !file.startsWith('test/'));
    expect(circles(files, relativeImports)).toEqual([]);
  });

  it('would be found', () => {
    const imports = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a']],
      ['d', []],
    ]);
    expect(circles(['a', 'b', 'c', 'd'], (file) => imports.get(file) ?? [])).toEqual([
      ['a', 'b', 'c', 'a'],
    ]);
  });
});
