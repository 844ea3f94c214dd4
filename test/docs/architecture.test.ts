import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = readFileSync('docs/architecture.md', 'utf8');
const table = page.slice(
  page.indexOf('## Where a behaviour is'),
  page.indexOf('## One credential'),
);
const rows = table
  .split('\n')
  .filter((line) => /^\| (?!behaviour|\*\*)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const pathsIn = (text: string) =>
  [...text.matchAll(/`([\w./-]+\.(?:tsx?|json|md))`/g)].map(([, path]) => path!);
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).map(
  (file) => `src/${file}`,
);

describe('the table of behaviours', () => {
  it('has what a newcomer asks for', () => expect(rows.length).toBeGreaterThan(50));

  it.each(rows.map(([, behaviour, files, tests]) => [behaviour, files, tests] as const))(
    '%s: names files and a test that are there',
    (_, files = '', tests = '') => {
      expect(pathsIn(files).length).toBeGreaterThan(0);
      expect(pathsIn(tests).length).toBeGreaterThan(0);
      expect([...pathsIn(files), ...pathsIn(tests)].filter((path) => !existsSync(path))).toEqual(
        [],
      );
    },
  );

  it('names each behaviour once', () => {
    const names = rows.map(([, behaviour]) => behaviour);
    expect(names).toEqual([...new Set(names)]);
  });
});

describe('what is written of the architecture', () => {
  it.each(['docs/architecture.md', 'CONTRIBUTING.md'])(
    '%s names only files that are there',
    (file) => {
      const named = pathsIn(readFileSync(file, 'utf8'));
      const missing = named.filter(
        (path) => !existsSync(path) && !sources.some((source) => source.endsWith(`/${path}`)),
      );
      expect(missing).toEqual([]);
    },
  );
});
