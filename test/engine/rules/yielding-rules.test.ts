import { describe, expect, it } from 'vitest';
import { cookie } from '../../support/credential.js';
import { evidence, judgeAll, ruleThat } from '../../support/made-rules.js';

describe('judge', () => {
  it('lets the more exact rule speak alone, about the same thing', () => {
    const exact = ruleThat('exact', ({ name }) => (name === 'both' ? [evidence] : []));
    const broad = ruleThat('broad', () => [evidence], { yieldsTo: ['exact'] });
    const input = [cookie({ name: 'both' }), cookie({ id: 'c2', name: 'one' })];
    const { findings, checks } = judgeAll(input, [broad, exact]);
    expect(findings.map(({ ruleId, about }) => `${ruleId} ${about.credentialId}`)).toEqual([
      'broad c2',
      'exact c1',
    ]);
    expect(checks.get('https://shop.example')?.byRule.get('broad')).toEqual({
      passed: 0,
      failed: 1,
      unknown: 0,
      doesNotApply: 1,
    });
  });

  it.each([
    ['low', undefined, 'exact'],
    ['low', true, 'broad, exact'],
    ['medium', true, 'exact'],
    ['high', true, 'exact'],
  ] as const)('gives way to what is %s, and unless milder: %s', (severity, unlessMilder, who) => {
    const yields = {
      yieldsTo: ['exact'],
      ...(unlessMilder && { yieldsUnlessMilder: unlessMilder }),
    };
    const exact = ruleThat('exact', () => [evidence], { severity });
    const broad = ruleThat('broad', () => [evidence], { ...yields, severity: 'medium' });
    const { findings } = judgeAll([cookie({})], [broad, exact]);
    const ids = findings.map(({ ruleId }) => ruleId).toSorted();
    expect(ids.join(', ')).toBe(who);
  });
});
