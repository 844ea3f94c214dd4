import { describe, expect, it } from 'vitest';
import { examplesIn, testedRules } from '../../../scripts/rule-docs/examples.js';
import { RULES } from '../../../src/engine/rules/index.js';

const read = (source: string) => examplesIn('odd-thing.test.ts', source);

describe('the examples of a rule', () => {
  it('are the names of its test’s cases, by what the rule says of them', () => {
    const source = `
      const more = { 'no case': 1 };
      testRule(oddThing, {
        flags: { 'one: “quoted”': ['low', cookie({ a: { b: 1 } })], plain: ['high', one as never] },
        passes: { "it's fine": cookie(), 3: cookie() },
        unknown: {},
      });`;
    expect(read(source)).toEqual({
      flags: ['one: “quoted”', 'plain'],
      passes: ["it's fine", '3'],
      doesNotApply: [],
      unknown: [],
    });
  });

  it.each([
    ['no test of a rule', `it('is', () => {});`],
    [
      'two tests',
      `testRule(a, { flags: {}, passes: {} }); testRule(b, { flags: {}, passes: {} });`,
    ],
    ['a table from elsewhere', `testRule(a, CASES);`],
    ['no table', `testRule(a);`],
    ['a group from elsewhere', `testRule(a, { flags, passes: {} });`],
    ['cases from elsewhere', `testRule(a, { flags: { ...more }, passes: {} });`],
    ['a computed name', 'testRule(a, { flags: { [name]: 1 }, passes: {} });'],
    ['what is no TypeScript', `testRule(a, {`],
  ])('are not read from %s', (_, source) => {
    expect(() => read(source)).toThrow(/odd-thing\.test\.ts: /);
  });

  it('are there for every rule, in its folder', () => {
    const tested = testedRules('.');
    expect([...tested.keys()].toSorted()).toEqual(RULES.map(({ id }) => id).toSorted());
    expect(tested.get('jwt-alg-none')?.folder).toBe('jwt');
    for (const { examples } of tested.values()) {
      expect(examples.flags.length).toBeGreaterThanOrEqual(3);
      expect(examples.passes.length).toBeGreaterThanOrEqual(3);
    }
  });
});
