import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coveragePage, rulesFor, STANDARDS } from '../../scripts/coverage.js';
import { referencesOfRules } from '../../scripts/references.js';

const requirements = STANDARDS.flatMap((standard) => standard.requirements);
const rows = requirements.map((one) => [one.reference, one] as const);

/** The document of a reference: `RFC 9700`, `OWASP ASVS 5.0`, `OWASP WSTG`. */
const documentOf = (reference: string): string =>
  reference.replace(/( §[\d.]+| V[\d.]+|-[A-Z]+-\d+)$/, '');

describe('the coverage of the standards', () => {
  it.each(rows)('%s has a rule, or a reason why there is none', (_, requirement) => {
    expect(rulesFor(requirement).length > 0 || requirement.why !== undefined).toBe(true);
  });

  it.each(rows.filter(([, { why }]) => why === 'open'))('%s is open still', (_, requirement) => {
    // Where a rule has come, the word “open” is to be taken out of scripts/coverage/.
    expect(rulesFor(requirement)).toEqual([]);
  });

  it('has each requirement once', () => {
    const references = requirements.map(({ reference }) => reference);
    expect(references.filter((one, at) => references.indexOf(one) !== at)).toEqual([]);
  });

  it('has every requirement of the chapters of ASVS that it goes through', () => {
    const ids = STANDARDS.filter(({ title }) => title.startsWith('OWASP ASVS 5.0, V'))
      .flatMap((standard) => standard.requirements)
      .map(({ reference }) => reference);
    // 31 of V3, 19 of V7, 7 of V9, 36 of V10, 11 of V14.2 and V14.3; in each section from 1 on.
    expect(ids).toHaveLength(104);
    const before = (id: string) => id.replace(/\d+$/, (last) => String(Number(last) - 1));
    expect(ids.filter((id) => !id.endsWith('.1') && !ids.includes(before(id)))).toEqual([]);
  });

  it('has a row for every reference that a rule makes to one of its documents', () => {
    const documents = new Set(requirements.map(({ reference }) => documentOf(reference)));
    const hasRow = (one: string) =>
      requirements.some(({ reference }) => one === reference || one.startsWith(`${reference}.`));
    const named = referencesOfRules().filter((one) => documents.has(documentOf(one)));
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((one) => !hasRow(one))).toEqual([]);
  });

  it('is up to date in docs/coverage.md (npx tsx scripts/coverage.ts)', () => {
    expect(readFileSync('docs/coverage.md', 'utf8')).toBe(coveragePage());
  });
});
