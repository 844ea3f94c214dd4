import { describe, expect, it } from 'vitest';
import { translated } from '../../rules/translated.js';
import { shownRules } from '../../scripts/rule-data.js';
import { testedRules } from '../../scripts/rule-docs/examples.js';
import { RULES } from '../../src/engine/rules/index.js';
import { catalogueOf } from '../fixtures/messages.js';

const rules = shownRules(testedRules('.'));
const korean = (key: string) => catalogueOf('ko').message(key, []);

describe('what the page of a rule is made from', () => {
  it('are all rules, each with its severity or how that goes, and with examples', () => {
    expect(rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
    for (const { severity, grading, examples } of rules) {
      expect([severity, grading].filter((said) => said !== undefined)).toHaveLength(1);
      expect(examples.flags.length).toBeGreaterThan(0);
    }
  });

  it('is plain data, which survives being written down', () => {
    expect(JSON.parse(JSON.stringify(rules))).toEqual(rules);
  });
});

describe('a rule in the reader’s language', () => {
  it.each(rules)('$id has every sentence of its own in Korean', (rule) => {
    const { title, why, fix, breaks, grading, strength, ...rest } = translated(rule, korean);
    for (const said of [title, why, fix, breaks, grading, strength].filter((one) => one)) {
      expect(said).toMatch(/\p{Script=Hangul}/u);
    }
    expect(rule).toMatchObject(rest);
  });

  it('stays English where the catalogue has no message', () => {
    for (const rule of rules) expect(translated(rule, () => '')).toEqual(rule);
  });
});
