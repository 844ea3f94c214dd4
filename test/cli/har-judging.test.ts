import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/engine/report/report.js';
import { credtrail, HAR, ownFolder, reporting, sid } from './command.js';

const { file } = ownFolder('har-judging');

describe('credtrail har', () => {
  const har = file('visit.har', HAR);
  const report = reporting(har);

  it('fails on findings at or above a severity', async () => {
    expect((await credtrail('har', har, '--fail-on', 'high')).status).toBe(1);
    expect((await credtrail('har', har, '--fail-on', 'critical')).status).toBe(0);
  });

  it('judges by the settings of a file, and does not fail on what was accepted', async () => {
    const accepting = (...ruleIds: string[]) => {
      const suppressions = ruleIds.map((ruleId) => ({
        ruleId,
        site: 'https://shop.test',
        reason: 'a lesson',
      }));
      const settings = { disabledRules: ['cookie-missing-samesite'], suppressions, thresholds: {} };
      return ['--settings', file('settings.json', JSON.stringify(settings))];
    };
    const high = (await report()).findings
      .filter(({ severity }) => severity === 'high')
      .map(({ ruleId }) => ruleId);
    expect(high.length).toBeGreaterThan(0);
    const given = await report(...accepting(...high));
    expect(given.rulesOff.map(({ id }) => id)).toEqual(['cookie-missing-samesite']);
    expect(given.findings.filter(({ suppressed }) => suppressed === 'a lesson')).toHaveLength(
      high.length,
    );
    expect((await credtrail('har', har, '--fail-on', 'high', ...accepting(...high))).status).toBe(
      0,
    );
    expect((await credtrail('har', har, '--fail-on', 'high', ...accepting())).status).toBe(1);
  });

  it('judges as of another moment', async () => {
    const expiring = file(
      'expiring.har',
      HAR.replace(`PHPSESSID=${sid}; Path=/`, `PHPSESSID=${sid}; Path=/; Max-Age=60`),
    );
    const events = async (now: string) => {
      const { events: told } = await reporting(expiring)('--now', now);
      return told.map(({ type }) => type);
    };
    expect(await events('2026-01-01T00:00:30Z')).not.toContain('expired');
    expect(await events('2026-01-01T00:02:00Z')).toContain('expired');
  });

  it('fails only on what a baseline does not have', async () => {
    const whole = (await credtrail('har', har, '--format', 'json')).stdout;
    const { findings, ...rest } = JSON.parse(whole) as Report;
    const before = file('before.json', whole);
    const less = file('less.json', JSON.stringify({ ...rest, findings: findings.slice(1) }));
    const failing = async (...args: string[]) => (await credtrail('har', har, ...args)).status;
    expect(await failing('--baseline', before)).toBe(0);
    expect(await failing('--fail-on', 'info', '--baseline', before)).toBe(0);
    expect(await failing('--baseline', less)).toBe(1);
    expect(await failing('--fail-on', 'critical', '--baseline', less)).toBe(0);
    expect(await credtrail('har', har, '--baseline', har)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('visit.har: no report of Credtrail'),
    });
  });
});
