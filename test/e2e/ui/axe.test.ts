import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { clickOn } from '../../../browser/shown.js';
import { THOROUGH } from '../../support/thorough.js';
import { useFixture } from './fixture-browser.js';
import { selectByKeys } from './span-selection.js';
import { VIEWS } from './access-acts.js';

const open = useFixture();

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const SHOWN = '.verdict, .picture, .comparison, .grid-row, .group, .limits, .scratchpad';

/** Everything that axe finds at what is shown, by its rule. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations: found } = (await page.evaluate('axe.run()')) as AxeResults;
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

const ofEachScreen = (theme: string) => {
  it.each(VIEWS)('finds nothing at %s', async (screen) => {
    const page = await open({ theme, rows: 60 });
    await page.click(`#tab-${screen}`);
    await page.waitForSelector(`#screen-${screen}`);
    await page.waitForSelector(SHOWN);
    const [row] = await page.$$('.grid-row');
    await row?.click();
    if (row) await page.waitForSelector('.split-detail');
    await (await page.$('.scratchpad .button'))?.click();
    await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
    expect(await violations(page)).toEqual([]);
  });

  it('finds nothing on any screen while a stretch of time is selected', THOROUGH, async () => {
    const page = await open({ theme, rows: 60, screen: 'flow' });
    await selectByKeys(page, 'End', 1, 'ArrowLeft');
    for (const screen of VIEWS) {
      await page.click(`#tab-${screen}`);
      await page.waitForSelector(`#screen-${screen}`);
      await page.waitForSelector('.span-line');
      expect(await violations(page)).toEqual([]);
    }
  });

  it('finds nothing at a body, nor at records that are added or cannot be edited', async () => {
    const page = await open({ theme, rows: 5, screen: 'requests' });
    await page.evaluate(() => {
      const body = { url: '', mimeType: 'text/html', text: '<p>' };
      window.fixture.seenBody = async () => body;
    });
    await (await page.waitForSelector('.grid-row'))!.click();
    await clickOn(page, 'aside .copy-as ::-p-text(Response body)');
    await (await page.waitForSelector('.body-find input'))!.type('one');
    await page.waitForSelector('.seen-body .current');
    expect(await violations(page)).toEqual([]);
    await page.click('#tab-storage');
    await (await page.waitForSelector('.sidebar [aria-label="IndexedDB"] button'))!.click();
    await page.click('[aria-label="Add an entry"]');
    await page.waitForSelector('.entry-form select');
    expect(await violations(page)).toEqual([]);
    await page.click('.entry-form [type=button]');
    await page.click('.grid-row:nth-child(2)');
    await page.click('[aria-label="Edit the entry"]');
    await page.waitForSelector('.entry-form .notice');
    expect(await violations(page)).toEqual([]);
  });

  it('finds nothing at the popup', async () => {
    const page = await open({ theme, view: 'popup', rows: 5 }, { width: 400, height: 500 });
    await page.waitForSelector('.verdict');
    expect(await violations(page)).toEqual([]);
  });
};

describe.each(['light'])('axe, %s', (theme) => {
  ofEachScreen(theme);
});
describe.each(['dark'])('axe, %s', THOROUGH, (theme) => {
  ofEachScreen(theme);
});
