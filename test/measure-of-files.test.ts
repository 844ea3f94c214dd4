import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const LINES = 200;
const COLUMNS = 100;
/** An address is one word, however long. */
const ADDRESS = /^\s*'https:\/\/\S+'[,;]?$/;

const FOLDERS = ['src', 'cli', 'browser', 'demo', 'scripts', 'bench', 'soak', 'test'];
/** Texts to be read, not source. */
const FIXTURES = join('test', 'fixtures');

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|mjs|css)$/.test(name))
    .map((name) => join(folder, name)),
).filter((name) => !name.startsWith(FIXTURES));
const sources = files.filter((name) => name.startsWith('src'));

describe('the files of the project', () => {
  it('are there', () => {
    expect(sources.length).toBeGreaterThan(1_000);
  });

  it(`have no more than ${LINES} lines`, () => {
    expect(files.filter((file) => linesOf(file).length - 1 > LINES)).toEqual([]);
  });

  it(`have no more than ${COLUMNS} columns in the source, but for addresses`, () => {
    const isLong = (line: string) => [...line].length > COLUMNS && !ADDRESS.test(line);
    expect(sources.filter((file) => linesOf(file).some(isLong))).toEqual([]);
  });
});

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n');
}
