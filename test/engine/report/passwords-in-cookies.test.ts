import { describe, expect, it } from 'vitest';
import { readHar } from '../../../src/engine/normalize/sources/har.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { reportText } from '../../../src/engine/report/formats/text.js';
import { COOKIES, visit, WRITINGS } from '../../support/password-cookie-visit.js';

function reported(name: string, value: string, scheme?: string) {
  const analysis = new Analysis();
  for (const one of readHar(visit(name, value, scheme)).exchanges) analysis.addExchange(one);
  const source = { kind: 'har', url: 'https://shop.test/', dropped: 0 } as const;
  return { analysis, report: analysis.report({ source, version: '0', reveal: true }) };
}

const FOUND = 'password-in-cookie';

describe('a report on a cookie that holds the password', () => {
  it.each(COOKIES)(
    'finds it in %s, praises nothing of it, and never has it',
    (name, value, held) => {
      const { analysis, report } = reported(name, value);
      const [finding] = report.findings.filter(({ ruleId }) => ruleId === FOUND);
      expect(finding).toMatchObject({ severity: 'high' });
      const said = { plain: 'as it was typed', encoded: 'an encoding', hash: 'a hash' }[held] ?? '';
      expect(finding?.evidence[0]?.text).toContain(said);
      const [site] = report.sites;
      expect(site?.grade).toMatch(/^[B-F]/);
      const holds = held === 'hash' ? 'holds a bare hash of your password' : 'holds your password';
      expect(site?.sentence).toContain(holds);
      expect(report.credentials[0]).toMatchObject({ preview: '…', entropy: null, jwt: null });
      const told = JSON.stringify(report) + reportText(report);
      expect([...WRITINGS, value].filter((one) => told.includes(one))).toEqual([]);
      expect(analysis.reveal(report.credentials[0]?.id ?? '')).toBeUndefined();
    },
  );

  it('is critical over http', () => {
    const { report } = reported('auth', COOKIES[0]![1], 'http');
    expect(report.findings.find(({ ruleId }) => ruleId === FOUND)?.severity).toBe('critical');
  });

  it('finds nothing in a session beside the same login', () => {
    const { report } = reported('sid', 'b7e1c2a94d03f86512ab');
    expect(report.findings.filter(({ ruleId }) => ruleId === FOUND)).toEqual([]);
    expect(report.credentials[0]).toMatchObject({ role: 'session', value: 'b7e1c2a94d03f86512ab' });
  });
});
