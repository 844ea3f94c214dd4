import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/engine/report/report.js';
import type { TabStatus } from '../../../src/messaging/tab-status.js';
import { SiteInFront } from '../../../src/ui/store/site-in-front.js';
import { fixtureReport } from '../../fixtures/ui-report.js';

const report = fixtureReport(0);
const [shop, idp] = report.sites.map(({ site }) => site) as [string, string];
const shows = (site: string | null, scope: TabStatus['scope'] = 'recorded') =>
  ({ site, scope }) as TabStatus;

function front(site: string | null, told: Report | null = report) {
  const status = signal<TabStatus | null>(shows(site));
  const chosen = signal<string | null>(null);
  return { own: new SiteInFront(signal(told), status, chosen), chosen };
}

describe('the site in front', () => {
  it('is that of the address that the tab shows, however busy others are', () => {
    const { own } = front(idp);
    expect(own.name.value).toBe(idp);
    expect(own.verdict.value?.site).toBe(idp);
    expect(own.others.value.map(({ site }) => site)).not.toContain(idp);
    const about = own.standing.value.map((finding) => finding.about.site);
    expect(new Set(about).size).toBeLessThanOrEqual(1);
    expect(about.every((site) => site === idp)).toBe(true);
  });

  it('has no verdict where nothing of it identifies anybody, and does not borrow one', () => {
    const { own } = front('https://plain.test');
    expect(own.verdict.value).toBeUndefined();
    expect(own.standing.value).toEqual([]);
    expect(own.others.value).toHaveLength(report.sites.length);
  });

  it('is not judged where it is not recorded, whatever was recorded of it before', () => {
    const status = signal<TabStatus | null>(shows(shop, 'not-allowed'));
    const chosen = signal<string | null>(null);
    const own = new SiteInFront(signal<Report | null>(report), status, chosen);
    expect([own.verdict.value, own.standing.value]).toEqual([undefined, []]);
    chosen.value = idp;
    expect(own.verdict.value?.site).toBe(idp);
  });

  it('is another one where somebody puts it there', () => {
    const { own, chosen } = front(shop);
    chosen.value = idp;
    expect(own.name.value).toBe(idp);
    expect(own.others.value.map(({ site }) => site)).toContain(shop);
  });

  it('is the first of the report where no tab shows any', () => {
    expect(front(null).own.name.value).toBe(shop);
    expect(front(null, null).own.name.value).toBeUndefined();
  });
});
