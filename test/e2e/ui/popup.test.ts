import { describe, expect, it } from 'vitest';
import { useFixture } from './fixture-browser.js';

const open = useFixture();
const POPUP = { view: 'popup', rows: 20 };
const SIZE = { width: 380, height: 500 };

describe('the popup', () => {
  it('sums up the tab', async () => {
    const page = await open(POPUP, SIZE);
    await page.waitForSelector('.verdict');
    const text = await page.evaluate(() => document.body.innerText);
    expect(text).toContain('www.shop.test');
    expect(text).toContain('C+');
    expect(text).toContain('20 requests');
    expect(await page.$$('.worst li')).toHaveLength(3);
    expect(await page.$$('.severity-counts li')).toHaveLength(5);
    expect(await page.$eval('.next-to-end', (end) => (end as HTMLElement).innerText)).toMatch(
      /authorization\s+4m/,
    );
  });

  it('pauses the recording', async () => {
    const page = await open(POPUP, SIZE);
    await page.waitForSelector('footer [aria-pressed=true]');
    await page.click('footer [aria-pressed=true]');
    const button = await page.waitForSelector('footer [aria-pressed=false]');
    expect(await button?.evaluate((found) => found.textContent)).toBe('Record');
  });

  it('opens the full view', async () => {
    const page = await open(POPUP, SIZE);
    await page.waitForSelector('footer .primary');
    await page.evaluate(() => {
      window.close = () => {};
    });
    await page.click('footer .primary');
    await page.waitForFunction(() => window.fixture.fullViewOf === 1);
    expect(await page.evaluate(() => window.fixture.asked)).toContain('getReport');
  });

  it('says when a page cannot be inspected', async () => {
    const page = await open({ ...POPUP, url: 'chrome://settings' }, SIZE);
    expect(await page.evaluate(() => document.body.innerText)).toContain('cannot be inspected');
    expect(await page.evaluate(() => window.fixture.asked)).toEqual([]);
  });

  it('speaks Korean', async () => {
    const page = await open({ ...POPUP, lang: 'ko' }, SIZE);
    await page.waitForSelector('footer');
    expect(await page.evaluate(() => document.body.innerText)).toContain('전체 보기 열기');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ko');
  });
});
