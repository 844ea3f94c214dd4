import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { clickOn } from '../../../browser/shown.js';
import { useFixture } from './fixture-browser.js';
import { show } from './panel-acts.js';
import { shownTextOf } from './texts.js';

const open = useFixture();

const selectedRow = (page: Page): Promise<string> =>
  page.$eval('.grid-row[aria-selected=true]', (row) => row.id.replace(/^.*-/, ''));

describe('the requests', () => {
  const placed = (page: Page) =>
    page.$eval('[role=grid]', (grid) => ({
      top: grid.scrollTop,
      end: grid.scrollHeight - grid.clientHeight,
    }));

  it('are filtered as they are typed', async () => {
    const page = await open({ rows: 200 });
    await show(page, 'requests');
    await page.type('.filter-box input', 'sets:session');
    await page.waitForFunction(() => document.querySelectorAll('.grid-row').length === 1);
    expect(await shownTextOf(page, '.grid-row')).toContain('/login');
    expect(await shownTextOf(page, '.bar [role=status]')).toBe('1 of 200');
    // The first one closes what is offered.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelectorAll('.grid-row').length > 1);
    await page.click('.filter-words .toggle:nth-child(2)');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('.filter-box input')?.value === 'has:jwt',
    );
    await page.waitForFunction(
      () => document.querySelector('.bar [role=status]')?.textContent === '67 of 200',
    );
  });

  it('draw less than 100 rows of 100,000, wherever they are scrolled to', async () => {
    const page = await open({ rows: 100_000 });
    await show(page, 'requests');
    await page.waitForSelector('[aria-rowcount="100001"]');
    for (const part of [0, 0.37, 1]) {
      const drawn = await page.$eval(
        '[role=grid]',
        async (grid, share) => {
          grid.scrollTop = (grid.scrollHeight - grid.clientHeight) * share;
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
          const box = grid.getBoundingClientRect();
          const row = document.elementFromPoint(box.x + 20, box.y + box.height / 2);
          return {
            rows: grid.querySelectorAll('.grid-row').length,
            inTheMiddle: Number(row?.closest('[role=row]')?.getAttribute('aria-rowindex')),
          };
        },
        part,
      );
      expect(drawn.rows).toBeLessThan(100);
      expect(Math.abs(drawn.inTheMiddle - part * 100_000)).toBeLessThan(60);
    }
  });

  it('follow new ones only from the end of the list', async () => {
    const page = await open({ rows: 500 });
    await show(page, 'requests');
    await page.waitForSelector('[aria-rowindex="501"]');
    await page.evaluate(() => window.fixture.addRows(50));
    await page.waitForSelector('[aria-rowindex="551"]');
    expect(await placed(page)).toMatchObject({ top: (await placed(page)).end });
    await page.$eval('[role=grid]', (grid) => {
      grid.scrollTop = 240;
    });
    await page.waitForSelector('[aria-rowindex="12"]');
    await page.evaluate(() => window.fixture.addRows(50));
    await page.waitForSelector('[aria-rowcount="601"]');
    expect((await placed(page)).top).toBe(240);
  });

  it('keep what is selected while more arrive', async () => {
    const page = await open({ rows: 500 });
    await show(page, 'requests');
    await page.focus('[role=grid]');
    await page.keyboard.press('Home');
    for (let n = 0; n < 7; n += 1) await page.keyboard.press('ArrowDown');
    await page.waitForSelector('aside .detail-title');
    expect(await shownTextOf(page, 'aside h2')).toContain('/login');
    await page.evaluate(() => window.fixture.addRows(1000));
    await page.waitForSelector('[aria-rowcount="1501"]');
    expect(await selectedRow(page)).toBe('7');
    const [active, selected] = await page.$eval('[role=grid]', (grid) => [
      grid.getAttribute('aria-activedescendant'),
      grid.querySelector('[aria-selected=true]')?.id,
    ]);
    expect(active).toBe(selected);
    await page.keyboard.press('PageDown');
    await page.waitForFunction(
      () => !document.querySelector('.grid-row[aria-selected=true]')?.id.endsWith('-7'),
    );
  });

  it('lead to the credentials they carried, and findings lead to their request', async () => {
    const page = await open({ rows: 500 });
    await show(page, 'findings');
    await page.click('.group:nth-of-type(2) summary');
    await page.click('.group[open] .evidence .link');
    await page.waitForSelector('#screen-requests aside .detail-title');
    expect(await shownTextOf(page, 'aside h2')).toContain('POST https://www.shop.test/login');
    expect(await selectedRow(page)).toBe('7');
    await clickOn(page, 'aside .plain .link');
    await page.waitForSelector('#screen-credentials aside h2');
    expect(await shownTextOf(page, 'aside h2')).toContain('JSESSIONID');
  });
});

describe('the storage', () => {
  it('shows one area at a time, and what was left out', async () => {
    const page = await open();
    await show(page, 'storage');
    await page.waitForSelector('.sidebar');
    expect(await page.$$('.grid-row')).toHaveLength(2);
    await page.click('.sidebar section:nth-of-type(2) button');
    await page.waitForSelector('[aria-rowcount="10003"]');
    expect(await shownTextOf(page, '#screen-storage .notice')).toContain('34 items');
    expect((await page.$$('.grid-row')).length).toBeLessThan(100);
    await page.click('.grid-row');
    await page.waitForSelector('aside .plain');
    expect(await page.$$('aside .plain > li')).toHaveLength(2);
  });
});
