import type { Changes } from './mutant.js';

export const JUDGING: Changes = {
  'rules/judge.ts': [
    ['disabled rules speak', 'rules.filter(({ id }) => !off.has(id))', '[...rules]'],
    ['the less exact is said too', 'if (!yieldsTo.some(', 'if (true || ('],
    ['a mild word hides a graver one', 'other && !(yieldsUnlessMilder &&', 'other && !(false &&'],
  ],
  'rules/asking.ts': [
    ['applies is ignored', '!applies || SUBJECTS[subject].fits(one, applies)', 'true'],
  ],
  'rules/checked.ts': [
    [
      'a throw takes all down',
      "return { word: 'unknown', failure: failureOf(rule.id, about(subject), error) };",
      'throw error;',
    ],
    [
      'applies is ignored of what was not sure',
      'if (!isSure && rule.applies && !fits(subject, rule.applies))',
      'if (false)',
    ],
    [
      'the unknown passes',
      "return result === 'unknown' ? 'unknown' : 'doesNotApply';",
      "return 'passed';",
    ],
  ],
  'rules/credential-checks.ts': [
    ['what is another one is not asked again', 'if (reads.isOfAll) {', 'if (false) {'],
  ],
  'rules/tally.ts': [
    ['praise in spite of failures', 'failed + unknown === 0', 'unknown === 0'],
    ['praise in spite of the unknown', 'failed + unknown === 0', 'failed === 0'],
    ['praise for nothing', 'passed > 0 &&', ''],
  ],
  'rules/failure.ts': [['messages are quoted', 'error.constructor.name', 'error.message']],
  'rules/make-finding.ts': [
    ['severity is not an order', 'compareSeverity(a.severity, b.severity) ||', ''],
    ['c10 comes before c2', 'one.length - other.length ||', ''],
  ],
  'rules/subjects.ts': [['a key has no site', 'about(subject).site, ...key', "'', ...key"]],
  'rules/token/refresh-token-not-rotated.ts': [
    ['once is again and again', 'if (count < 2) return', 'if (count < 1) return'],
    [
      'what no answer was seen to give was given',
      "if (hasUnseenGift(credential, known)) return 'unknown';",
      '',
    ],
    ['another login rotates', ' && !logins.has(ref.id)', ''],
    [
      'logins are counted together',
      'if (valueCount > 1 && one.set.includes(id)) counts.push(0);',
      'if (false) counts.push(0);',
    ],
  ],
  'verdict/grade.ts': [
    [
      'a rule costs in full each time',
      'points: PENALTY[severity] })',
      'points: PENALTY[severity] * findings.filter((one) => one.ruleId === ruleId).length })',
    ],
    [
      'the first complaint of a rule counts',
      'before === undefined || PENALTY[severity] > PENALTY[before]',
      'before === undefined',
    ],
    ['what was accepted costs', 'if (suppressed !== undefined) continue;', ''],
    ['the cheapest is told first', 'b.points - a.points', 'a.points - b.points'],
    ['nothing caps', 'isCapped ? BEST_UNSEEN : WHOLE', 'WHOLE'],
    ['the capped get an A+', 'const BEST_UNSEEN = 99;', 'const BEST_UNSEEN = 100;'],
    ['a grade is one point off', 'score >= least', 'score > least'],
    ['points go below zero', 'Math.max(0, ', 'Math.max(-1000, '],
    ['high costs as medium', 'high: 20,', 'high: 8,'],
    ['info costs', 'info: 0,', 'info: 1,'],
  ],
};
