import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { reportText } from '../../../../src/engine/report/formats/text.js';
import type { Report } from '../../../../src/engine/report/report.js';
import type { ReportCredential } from '../../../../src/engine/report/report-credential.js';
import type { ReportPictureRow } from '../../../../src/engine/report/report-site.js';

const credential: ReportCredential = {
  id: 'c1',
  site: 'https://example.com',
  host: 'example.com',
  origin: 'https://example.com',
  carrier: 'cookie',
  name: 'sid',
  carriers: ['cookie'],
  role: 'session',
  format: 'opaque',
  confidence: 1,
  evidence: [],
  state: 'cleared',
  stateReason: null,
  generations: 1,
  signature: null,
  attributes: null,
  jwt: null,
  issuedAt: null,
  expiresAt: null,
  expires: 'session',
  lifetimeSeconds: null,
  remedy: null,
  lifetimeAdvice: null,
  preview: 'A1B2…(32)',
  fingerprint: '0123456789ab',
  entropy: null,
  sightings: 1,
  sent: 1,
  firstSeen: '2026-01-01T00:00:00.000Z',
  lastSeen: '2026-01-01T00:00:00.000Z',
};

const report: Report = {
  schemaVersion: 2,
  tool: { name: 'credtrail', version: '1.0.0' },
  source: { kind: 'tab', url: '', requests: 1, from: null, to: null, dropped: 0 },
  diagnoses: [],
  sites: [
    {
      site: 'https://example.com',
      mechanism: 'session-cookie',
      confidence: 1,
      sentence: 'The server keeps the session.',
      answers: [],
      evidence: [],
      comparison: [],
      picture: { lanes: [], rows: [], omitted: 0 },
      grade: 'B',
      score: 80,
      unknown: ['the flags of other'],
      strengths: [{ ruleId: 'r', text: 'Scripts cannot read it.' }],
      checks: { passed: 3, failed: 1, doesNotApply: 9, unknown: 2 },
      checked: [],
      gradeSteps: [
        { ruleId: 'cookie-missing-secure', severity: 'medium', points: 8 },
        { ruleId: 'hsts-missing', severity: 'low', points: 2 },
      ],
    },
  ],
  credentials: [credential],
  events: [],
  flows: [],
  findings: [
    {
      ruleId: 'cookie-missing-secure',
      key: 'cookie-missing-secure https://example.com cookie sid',
      about: { site: 'https://example.com', credentialId: 'c1', exchange: null, flowId: null },
      severity: 'high',
      credentialId: 'c1',
      title: 'It may travel over http',
      why: 'Everybody on the way can read it.',
      fix: 'Say so:\n\n    Set-Cookie: <name>=<value>; Secure',
      breaks: '',
      evidence: [{ text: 'It has no Secure.', exchange: null }],
      references: [],
      suppressed: null,
    },
  ],
  proofs: [],
  rules: [],
  rulesOff: [],
  ruleFailures: [],
};

