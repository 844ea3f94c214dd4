import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { useFixture } from './fixture-browser.js';

const open = useFixture();

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

describe('the focus, where what was pressed is gone', () => {
  it('goes to the screen, when another site is put in front', async () => {
    const page = await open({ screen: 'overview' });
    await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
    await page.focus('.other-sites button');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'screen-overview');
  });

  it('goes to the answer that deletes nothing, and back on Escape', async () => {
    const page = await open({ screen: 'settings', rows: 5 });
    await page.waitForSelector('.delete-all .button:enabled');
    await page.focus('.delete-all .button');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.delete-all .danger');
    expect(await focused(page)).toBe('Cancel');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('.delete-all .danger'));
    expect(await focused(page)).toBe('Delete everything now…');
  });
});
