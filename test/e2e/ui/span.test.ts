import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { shown } from '../../../browser/shown.js';
import { ASIDE, SCREENS } from '../../../src/ui/navigation/place.js';
import { useFixture } from './fixture-browser.js';
import { selectByKeys } from './span-selection.js';

const open = useFixture();
const note = (page: Page) =>
  page.$eval('.span-line', (one) => one.querySelector('.span-note')?.textContent ?? '');
const count = (page: Page, tab: string) =>
  page.$eval(`#tab-${tab}`, (one) => Number(one.querySelector('.count')?.textContent ?? 0));
const show = async (page: Page, screen: string) => {
  await page.click(`#tab-${screen}`);
  await page.waitForSelector(`#screen-${screen}`);
};
const noLine = (page: Page) =>
  page.waitForFunction(() => document.querySelector('.span-line') === null);

/** Everything before the refresh, five minutes before the end of the visit. */
async function early(query: Record<string, string | number> = {}): Promise<Page> {
  const page = await open({ screen: 'flow', rows: 5000, ...query });
  await selectByKeys(page, 'Home', 3);
  return page;
}

describe('a stretch of time that is selected on the strip', () => {
  it('is told on every screen, with what it leaves out', async () => {
    const page = await early();
    const said: Record<string, string | null> = {};
    for (const screen of [...SCREENS, ...ASIDE]) {
      await show(page, screen);
      await page.waitForSelector('.span-line');
      said[screen] = await note(page);
    }
    expect(said).toEqual({
      overview: 'The verdict is of the whole recording',
      flow: expect.stringMatching(/^\d+ of 20 steps left out$/),
      credentials: expect.stringMatching(/^(\d+ of 16 left out|Nothing is left out)$/),
      requests: expect.stringMatching(/^4,9\d\d of 5,000 left out$/),
      storage: 'Storage has no times: all of it is shown',
      findings: expect.stringMatching(/left out$/),
      compare: 'A comparison is of its own two moments',
      settings: '',
      scratchpad: '',
    });
  });

  it('is what lists and their tabs count, until all is shown again', async () => {
    const page = await open({ screen: 'flow', rows: 5000 });
    const tabs = ['credentials', 'findings', 'requests'];
    const counts = () => Promise.all(tabs.map((tab) => count(page, tab)));
    const before = await counts();
    await selectByKeys(page, 'End', 1, 'ArrowLeft');
    await page.waitForFunction(
      (all) => Number(document.querySelector('#tab-credentials .count')?.textContent ?? 0) < all,
      {},
      before[0]!,
    );
    expect((await counts()).slice(1)).toEqual([0, 0]);
    await show(page, 'credentials');
    expect(await page.$$eval('.grid-row', (rows) => rows.length)).toBeLessThan(16);
    await show(page, 'findings');
    await shown(page, '.nothing-matches ::-p-text(selected stretch)');
    await (await page.waitForSelector('.span-line button'))!.click();
    await noLine(page);
    await page.waitForSelector('.group');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('screen-findings');
    expect(await counts()).toEqual(before);
  });

  it('leaves the picture, the moments outside of it as a note, other logins folded', async () => {
    const page = await open({ screen: 'flow', rows: 100 });
    await selectByKeys(page, 'End', 1, 'ArrowLeft');
    await shown(page, '.moments-outside ::-p-text(Login)');
    expect(await page.$$eval('.picture-row', (rows) => rows.length)).toBeLessThan(6);
    await page.waitForSelector('.flows-outside:not([open])');
    await page.click('.flows-outside summary');
    await page.waitForSelector('.flows-outside[open] .flows li');
    await page.click('.moments-outside button');
    await page.waitForSelector('#screen-requests');
    await noLine(page);
    await page.click('[aria-label^="Back"]');
    await page.waitForSelector('#screen-flow');
    await page.waitForSelector('.span-line');
  });

  it('ends by Escape on the strip, and Back brings it again', async () => {
    const page = await early();
    await page.waitForSelector('.strip-span');
    const whole = await page.$eval('.strip-time', (strip) => strip.getAttribute('aria-valuetext'));
    expect(whole).toMatch(/ · Only \d\d:\d\d:\d\d – \d\d:\d\d:\d\d$/);
    await page.keyboard.press('Escape');
    await noLine(page);
    expect(await page.$('.strip-span')).toBeNull();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('strip-time');
    await page.click('[aria-label^="Back"]');
    await page.waitForSelector('.span-line');
    await page.waitForSelector('.strip-span');
    await page.click('[aria-label^="Back"]');
    await noLine(page);
  });

  it('filters the requests beside what is written, also another stretch by hand', async () => {
    const page = await early();
    await page.keyboard.press('Enter');
    await page.waitForSelector('#screen-requests .grid-row');
    expect(await page.$eval('[data-filter]', (one) => (one as HTMLInputElement).value)).toBe('');
    await page.type('[data-filter]', 'method:post');
    await page.waitForFunction(() =>
      /^1 of \d\d$/.test(document.querySelector('.bar [role=status]')?.textContent ?? ''),
    );
    await page.click('[data-filter]', { count: 3 });
    await page.keyboard.type('during:00:00:00-23:59:59');
    await page.waitForFunction(() => {
      const [, rows, all] =
        /^(\d+) of (\d+)/.exec(document.querySelector('.bar [role=status]')?.textContent ?? '') ??
        [];
      return rows !== undefined && rows === all;
    });
    await page.click('[data-filter]', { count: 3 });
    await page.keyboard.type('nothing-has-this-name');
    await shown(page, '.nothing-matches ::-p-text(Clear)');
    await page.waitForSelector('.span-line');
  });

  it('is one line at 800 pixels and fits 320', async () => {
    const page = await early();
    await page.setViewport({ width: 800, height: 400 });
    const height = () => page.$eval('.span-line', (line) => line.getBoundingClientRect().height);
    for (const screen of ['flow', 'findings', 'storage', 'compare']) {
      await show(page, screen);
      expect(await height()).toBeLessThan(28);
    }
    await page.setViewport({ width: 320, height: 400 });
    expect(await page.$eval('.span-line', (one) => one.scrollWidth <= one.clientWidth)).toBe(true);
  });
});
