import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/engine/rules/index.js';
import { type RulePart, ruleKey } from '../../../src/engine/rules/rule-key.js';
import { sentencesIn } from '../../support/sentences.js';
import korean from '../../../_locales/ko/messages.json' with { type: 'json' };
import { testedRules } from '../../../scripts/rule-docs/examples.js';
import { rulePages } from '../../../scripts/rule-docs.js';
import { regex } from '../../../src/engine/regex.js';

const root = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const translations: Record<string, { message: string } | undefined> = korean;
const translation = (key: string): string => translations[key]?.message ?? '';

const sources = readdirSync(new URL('src/engine/rules/', root), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({
    file,
    source: read(`src/engine/rules/${file}`),
  }));
const files = sources
  .filter(({ source }) =>
    /^export const \w+: (?:Credential|Exchange|Flow|Moment|Site)Rule = /m.test(source),
  )
  .map(({ file }) => file.replace('.ts', ''));
/** Folder and id of each rule. */
const pathOf = (id: string): string => files.find((file) => file.endsWith(`/${id}`)) ?? id;

/** Every `text('key', 'English')` in the rules' sources. */
const evidence = sources.flatMap(({ source }) => sentencesIn(source));
const slots = (template: string): string[] => (template.match(/\{\w+\}/g) ?? []).toSorted();
const code = (fix: string): string[] =>
  fix.split('\n').filter((line) => line.startsWith('    ') && !line.includes('//'));

const REFERENCE = regex()`
  ^(CWE-\d+|OWASP (ASVS 5\.0 V\d+\.\d+\.\d+|WSTG-\w+-\d+)|(RFC \d+(bis)?
  |OpenID Connect Core|OAuth for Browser-Based Apps|NIST SP 800-63B-4|CHIPS) §[\d.]+
  |W3C (Clear Site Data|Referrer Policy)|WHATWG Fetch)$`;

describe('the catalogue of rules', () => {
  it('lists every rule once, under the name of its file', () => {
    expect(RULES.map(({ id }) => pathOf(id)).toSorted()).toEqual(files.toSorted());
  });

  describe('has its documentation up to date (npx tsx scripts/rule-docs.ts)', () => {
    const pages = rulePages(testedRules(fileURLToPath(root)));

    it('with a page for each rule, and no other', () => {
      const written = readdirSync(new URL('docs/rules/', root));
      expect(written.toSorted()).toEqual([...pages.keys()].toSorted());
      expect(pages.size).toBe(RULES.length + 1);
    });

    it.each([...pages])('%s', (file, page) => expect(read(`docs/rules/${file}`)).toBe(page));
  });

  describe.each(RULES)('$id', (rule) => {
    const { id, severity, grading, title, why, fix, breaks, references, strength } = rule;

    it('is tested by its own cases', () => {
      const test = read(`test/engine/rules/${pathOf(id)}.test.ts`);
      expect(test).toContain(`/rules/${pathOf(id)}.js'`);
      expect(test).toContain('testRule(');
    });

    it('says what to change, what that may break, and who says so', () => {
      expect(breaks).toMatch(/^\S.*[.:]$/s);
      expect(code(fix)).not.toEqual([]);
      expect(references).not.toEqual([]);
      for (const reference of references) {
        expect(reference).toMatch(REFERENCE);
      }
    });

    it('gives way only to rules that exist, and never in a circle', () => {
      const next = (from: string) => RULES.find((one) => one.id === from)?.yieldsTo ?? [];
      const reached = new Set(next(id));
      for (const other of reached) for (const further of next(other)) reached.add(further);
      expect([...reached].filter((other) => !RULES.some((one) => one.id === other))).toEqual([]);
      expect(reached.has(id)).toBe(false);
    });

    it('explains its severity where that depends on the subject', () => {
      expect(grading !== undefined).toBe(typeof severity === 'function');
    });

    it('speaks Korean, with the same code to paste', () => {
      const parts = { title, why, fix, breaks, grading, strength };
      for (const [part, english] of Object.entries(parts)) {
        if (english === undefined) continue;
        const message = translation(ruleKey(id, part as RulePart));
        expect(message).toMatch(/\p{Script=Hangul}/u);
        expect(message).not.toBe(english);
      }
      expect(code(translation(ruleKey(id, 'fix')))).toEqual(code(fix));
    });
  });

  it('finds the evidence in the sources', () => {
    expect(evidence.length).toBeGreaterThanOrEqual(RULES.length);
    const calls = sources.flatMap(({ source }) => source.match(/\btext\(\s*'/g) ?? []);
    expect(evidence).toHaveLength(calls.length);
  });

  it.each(evidence)('$key belongs to one sentence and is translated', ({ key, english }) => {
    expect(key).toMatch(/^evidence_/);
    expect(evidence.filter((other) => other.key === key && other.english !== english)).toEqual([]);
    expect(translation(key)).toMatch(/\p{Script=Hangul}/u);
    expect(slots(translation(key))).toEqual(slots(english));
  });

  it('has no $ in its messages, which the browser would take for a placeholder', () => {
    const keys = Object.keys(translations).filter((key) => /^(rule|evidence)_/.test(key));
    expect(keys.filter((key) => translation(key).includes('$'))).toEqual([]);
  });
});
