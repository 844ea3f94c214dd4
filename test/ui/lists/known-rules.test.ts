import { describe, expect, it } from 'vitest';
import { knownRules, rulesThatSay } from '../../../src/ui/lists/known-rules.js';

const report = {
  rules: [
    { id: 'token-in-url', title: 'A token travels in the address' },
    { id: 'hsts-missing', title: 'Browsers may still come by http' },
  ],
  rulesOff: [{ id: 'jwt-alg-none', title: 'The token needs no signature' }],
};

describe('the rules in the settings', () => {
  it('are those that are asked, those that are not, and those that only the settings name', () => {
    expect(knownRules(report, ['jwt-alg-none', 'gone-rule'])).toEqual([
      { id: 'gone-rule', title: 'gone-rule' },
      report.rules[1],
      report.rulesOff[0],
      report.rules[0],
    ]);
    expect(knownRules(null, [])).toEqual([]);
  });

  it.each([
    ['', 3],
    ['token', 2],
    ['TOKEN address', 1],
    ['alg-none', 1],
    ['token http', 0],
  ])('are found by %j', (text, count) => {
    expect(rulesThatSay(knownRules(report, []), text)).toHaveLength(count);
  });
});
