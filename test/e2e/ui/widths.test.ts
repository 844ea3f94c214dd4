import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { THOROUGH } from '../../support/thorough.js';
import { useFixture } from './fixture-browser.js';

const open = useFixture();

const SCREENS =
  `overview flow credentials requests storage findings compare settings scratchpad`.split(' ');
/** Longer lines are not found back to. */
const LONGEST_LINE = 1000;

/** Sentences that are wider than anybody reads; a list's cell is a line of its own kind. */
function tooWide(page: Page, longest: number): Promise<string[]> {
  return page.evaluate((limit) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest('.grid, svg')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const isWide = [...range.getClientRects()].some(({ width }) => width > limit);
      if (isWide) found.push(node.textContent ?? '');
    }
    return found;
  }, longest);
}

const isTooHigh = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollHeight > innerHeight);

describe.each(['en', 'ko'])('every screen, in %s', (lang) => {
  const faultsAt = async (width: number, height: number): Promise<string[]> => {
    const faults: string[] = [];
    const page = await open({ rows: 200, lang }, { width, height });
    for (const screen of SCREENS) {
      await page.click(`#tab-${screen}`);
      await page.waitForSelector(`#screen-${screen}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide !== width) faults.push(`${screen}: ${wide} wide`);
      if (await isTooHigh(page)) faults.push(`${screen}: too high`);
      for (const line of await tooWide(page, LONGEST_LINE)) faults.push(`${screen}: ${line}`);
    }
    return faults;
  };
  const STAYS = 'stays within %d × %d, with lines that can be read';
  it.each([[800, 400]])(STAYS, async (...size) => expect(await faultsAt(...size)).toEqual([]));
  it.each([
    [320, 600],
    [3840, 2160],
  ])(STAYS, THOROUGH, async (...size) => expect(await faultsAt(...size)).toEqual([]));
});

it.each(['en', 'ko'])('leaves a docked list of requests all rows but one, in %s', async (lang) => {
  const page = await open({ screen: 'requests', rows: 1_200, lang }, { width: 800, height: 400 });
  await page.waitForSelector('.grid-row');
  const height = await page.$eval('.bar', (bar) => bar.getBoundingClientRect().height);
  expect(height).toBeLessThan(32);
});

describe.each(['en', 'ko'])('the bar of the requests, in %s', (lang) => {
  it.each([
    [700, '', 32],
    [700, 'js', 32],
    [600, 'js', 60],
    [500, '', 60],
  ])('is in order at %d pixels, filtered by %j', async (width, filter, most) => {
    const page = await open({ screen: 'requests', rows: 1_200, lang }, { width, height: 400 });
    await page.waitForSelector('.grid-row');
    if (filter !== '') await page.type('[data-filter]', filter);
    const { height, rows } = await page.$eval('.bar', (bar) => ({
      height: bar.getBoundingClientRect().height,
      rows: new Set(
        [...bar.querySelectorAll('.toggle')].map((one) => one.getBoundingClientRect().top),
      ).size,
    }));
    expect([height < most, rows]).toEqual([true, 1]);
  });
});

describe.each(['en', 'ko'])('a list, in %s', (lang) => {
  const WORDS = {
    credentials: '.cell-role, .cell-state, .cell-carriers',
    requests: '.cell-type, .cell-method, .cell-status, .cell-sets .chip',
    storage: '.cell-credential',
  };

  const cutWords = async (width: number) => {
    const words: string[] = [];
    for (const [screen, cells] of Object.entries(WORDS)) {
      const page = await open({ screen, rows: 60, lang }, { width, height: 400 });
      await page.waitForSelector('.grid-row');
      const cut = await page.$$eval(cells, (all) =>
        all
          .filter((one) => one.scrollWidth > one.clientWidth && !one.textContent?.includes(','))
          .map((one) => one.textContent),
      );
      words.push(...cut.map((word) => `${screen}: ${word}`));
    }
    return words;
  };
  const ROOM = 'has room for each word of ours, %d wide';
  it.each([800])(ROOM, async (width) => expect(await cutWords(width)).toEqual([]));
  it.each([1200])(ROOM, THOROUGH, async (width) => expect(await cutWords(width)).toEqual([]));
});

describe.each(['en', 'ko'])('the findings on a narrow screen, in %s', (lang) => {
  it('keep their severities, titles and counts in one line, and all tools in two', async () => {
    const page = await open({ screen: 'findings', lang }, { width: 500, height: 350 });
    await page.waitForSelector('.group');
    const apart = await page.$$eval('.group > summary', (all) =>
      all
        .filter((one) => {
          const [title, count] = ['.title', '.count'].map((at) =>
            one.querySelector(at)?.getBoundingClientRect(),
          );
          return count && title && count.top > title.bottom;
        })
        .map((one) => one.textContent),
    );
    expect(apart).toEqual([]);
    expect(await page.$eval('.bar', (bar) => bar.clientHeight)).toBeLessThan(64);
  });
});

describe('on a wide screen', () => {
  const WIDE = { width: 3840, height: 2160 };

  it('what a detail tells stands beside its name', async () => {
    const page = await open({ screen: 'credentials' }, WIDE);
    await (await page.waitForSelector('.grid-row'))!.click();
    await page.waitForSelector('aside .properties th');
    const names = await page.$$eval('aside .properties:not(.pairs, .jwt-members) th', (cells) =>
      cells.map((cell) => cell.getBoundingClientRect().width),
    );
    expect(Math.max(...names)).toBeLessThan(200);
    expect(await tooWide(page, LONGEST_LINE)).toEqual([]);
  });

  it('a finding is read without crossing the screen', async () => {
    const page = await open({ screen: 'findings' }, WIDE);
    await (await page.waitForSelector('.group summary'))!.click();
    await page.waitForSelector('.group[open] .finding-body');
    const right = await page.$eval('.group .rule-id', (id) => id.getBoundingClientRect().right);
    expect(right).toBeLessThan(1200);
    expect(await tooWide(page, LONGEST_LINE)).toEqual([]);
  });
});
