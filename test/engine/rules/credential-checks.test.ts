import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../src/engine/model.js';
import { KeptChecks } from '../../../src/engine/rules/credential-checks.js';
import { judge, judgeSteps } from '../../../src/engine/rules/judge.js';
import { RULES } from '../../../src/engine/rules/index.js';
import { SUBJECTS } from '../../../src/engine/rules/subjects.js';
import { finished } from '../../../src/engine/steps.js';
import { cookie, credential, exchange, sighting, T0 } from '../../support/credential.js';
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

  // Such a rule is asked again about each credential after every exchange.
  it('asks no rule that looks at everything, of what came as most do', () => {
    const session = cookie();
    const token = credential({ id: 'c2', role: 'access-token', sightings: [sighting()] });
    const kept = [sighting({ carrier: 'localStorage', locator: 'token', direction: 'stored' })];
    const stored = credential({ id: 'c3', role: 'access-token', sightings: kept });
    const gave = { ref: exchange({ id: 'e1' }), at: T0, count: 1, carried: ['c1'] };
    const exchanges = [{ ...gave, set: ['c2', 'c3'] }];
    const known = knownOf({ credentials: [session, token, stored], exchanges });
    const looksAtAll = (one: Credential) =>
      RULES.filter((rule) => rule.subject === 'credential')
        .filter(({ applies }) => !applies || SUBJECTS.credential.fits(one, applies))
        .filter(({ check }) => known.watched(() => check(one, known)).reads.isOfAll)
        .map(({ id }) => id);
    expect([session, token, stored].map(looksAtAll)).toEqual([[], [], []]);
  });
});
