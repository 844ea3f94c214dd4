import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isFresh } from '../../scripts/fresh.mjs';

const folder = mkdtempSync(join(tmpdir(), 'credtrail-fresh-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A path in the folder, last changed at that second. */
function at(second: number, name: string): string {
  const path = join(folder, name);
  utimesSync(path, second, second);
  return path;
}

describe('the built command line', () => {
  mkdirSync(join(folder, 'src', 'engine'), { recursive: true });
  const file = 'src/engine/text.ts';
  writeFileSync(join(folder, file), '');
  writeFileSync(join(folder, 'built.js'), '');

  it.each([
    ['after the last change', { built: 9, file: 8, inner: 7, outer: 7 }, true],
    ['with the last change', { built: 9, file: 9, inner: 9, outer: 9 }, true],
    ['before a file changed', { built: 9, file: 10, inner: 7, outer: 7 }, false],
    ['before a file was deleted', { built: 9, file: 8, inner: 10, outer: 7 }, false],
    ['before a folder was deleted', { built: 9, file: 8, inner: 7, outer: 10 }, false],
  ])('is fresh when it was built %s: %j → %s', (_, times, fresh) => {
    at(times.file, file);
    at(times.inner, 'src/engine');
    const sources = [at(times.outer, 'src')];
    expect(isFresh(at(times.built, 'built.js'), sources)).toBe(fresh);
  });

  it('is not fresh when it is missing', () => {
    expect(isFresh(join(folder, 'none.js'), [])).toBe(false);
  });
});
