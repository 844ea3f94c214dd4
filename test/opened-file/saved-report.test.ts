import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/engine/judging.js';
import type { Report } from '../../src/engine/report/report.js';
import { loginHar } from '../support/har-file.js';
import { opened, file, tabId } from './opened.js';

describe('a saved report', () => {
  async function saved(): Promise<Report> {
    const { ask } = await opened(file('a.har', loginHar()));
    return ask({ type: 'getReport', tabId });
  }
  const reopened = async (report: unknown) =>
    opened(file('credtrail-shop.test.json', JSON.stringify(report)));

  it('is shown as it was saved', async () => {
    const report = await saved();
    const { told, ask } = await reopened(report);
    expect(told.at(-1)).toEqual({ type: 'opened', holds: 'report' });
    expect(await ask({ type: 'getReport', tabId })).toEqual(report);
    expect(await ask({ type: 'getStatus', tabId })).toMatchObject({
      site: 'https://shop.test',
      requests: 3,
      loaded: true,
    });
  });

  it('lists the requests that it names, with what they carried', async () => {
    const report = await saved();
    const { ask } = await reopened(report);
    const { rows } = await ask({ type: 'getRequests', tabId, since: 0 });
    const named = new Set(report.events.flatMap(({ exchange }) => exchange?.id ?? []));
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining([...named]));
    expect(rows.some(({ set }) => set.includes(report.credentials[0]!.id))).toBe(true);
    expect(rows.some(({ carried }) => carried.includes(report.credentials[0]!.id))).toBe(true);
    expect(rows.map(({ startedAt }) => startedAt)).toEqual(
      rows.map(({ startedAt }) => startedAt).toSorted((a, b) => a - b),
    );
    const detail = await ask({ type: 'getRequest', tabId, id: rows[0]!.id });
    expect(detail?.row).toEqual(rows[0]);
    expect(await ask({ type: 'getRequests', tabId, since: 1 })).toMatchObject({ rows: [] });
  });

  it('has no values to show', async () => {
    const { ask } = await reopened(await saved());
    const what = { credentialId: 'c1' };
    expect(await ask({ type: 'reveal', tabId, what })).toBeNull();
    expect(await ask({ type: 'getStorage', tabId })).toEqual({ areas: [] });
    expect(await ask({ type: 'getRawRequest', tabId, id: 'x' })).toBeNull();
    expect(await ask({ type: 'getHar', tabId })).toBeNull();
  });

  it('takes what is accepted meanwhile', async () => {
    const { ask } = await reopened(await saved());
    const [finding] = (await ask({ type: 'getReport', tabId })).findings;
    const { ruleId, key, about } = finding!;
    const suppression = { ruleId, key, site: about.site, reason: 'known' };
    const settings = { ...DEFAULT_SETTINGS, suppressions: [suppression] };
    const { findings } = await ask({ type: 'getReport', tabId }, settings);
    expect(findings[0]?.suppressed).toBe('known');
  });

  it('says where it is not as this version writes it', async () => {
    const report = await saved();
    const { told } = await reopened({ ...report, credentials: [{ id: 3 }] });
    const fault = told.at(-1);
    expect(fault).toMatchObject({ type: 'fault', fault: 'report' });
    expect(fault?.type === 'fault' && fault.detail).toMatch(/^\/credentials\/0/);
    expect((await reopened({ ...report, schemaVersion: 1 })).told.at(-1)).toMatchObject({
      fault: 'report',
      detail: '/schemaVersion',
    });
  });

  it('is opened alone', async () => {
    const report = JSON.stringify(await saved());
    const { told } = await opened(file('a.har', loginHar()), file('report.json', report));
    expect(told.at(-1)).toEqual({ type: 'fault', fault: 'mixed', name: 'report.json' });
  });
});
