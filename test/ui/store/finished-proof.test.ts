import { expect, it } from 'vitest';
import { fixtureProof } from '../../fixtures/ui-proofs.js';
import { fixtureReport } from '../../fixtures/ui-report.js';
import { provedAbout, provedOf, withProofs } from '../../../src/ui/store/finished-proof.js';

const NOW = Date.UTC(2026, 2, 1);
const report = {
  ...fixtureReport(NOW),
  proofs: [fixtureProof('authenticates', NOW - 5_000), fixtureProof('survives-logout', NOW)],
};
const verdicts = (id: string) => provedAbout(report, id).map(({ outcome }) => outcome.verdict);

it('has all that was proved of a credential, and what was proved last', () => {
  expect(verdicts('c1')).toEqual(['needed-together', 'survived']);
  expect(verdicts('c6')).toEqual(['not-needed']);
  expect(verdicts('nobody')).toEqual([]);
  expect(provedAbout(null, 'c1')).toEqual([]);
  expect(provedOf(report, 'c1')?.outcome.verdict).toBe('survived');
});

it('puts a proof among what happened, by its time, behind what happened in its moment', () => {
  const [event] = report.events;
  const events = [NOW - 9_000, NOW - 5_000, NOW - 1_000].map((at) => ({
    ...event!,
    at: new Date(at).toISOString(),
  }));
  const told = withProofs(events, provedAbout(report, 'c1'));
  expect(
    told.map((one) => ('proof' in one ? one.proof.question : Date.parse(one.at) - NOW)),
  ).toEqual([-9_000, -5_000, 'authenticates', -1_000, 'survives-logout']);
});
