import { describe, expect, it } from 'vitest';
import { foundSeeds } from '../../../accuracy/seeded/score.js';
import type { Seed } from '../../../accuracy/seeded/variant.js';
import type { Report } from '../../../src/engine/report/report.js';

const report = {
  credentials: [{ id: 'c1', name: 'sid' }],
  findings: [
    { ruleId: 'cookie-missing-secure', severity: 'high', credentialId: 'c1' },
    { ruleId: 'cookie-domain-too-broad', severity: 'info', credentialId: 'c1' },
    { ruleId: 'oauth-missing-state', severity: 'medium', credentialId: null },
  ],
} as unknown as Report;
const found = (seed: Seed) => foundSeeds({ seeds: [seed] }, report).map((one) => one.found);

describe('foundSeeds', () => {
  it.each<[string, Seed, boolean[]]>([
    ['a finding', { ruleId: 'cookie-missing-secure', name: 'sid', least: 'high' }, [true]],
    ['one by a pattern', { ruleId: 'cookie-missing-secure', name: /^s/ }, [true]],
    ['one of a flow', { ruleId: 'oauth-missing-state' }, [true]],
    [
      'one that is too mild',
      { ruleId: 'cookie-missing-secure', name: 'sid', least: 'critical' },
      [false],
    ],
    ['one that only informs', { ruleId: 'cookie-domain-too-broad', name: 'sid' }, [false]],
    ['one of another cookie', { ruleId: 'cookie-missing-secure', name: 'id' }, [false]],
    ['one that is missing', { ruleId: 'cookie-missing-httponly', name: 'sid' }, [false]],
    ['a rule that is not there yet', { ruleId: 'cookie-of-tomorrow' }, []],
  ])('tells %s', (_what, seed, expected) => {
    expect(found(seed)).toEqual(expected);
  });
});
