import { existsSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { MUTANTS } from '../../../scripts/mutants/index.js';
import { mutantsOf, mutate } from '../../../scripts/mutants/mutant.js';

const [mutant] = mutantsOf({ 'x.ts': [['less is more', 'a < b', 'a > b']] });

describe('a mutant', () => {
  it.each([
    ['if (a < b) return;', 'if (a > b) return;'],
    ['a < b', 'a > b'],
    ['if (b < a) return;', undefined],
    ['if (a < b && a < b) return;', undefined],
    ['', undefined],
  ])('changes what stands there exactly once: %j → %j', (code, changed) => {
    expect(mutate(code, mutant!)).toBe(changed);
  });

  it('keeps what looks like a pattern of a replacement as it is', () => {
    const [dollar] = mutantsOf({ 'x.ts': [['dollars', '1', "$& $' $1"]] });
    expect(mutate('[1]', dollar!)).toBe("[$& $' $1]");
  });
});

describe('the mutants', () => {
  it('have names of their own: a run asks for one by it', () => {
    const names = MUTANTS.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('change something that stands exactly once in a file that is there', () => {
    const stale = MUTANTS.filter((one) => {
      const code = existsSync(one.file) ? readFileSync(one.file, 'utf8') : '';
      const changed = mutate(code, one);
      return changed === undefined || changed === code;
    });
    expect(stale.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });

  // What cannot be read fails every test, and tells nothing of them.
  it('leave code that can be read', () => {
    const unread = MUTANTS.filter((one) => {
      const changed = mutate(readFileSync(one.file, 'utf8'), one);
      return parseSync(one.file, changed ?? '').errors.length > 0;
    });
    expect(unread.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });
});
