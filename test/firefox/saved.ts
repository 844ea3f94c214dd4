import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { untilTrue } from '../../browser/firefox-browser.js';
import { settled } from '../../browser/settled.js';
import { startDemo } from '../../demo/start.js';
import { visitInsecure } from '../../demo/visit.js';
import { readHar } from '../../src/engine/normalize/har.js';
import { readStorageState } from '../../src/engine/normalize/storage-state.js';
import { Analysis } from '../../src/engine/pipeline/analyze.js';
import { essence } from '../support/essence.js';
import type { UseLab } from './lab.js';

const STORED = `Object.entries(localStorage).map(([name, value]) => ({ name, value }))`;

/** Web storage of the page's origin, as Playwright writes it. A file of requests cannot know that. */
async function stored(page: Page): Promise<unknown> {
  const localStorage = await page.evaluate(STORED);
  return { cookies: [], origins: [{ origin: new URL(page.url()).origin, localStorage }] };
}

/** What Firefox's own Network panel saves is as good as having looked. */
export function saved(lab: UseLab): void {
  it('says the same of a HAR file from Firefox’s toolbox as the panel says live', async () => {
    const { firefox } = lab();
    const demo = await startDemo();
    const hosts = [demo.insecureUrl, demo.metricsUrl].map((url) => new URL(url).hostname);
    await firefox.internals.resolveHere(hosts.join());
    await firefox.internals.keepNetworkLog();
    const page = await firefox.browser.newPage();
    try {
      await page.goto(`${demo.insecureUrl}/favicon.ico`);
      await firefox.internals.openPanel(page.url());
      const tabId = await firefox.tabIdOf(page);
      const live = () => firefox.ask<'getReport'>({ type: 'getReport', tabId });
      await visitInsecure(page, demo, () =>
        untilTrue('the token of the body', async () =>
          (await live()).events.some(({ type }) => type === 'issued'),
        ),
      );
      const watched = await settled(live);
      const { exchanges } = readHar(await firefox.internals.savedHar(page.url()));
      const analysis = new Analysis();
      for (const exchange of exchanges) analysis.addExchange(exchange);
      const at = Math.max(...exchanges.map(({ startedAt }) => startedAt));
      for (const snapshot of readStorageState(await stored(page), at).snapshots)
        analysis.addSnapshot(snapshot);
      const source = { kind: 'har', url: page.url(), dropped: 0 } as const;
      expect(essence(analysis.report({ source, version: '0' }))).toEqual(essence(watched));
    } finally {
      await firefox.internals.closeToolbox(page.url());
      await page.close();
      await demo.stop();
    }
  });
}
