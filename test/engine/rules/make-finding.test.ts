import { describe, expect, it } from 'vitest';
import { Known } from '../../../src/engine/known.js';
import { makeFinding } from '../../../src/engine/rules/make-finding.js';
import type { CredentialRule, Evidence } from '../../../src/engine/rules/rule.js';
import { cookie, exchange, T0 } from '../../support/credential.js';

const RULE: CredentialRule = {
  id: 'of-the-test',
  subject: 'credential',
  severity: 'low',
  title: 't',
  why: 'w',
  fix: 'f',
  breaks: 'b',
  references: [],
  check: () => [],
};
const known = new Known({ now: T0, credentials: [] });

const said = (host: string, id: string): Evidence => ({
  text: { key: 'evidence', english: 'It went to {host}.', values: { host } },
  exchange: exchange({ id }),
});

describe('a finding', () => {
  it('says of the first exchange what others show in the same words', () => {
    const evidence = [said('a.test', 'x1'), said('b.test', 'x2'), said('a.test', 'x3')];
    const finding = makeFinding(RULE, cookie(), evidence, known);
    expect(finding.evidence.map((one) => [one.text.values.host, one.exchange?.id])).toEqual([
      ['a.test', 'x1'],
      ['b.test', 'x2'],
    ]);
  });
});
