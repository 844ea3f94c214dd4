import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { opened, referencesOfRules, referencesPage } from '../../scripts/references.js';

describe('the references of the rules', () => {
  const listed = opened();

  it('are all in the list of what was opened (scripts/references/opened.ts), and nothing else is', () => {
    expect(referencesOfRules().filter((one) => !listed.includes(one))).toEqual([]);
    expect(listed.filter((one) => !referencesOfRules().includes(one))).toEqual([]);
  });

  it('stand there once each', () => {
    expect(listed.filter((one, at) => listed.indexOf(one) !== at)).toEqual([]);
  });

  it('are up to date in docs/references.md (npx tsx scripts/references.ts)', () => {
    expect(readFileSync('docs/references.md', 'utf8')).toBe(referencesPage());
  });
});