describe('a report on a terminal', () => {
  it('reckons nothing where nothing was taken', () => {
    const [site] = report.sites;
    const whole = { ...report, sites: [{ ...site!, score: 100, gradeSteps: [] }] };
    expect(reportText(whole)).not.toContain('Points');
  });

  it('shows verdict, credentials and findings in columns', () => {
    expect(reportText(report).split('\n')).toEqual([
      'https://example.com: session-cookie, grade B',
      'The server keeps the session.',
      'Points: 100 − 8 cookie-missing-secure (medium) − 2 hsts-missing (low) − 10 for what ' +
        'was not seen = 80',
      'Not seen: the flags of other',
      'Checks: 3 passed, 1 failed, 2 unknown',
      '+ Scripts cannot read it.',
      '',
      'Credentials (1)',
      '  ROLE     NAME  HOST         STATE    CARRIERS  PREVIEW    EXPIRES',
      '  session  sid   example.com  cleared  cookie    A1B2…(32)  session',
      '',
      'Findings (1)',
      '',
      '  high  It may travel over http  cookie-missing-secure',
      '    Where   sid (session), example.com: It has no Secure.',
      '    Why     Everybody on the way can read it.',
      '    Change  Say so:',
      '              Set-Cookie: <name>=<value>; Secure',
    ]);
  });

  it('has no arithmetic where there is no grade', () => {
    const [site] = report.sites;
    const none = { ...report, sites: [{ ...site!, grade: null, score: null, gradeSteps: [] }] };
    expect(reportText(none)).not.toContain('Points');
  });

  it('lists what was accepted last, counts it, and names the rules that were switched off', () => {
    const [finding] = report.findings;
    const accepted = { ...finding!, suppressed: 'a lesson', severity: 'critical' as const };
    const rulesOff = [{ id: 'hsts-missing', title: '' }];
    const told = reportText({ ...report, findings: [accepted, finding!], rulesOff });
    expect(told).toContain('Findings (2, 1 of them accepted)');
    expect(told).toMatch(/\n {2}high {2}It may.*\n(?: {4}.*\n)+\n {2}accepted, critical {2}It may/);
    expect(told).toMatch(/\n {4}Accepted {2}a lesson/);
    expect(told).toContain('Rules switched off\n  hsts-missing');
  });

  it('names the rules that failed, once each', () => {
    const about = report.findings[0]!.about;
    const failure = { ruleId: 'hsts-missing', about, message: 'The rule threw TypeError.' };
    const told = reportText({ ...report, ruleFailures: [failure, failure] });
    expect(told.split('hsts-missing: The rule threw TypeError.')).toHaveLength(2);
    expect(told).toContain('Rules that failed: what they find or would change may be missing');
    expect(reportText(report)).not.toContain('failed:');
  });

  it('gives for each cookie with a remedy the line to send, without its value', () => {
    const part = (text: string) => ({ text, change: 'same' as const });
    const better = ['sid\u001B=A1B2…(32)', 'Path=/', 'Secure'].map(part);
    const remedy = { sent: [], better, notes: [], settings: null };
    const told = reportText({ ...report, credentials: [{ ...credential, remedy }] });
    expect(told).toContain(
      'Cookies as they should be set\n  example.com: Set-Cookie: sid\uFFFD=<value>; Path=/; Secure',
    );
  });

  it('tells the comparison, the trail and the logins elsewhere', () => {
    const exchange = { id: 'x1', method: 'POST', url: 'https://example.com/login' };
    const at = '2026-01-01T00:00:00.000Z';
    const arrow: ReportPictureRow = {
      type: 'arrow',
      kind: 'send',
      from: 'page',
      to: 'site',
      at,
      label: 'POST /login',
      count: 2,
      exposed: false,
      credentialIds: [],
      exchange,
    };
    const told = reportText({
      ...report,
      sites: [
        {
          ...report.sites[0]!,
          comparison: [
            {
              aspect: 'storedIn',
              session: 'the jar',
              token: 'nowhere',
              cookie: 'the\u001b jar',
              evidence: { session: null, token: null, cookie: null },
            },
          ],
          picture: {
            lanes: [
              { id: 'page', kind: 'page', label: '' },
              { id: 'site', kind: 'site', label: 'example.com' },
            ],
            rows: [arrow, { type: 'note', moment: 'login', at, exchange }],
            omitted: 0,
          },
        },
      ],
      flows: [
        {
          id: 'f1',
          protocol: 'oidc',
          grant: 'authorization-code',
          issuer: 'https://idp.test',
          clientId: 'spa',
          pkce: 'S256',
          state: true,
          nonce: true,
          pushed: false,
          dpop: false,
          clientSecret: false,
          remedy: null,
          steps: [
            { kind: 'authorization-request', at, exchange, detail: {} },
            { kind: 'token-request', at, exchange, detail: {} },
          ],
        },
      ],
    });
    expect(told).toContain(
      '  storedIn\n    Session  the jar\n    Token    nowhere\n    Cookie   the\uFFFD jar',
    );
    expect(told).toContain(
      'Who sent which credential where\n  Page → example.com: POST /login ×2.\n  login.',
    );
    expect(told).toContain(
      'oidc, authorization-code, https://idp.test, client spa, PKCE S256: authorization-request ' +
        '→ token-request',
    );
  });

  it('says where there is nothing', () => {
    const empty = { ...report, sites: [], credentials: [], findings: [] };
    expect(reportText(empty)).toBe('Credentials: none\n\nFindings: none');
  });

  it('never lets a name from a page steer the terminal', () => {
    const hostile = { ...credential, name: '\u001B[2Jsid\u202E\n' };
    expect(reportText({ ...report, credentials: [hostile] })).not.toMatch(/\p{C}(?<!\n)/u);
  });

  it('shortens what is too long for a column', () => {
    const long = { ...credential, name: 'n'.repeat(500) };
    const told = reportText({ ...report, credentials: [long], findings: [] });
    expect(Math.max(...told.split('\n').map((line) => line.length))).toBeLessThan(160);
  });

  it('breaks its sentences to the width of a terminal, in Korean by its wide letters', () => {
    const [finding] = report.findings;
    for (const why of ['word '.repeat(60), '낱말 '.repeat(60)]) {
      const told = reportText({ ...report, findings: [{ ...finding!, why }] }, { width: 60 });
      const lines = told.split('\n').filter((line) => /word|낱말/.test(line));
      expect(lines.length).toBeGreaterThan(4);
      const letters = lines.map((line) => line.length + line.replaceAll(/[^가-힣]/g, '').length);
      expect(Math.max(...letters)).toBeLessThanOrEqual(60);
    }
  });

  it('is coloured where it is to be, and the same without its colours', () => {
    const coloured = reportText(report, { colour: true });
    expect(coloured).toContain('\u001B[31mhigh\u001B[0m');
    expect(stripVTControlCharacters(coloured)).toBe(reportText(report));
  });

  it('tells things that a rule says the same of together, and counts what is too many', () => {
    const [finding] = report.findings;
    const findings = Array.from({ length: 9 }, (_, at) => ({ ...finding!, key: `k${at}` }));
    const told = reportText({ ...report, findings });
    expect(told.split('Everybody on the way')).toHaveLength(2);
    expect(told).toContain('and 4 more');
  });

  it('marks what a baseline knows', () => {
    const baseline = new Set(report.findings.map(({ key }) => key));
    const told = reportText(report, { baseline });
    expect(told).toContain('Findings (1, 1 known before)');
    expect(told).toContain('  known before, high  It may');
  });
});
