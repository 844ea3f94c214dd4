import { describe, expect, it } from 'vitest';
import { KeptChecks } from '../../../src/engine/rules/credential-checks.js';
import { judge, judgeSteps } from '../../../src/engine/rules/judge.js';
import { finished } from '../../../src/engine/steps.js';
import { cookie, T0 } from '../../support/credential.js';
import { evidence, inMemoryToken, knownOf, ruleThat } from '../../support/made-rules.js';

describe('judge', () => {
  describe('with what it kept', () => {
    const rules = [
      ruleThat('bad', ({ name }) => JSON.parse(name)),
      ruleThat('any', ({ name }) => (name === 'new' ? 'unknown' : [evidence])),
      ruleThat('late', (_, { now }) => (now > T0 ? [evidence] : [])),
      ruleThat('picky', () => [evidence], { applies: { formats: ['jwt'] } }),
    ];

    it('says the same again, and of what has changed what it is now', () => {
      const kept = new KeptChecks();
      const [same, old] = [cookie(), cookie({ id: 'c2', name: 'old' })];
      const changed = cookie({ id: 'c2', name: 'new' });
      const views = [[old], [old], [changed], [changed, inMemoryToken], [old]].map((others, n) =>
        knownOf({ now: T0 + (n >> 1), credentials: [same, ...others] }),
      );
      for (const known of views) {
        const judgement = finished(judgeSteps(known, rules, kept));
        expect(judgement).toEqual(judge(known, rules));
        expect(judgement.failures.length).toBe(known.credentials.length);
      }
    });

    it('says the same where others are judged, by other rules, before it ends', () => {
      const kept = new KeptChecks();
      const known = knownOf({
        now: T0 + 1,
        credentials: Array.from({ length: 90 }, (_, n) => cookie({ id: `c${n}` })),
      });
      finished(judgeSteps(known, rules, kept));
      const steps = judgeSteps(known, rules, kept);
      expect(steps.next().done).toBe(false);
      finished(judgeSteps(known, rules.slice(1), kept));
      expect(finished(steps)).toEqual(judge(known, rules));
    });
  });
});
