import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { useFixture } from './fixture-browser.js';
import { textOf } from './texts.js';

const open = useFixture();

describe('a detail', () => {
  const openFirst = async (page: Page) => {
    await (await page.waitForSelector('.grid-row'))!.click();
    await page.waitForSelector('.split-detail .detail-head');
  };

  it('keeps its name and its button in view, and how sure it is leads to why', async () => {
    const page = await open({ screen: 'credentials' }, { width: 800, height: 400 });
    await openFirst(page);
    await page.click('.detail-head .link');
    await page.waitForFunction(() => document.querySelector('.split-detail')!.scrollTop > 0);
    const places = await page.evaluate(() => {
      const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
      const [pane, head, close, why] = [
        '.split-detail',
        '.detail-head',
        '.split-detail .close',
        '[data-section=evidence]',
      ].map(box);
      return {
        head: head!.top - pane!.top,
        close: close!.top - pane!.top,
        isSeen: why!.top >= head!.bottom - 2 && why!.top < pane!.bottom,
      };
    });
    expect(places.head).toBeCloseTo(0, 0);
    expect(places.close).toBeLessThan(6);
    expect(places.isSeen).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
  });

  it('folds by key, and the next one is folded, too', async () => {
    const page = await open({ screen: 'credentials' });
    await openFirst(page);
    await page.focus('[data-section=facts] > summary');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-section=facts]:not([open])');
    await page.focus('[role=grid]');
    const before = await textOf(page, '.detail-head');
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(
      (name) => document.querySelector('.detail-head')?.textContent !== name,
      {},
      before,
    );
    // A browser tells that it was folded a moment after it did so.
    await page.waitForSelector('[data-section=facts]:not([open])');
    expect(await page.$('[data-section=findings][open]')).not.toBeNull();
    await page.reload();
    await page.waitForSelector('.grid-row');
    await openFirst(page);
    expect(await page.$('[data-section=facts]:not([open])')).not.toBeNull();
  });
});

describe('little room', () => {
  const SCREENS = ['credentials', 'requests', 'storage'] as const;
  // At 200 %, one row is too short for all of it; severities and order have one of their own.
  it.each([
    ...SCREENS.map((screen) => [screen, 'one row', 700, 28] as const),
    ...SCREENS.map((screen) => [screen, 'two rows', 400, 54] as const),
    ['findings', 'two rows', 700, 54] as const,
    ['findings', 'three rows', 400, 78] as const,
  ])(
    'leaves tools, tabs and the filter of %s %s at a width of %i',
    async (screen, _, width, most) => {
      const page = await open({ screen, rows: 60 }, { width, height: 200 });
      await page.waitForSelector('[data-filter]');
      const tops = await page.$$eval(
        '.record-sign, [role=tab][aria-selected=true], [data-filter]',
        (all) =>
          all.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom]),
      );
      expect(tops).toHaveLength(3);
      for (const [top, bottom] of tops) {
        expect(top).toBeGreaterThanOrEqual(0);
        expect(bottom).toBeLessThanOrEqual(most);
      }
    },
  );

  it('scrolls the tabs to the one that is shown, and shades the end beyond which there are more', async () => {
    for (const screen of ['findings', 'overview'] as const) {
      const page = await open({ screen, rows: 5 }, { width: 320, height: 480 });
      await page.waitForFunction(() => {
        const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
        const [tabs, tab] = [box('.tabs'), box('[role=tab][aria-selected=true]')];
        return tab.left >= tabs.left && tab.right <= tabs.right;
      });
      const look = await page.$eval('.tabs', (tabs) => ({
        scrolls: tabs.scrollWidth > tabs.clientWidth,
        shades: getComputedStyle(tabs).backgroundAttachment.split(',').length,
      }));
      expect(look).toEqual({ scrolls: true, shades: 4 });
    }
  });
});

describe('forced colours', () => {
  it('show what is chosen: the tab, the row, the toggle', async () => {
    const page = await open({ screen: 'credentials' }, { alone: true });
    const client = await page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
    await (await page.waitForSelector('.grid-row'))!.click();
    await page.waitForSelector('.grid-row[aria-selected=true]');
    const ground = (selector: string) =>
      page.$eval(selector, (one) => getComputedStyle(one).backgroundColor);
    expect(await ground('.grid-row[aria-selected=true]')).not.toBe(
      await ground('.grid-row[aria-selected=false]'),
    );
    const chosen = await ground('[role=tab][aria-selected=true]');
    expect(chosen).not.toBe(await ground('[role=tab][aria-selected=false]'));
    // As well while the pointer is on it.
    await page.click('#tab-storage');
    await page.click('.sidebar button');
    expect(await ground('.sidebar [aria-current=true]')).toBe(chosen);
    await page.click('#tab-findings');
    expect(await ground('[role=tab][aria-selected=true]')).toBe(chosen);
    await (await page.waitForSelector('.toggle'))!.click();
    await page.waitForSelector('.toggle[aria-pressed=true]');
    expect(await ground('.toggle[aria-pressed=true]')).not.toBe(
      await ground('.toggle[aria-pressed=false]'),
    );
  });
});
