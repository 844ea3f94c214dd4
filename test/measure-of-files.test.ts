import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const LINES = 200;
const COLUMNS = 100;
/** An address is one word, however long. */
const ADDRESS = /^\s*'https:\/\/\S+'[,;]?$/;

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:tsx?|css)$/.test(name))
  .map((name) => join('src', name));

describe('the files of the source', () => {
  it('are there', () => {
    expect(files.length).toBeGreaterThan(1_000);
  });

  it(`have no more than ${LINES} lines`, () => {
    expect(files.filter((file) => linesOf(file).length - 1 > LINES)).toEqual([]);
  });

  it(`have no more than ${COLUMNS} columns, but for addresses`, () => {
    const isLong = (line: string) => [...line].length > COLUMNS && !ADDRESS.test(line);
    expect(files.filter((file) => linesOf(file).some(isLong))).toEqual([]);
  });
});

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n');
}
