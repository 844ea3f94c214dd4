import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/engine/rules/index.js';
import type { ReportFinding } from '../../../src/engine/report/report-finding.js';
import {
  groupRules,
  knownRules,
  rulesThatSay,
  topicOf,
} from '../../../src/ui/lists/known-rules.js';

const finding = (ruleId: string, severity: string, suppressed: string | null = null) =>
  ({ ruleId, severity, suppressed }) as unknown as ReportFinding;

const report = {
  rules: [
    { id: 'token-in-url', title: 'A token travels in the address' },
    { id: 'hsts-missing', title: 'Browsers may still come by http' },
  ],
  rulesOff: [{ id: 'jwt-alg-none', title: 'The token needs no signature' }],
  findings: [
    finding('hsts-missing', 'low'),
    finding('token-in-url', 'medium'),
    finding('token-in-url', 'critical', 'accepted'),
  ],
};

describe('the rules in the settings', () => {
  it('are those that are asked, those that are not, and those that only the settings name', () => {
    expect(knownRules(report, ['jwt-alg-none', 'gone-rule'])).toEqual([
      { id: 'gone-rule', title: 'gone-rule', found: null },
      { ...report.rules[1], found: 'low' },
      { ...report.rulesOff[0], found: null },
      { ...report.rules[0], found: 'medium' },
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

  it('stand by what they are about, what is off before all', () => {
    const off = ['jwt-alg-none', 'gone-rule'];
    const groups = groupRules(knownRules(report, off), off);
    expect(groups.map(({ topic, rules }) => [topic, rules.map(({ id }) => id)])).toEqual([
      ['off', ['gone-rule', 'jwt-alg-none']],
      ['token', ['token-in-url']],
      ['site', ['hsts-missing']],
    ]);
  });

  it('begin with the worst that was found, then go by id', () => {
    const rule = (id: string, found: 'high' | 'info' | null) => ({ id, title: id, found });
    const rules = [
      rule('cookie-a', null),
      rule('cookie-b', 'info'),
      rule('cookie-c', 'high'),
      rule('cookie-d', null),
    ];
    const [group] = groupRules(rules, []);
    expect(group?.rules.map(({ id }) => id.at(-1))).toEqual(['c', 'b', 'a', 'd']);
  });

  it('all have something that they are about', () => {
    const places = RULES.map(({ id }) => `src/engine/rules/${topicOf(id)}/${id}.ts`);
    expect(places.filter((place) => !existsSync(place))).toEqual([]);
    expect([topicOf('constructor'), topicOf('gone-rule')]).toEqual(['other', 'other']);
  });
});
