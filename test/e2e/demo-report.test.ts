import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCertificate } from '../../accuracy/support/serve.js';
import { type Demo, startDemo } from '../../demo/start.js';
import { logOut, visitInsecure, visitSound } from '../../demo/visit.js';
import { CREDENTIALS, HARMLESS, SEEDED, WHOLE_SHOP } from '../../demo/weaknesses.js';
import { settled } from '../../browser/settled.js';
import type { Report } from '../../src/engine/report/report.js';
import type { ReportCredential } from '../../src/engine/report/report-credential.js';
import { useExtension } from '../support/extension.js';
import { schemaErrors } from '../support/report-schema.js';

const moments = (report: Report) =>
  report.events.filter((e) => ['login', 'logout', 'session-lost'].includes(e.type));

/** What `getReport` says of the demo, without DevTools: what any user of the popup gets. */
describe('the report on the demo', () => {
  let demo: Demo;
  const extension = useExtension(async () => {
    demo = await startDemo(await testCertificate());
  });
  afterAll(() => demo.stop());

  const reportAfter = async (
    visit: (page: Awaited<ReturnType<typeof newPage>>) => Promise<unknown>,
  ) => {
    const page = await newPage();
    await visit(page);
    const tabId = await extension().tabIdOf(page);
    return settled(() => extension().ask({ type: 'getReport', tabId }));
  };
  const newPage = () => extension().browser.newPage();

  describe('of the insecure shop', () => {
    let report: Report;
    let page: Awaited<ReturnType<typeof newPage>>;
    beforeAll(async () => {
      report = await reportAfter((visited) => {
        page = visited;
        return visitInsecure(visited, demo);
      });
    });

    const find = (label: string): ReportCredential[] => {
      const wanted = CREDENTIALS[label]!;
      return report.credentials.filter(
        (c) => wanted.names.includes(c.name) && c.role === wanted.role,
      );
    };

    it('fits the schema and has no rule failure', () => {
      expect(schemaErrors(report)).toEqual([]);
      expect(report.ruleFailures).toEqual([]);
    });

    it('has the session cookie and both tokens', () => {
      expect(find('connect.sid')).toMatchObject([{ role: 'session', carrier: 'cookie' }]);
      for (const label of ['access_token', 'refresh_token']) {
        const [token, ...more] = find(label);
        expect(more).toEqual([]);
        expect(token).toMatchObject({
          format: 'jwt',
          carriers: expect.arrayContaining(['localStorage', 'header']),
        });
      }
    });

    it('has every credential in its true role', () => {
      for (const [label, { role }] of Object.entries(CREDENTIALS)) {
        expect([label, find(label).map((c) => c.role)]).toEqual([label, [role]]);
      }
    });

    it('shows each seeded weakness exactly once, and nothing else', () => {
      const labelOf = (id: string | null) => {
        if (id === null) return WHOLE_SHOP;
        const credential = report.credentials.find((c) => c.id === id)!;
        const label = Object.keys(CREDENTIALS).find((key) => find(key).includes(credential));
        return label ?? `${credential.name} (${credential.role})`;
      };
      const seen = report.findings.map((f) => `${f.ruleId} ${labelOf(f.credentialId)}`);
      expect(seen.toSorted()).toEqual(SEEDED.map((w) => `${w.ruleId} ${w.credential}`).toSorted());
    });

    it('lets harmless cookies be', () => {
      const harmless = report.credentials.filter((c) => HARMLESS.includes(c.name));
      expect(harmless.map((c) => c.name).toSorted()).toEqual(HARMLESS.toSorted());
      expect(report.findings.filter((f) => harmless.some((c) => c.id === f.credentialId))).toEqual(
        [],
      );
    });

    it('calls it a hybrid and gives the worst grade', () => {
      expect(report.sites[0]).toMatchObject({
        site: 'http://insecure-shop.test',
        mechanism: 'hybrid',
        grade: 'F',
      });
    });

    it('saw the login', () => {
      expect(moments(report)).toMatchObject([{ type: 'login', site: 'http://insecure-shop.test' }]);
    });

    it('reads the same after the logout', async () => {
      const told = ({ findings, sites }: Report) => ({
        findings: findings
          .filter(({ ruleId }) => ruleId !== 'logout-keeps-storage')
          .map(({ key, severity }) => `${severity} ${key}`)
          .toSorted(),
        site: [sites[0]?.mechanism, sites[0]?.grade, sites[0]?.score],
      });
      await logOut(page, demo);
      const tabId = await extension().tabIdOf(page);
      const after = await settled(() => extension().ask({ type: 'getReport', tabId }));
      expect(moments(after).map((e) => e.type)).toEqual(['login', 'logout']);
      // Of the logout itself one thing is wrong: it leaves the tokens where scripts find them.
      expect(after.findings.map(({ ruleId }) => ruleId)).toContain('logout-keeps-storage');
      expect(told(after)).toEqual(told(report));
    });
  });

  describe('of the sound shop', () => {
    it('has no finding above info, during the visit and after the logout', async () => {
      const page = await newPage();
      await visitSound(page, demo);
      const tabId = await extension().tabIdOf(page);
      const report = await settled(() => extension().ask({ type: 'getReport', tabId }));
      expect(report.findings.filter((f) => f.severity !== 'info')).toEqual([]);
      expect(report.sites[0]).toMatchObject({
        site: 'https://sound-shop.test',
        mechanism: 'hybrid',
        grade: 'A',
        unknown: ['a logout, and what it ends'],
      });
      const roles = report.credentials.map((c) => [c.name, c.role]);
      expect(roles).toEqual(
        expect.arrayContaining([
          ['__Host-sid', 'session'],
          ['__Host-refresh', 'refresh-token'],
          ['authorization', 'access-token'],
        ]),
      );
      await logOut(page, demo);
      const after = await settled(() => extension().ask({ type: 'getReport', tabId }));
      expect(after.findings.filter((f) => f.severity !== 'info')).toEqual([]);
      expect(moments(after).map((e) => e.type)).toEqual(['login', 'logout']);
    });
  });
});
