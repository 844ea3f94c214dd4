import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './support/imports.js';

/** What the language itself has of clocks and dice: no library's types can keep it out. */
const CLOCKS = /\bDate\.now\b|\bnew Date\(\)|(?<![\w.])Date\(\)|\bMath\.random\b/;

it('nobody asks for an address by what Node 20 gets wrong', () => {
  const asking = sourceFiles().filter((file) => /URL\.canParse\(/.test(readFileSync(file, 'utf8')));
  expect(asking).toEqual([]);
});

describe('the pure parts', () => {
  const files = sourceFiles().filter((file) => /^src\/(?:engine|recording)\//.test(file));

  it.each(files)('%s reads no clock and rolls no dice', (file) => {
    expect(CLOCKS.exec(readFileSync(file, 'utf8'))?.[0]).toBeUndefined();
  });

  it.each(['Date.now()', 'new Date()', 'at = Date()', 'Math.random()'])(
    'may not have %s',
    (code) => {
      expect(CLOCKS.test(code)).toBe(true);
    },
  );

  it.each(['new Date(at)', 'Date.parse(text)', 'Date.UTC(1970, 0)', 'Math.max(a, b)'])(
    'may have %s',
    (code) => {
      expect(CLOCKS.test(code)).toBe(false);
    },
  );
});

it('lets redact.ts alone say that a string may stand in a text', () => {
  const makers = sourceFiles().filter(
    (file) => file.startsWith('src/') && /\b(?:as|is) Told\b/.test(readFileSync(file, 'utf8')),
  );
  expect(makers).toEqual(['src/engine/values/telling/redact.ts']);
});
