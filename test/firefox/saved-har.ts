import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STORAGE_OF_PAGE } from '../../accuracy/record/storage-state.js';
import { settled } from '../../browser/settled.js';
import { type Demo, startDemo } from '../../demo/start.js';
import { visitInsecure } from '../../demo/visit.js';
import { analyze } from '../../src/library/index.js';
import { essence } from '../support/essence.js';
import type { UseLab } from './lab.js';

/** Hosts of the demo that are served over http. */
export const DEMO_HOSTS = ['insecure-shop.test', 'metrics.test'];

/** What Firefox's own Network tab saves of a visit, read as a file. */
export function savedHar(lab: UseLab): void {
  describe('the HAR file that the toolbox saves', () => {
    let demo: Demo;
    beforeAll(async () => {
      demo = await startDemo();
    });
    afterAll(() => demo.stop());

    it('says of the insecure demo what the panel says live', async () => {
      const { firefox } = lab();
      const page = await firefox.browser.newPage();
      await page.goto(`${demo.insecureUrl}/`);
      const address = page.url();
      await firefox.internals.openPanel(address);
      await firefox.internals.listen(address);
      await visitInsecure(page, demo);
      const tabId = await firefox.tabIdOf(page);
      const live = await settled(() => firefox.ask<'getReport'>({ type: 'getReport', tabId }));
      const har = await firefox.internals.savedHar(page.url());
      // Of what the page stores no such file knows.
      const cookies = await page.browserContext().cookies();
      const storage = { cookies, origins: [await page.evaluate(STORAGE_OF_PAGE)] };
      const recorded = await analyze(JSON.parse(har), { storage });
      expect(essence(recorded)).toEqual(essence(live));
      await firefox.internals.closeToolbox(page.url());
      await page.close();
    });
  });
}
