import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { useFixture } from './fixture-browser.js';

const open = useFixture();
const text = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.textContent ?? '');

describe('a filter', () => {
  it.each([
    ['credentials', 'session', '.cell-name'],
    ['requests', 'acc', '.cell-name'],
    ['storage', 'sess', '.cell-key'],
    ['findings', 'cookie', '.group .title'],
  ])(
    'of %s says that nothing matches, clears, and marks what it finds',
    async (screen, word, at) => {
      const page = await open({ screen, rows: 60 });
      await page.type('[data-filter]', 'zzzz');
      const clear = await page.waitForSelector('.nothing-matches button');
      await clear!.click();
      await page.waitForSelector(at);
      expect(await page.$eval('[data-filter]', (one) => (one as HTMLInputElement).value)).toBe('');
      expect(await page.$('mark')).toBeNull();
      await page.type('[data-filter]', word);
      const mark = await page.waitForSelector(`${at} mark`);
      expect((await mark!.evaluate(({ textContent }) => textContent)).toLowerCase()).toBe(word);
    },
  );

  it('of findings gives the severities back, too', async () => {
    const page = await open({ screen: 'findings' });
    await page.click('.toggle');
    await page.type('[data-filter]', 'zzzz');
    await (await page.waitForSelector('.nothing-matches button'))!.click();
    await page.waitForSelector('.group');
    expect(await page.$('.toggle[aria-pressed=true]')).toBeNull();
  });
});

describe('the signs of a list', () => {
  it('are told by a legend that Escape closes', async () => {
    const page = await open({ screen: 'credentials' });
    await page.click('.legend-button');
    const legend = await page.waitForSelector('.signs:popover-open');
    const told = await legend!.evaluate(({ textContent }) => textContent);
    for (const said of ['critical', 'HttpOnly is set', 'Secure is missing', 'SameSite=None'])
      expect(told).toContain(said);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('.signs:popover-open') === null);
  });

  it('stand before the words of what is worst, and count the rest at every width', async () => {
    for (const width of [1200, 800, 400]) {
      const page = await open({ screen: 'requests', rows: 60 }, { width, height: 400 });
      await page.waitForSelector('.cell-carried .chips');
      const cut = await page.$$eval('.cell-carried .chips, .cell-sets .chips', (all) =>
        all
          .filter((chips) => chips.scrollWidth > chips.clientWidth + 1)
          .map((one) => one.outerHTML),
      );
      expect(cut).toEqual([]);
      const told = await page.$$eval('.cell-carried .chips', (all) =>
        all.map((one) => (one as HTMLElement).innerText.replaceAll(/\s+/g, ' ')),
      );
      expect(told.some((one) => /\+\d/.test(one))).toBe(true);
    }
  });
});

describe('findings by what they are about', () => {
  it('stand under the credential with its one line, stay so, and give way to a jump', async () => {
    const page = await open({ screen: 'findings' });
    await page.waitForSelector('.group');
    await page.select('.bar select', 'subject');
    await page.waitForSelector('.group .role-identity');
    const [group] = await page.$$('.group:has(.role-identity)');
    await (await group!.$('summary'))!.click();
    await page.waitForSelector('.group[open] .cookie-line');
    expect(await page.$$('.group[open] .cookie-line ins')).not.toHaveLength(0);
    await page.reload();
    await page.waitForSelector('.group .role-identity');
    await page.click('#tab-overview');
    await (await page.waitForSelector('.worst button'))!.click();
    await page.waitForSelector('.group[open] .rule-id');
    // The list alone is scrolled to it, nothing around it.
    const moved = await page.evaluate(() =>
      [
        document.documentElement,
        document.body,
        ...document.querySelectorAll('.panel, .screen'),
      ].map(({ scrollTop }) => scrollTop),
    );
    expect(new Set(moved)).toEqual(new Set([0]));
  });

  it('are handed on one by one', async () => {
    const page = await open({ screen: 'findings' });
    await page.evaluate(() => {
      const writeText = async (copied: string) => void Object.assign(window, { copied });
      Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
    });
    await (await page.waitForSelector('.group summary'))!.click();
    await (await page.waitForSelector('.group[open] .finding-actions [aria-haspopup]'))!.click();
    await (await page.waitForSelector('[role=menuitem]'))!.click();
    await page.waitForFunction(() => 'copied' in window);
    const copied = await page.evaluate(() => (window as unknown as { copied: string }).copied);
    expect(copied).toContain(`### ${await text(page, '.group .title')}`);
    expect(copied).toContain('**What to change**');
    expect(await text(page, '.toast')).toContain('Markdown');
  });
});

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
    const before = await text(page, '.detail-head');
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
    const page = await open({ screen: 'credentials' });
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
