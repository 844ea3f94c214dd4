import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { reportText } from '../../../../src/engine/report/formats/text.js';
import type { ReportPictureRow } from '../../../../src/engine/report/report-site.js';
import { report, credential } from '../../../support/told-report.js';

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
    expect(reportText(empty)).toBe(
      'Credentials: none in what was seen\n\nFindings: none in what was seen',
    );
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
});
