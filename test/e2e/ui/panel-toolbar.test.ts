import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { downloadsTo } from './downloads.js';
import { useFixture } from './fixture-browser.js';
import { show } from './panel-acts.js';
import { shownTextOf } from './texts.js';

const open = useFixture();

describe('the toolbar', () => {
  it('pauses, resumes and clears', async () => {
    const page = await open({ rows: 100 });
    await page.click('[aria-label="Pause recording"]');
    await page.waitForSelector('.paused');
    await page.click('[aria-label="Record"]');
    await page.waitForSelector('.paused', { hidden: true });
    await show(page, 'requests');
    await page.waitForSelector('.grid-row');
    await page.click('[aria-label="Clear"]');
    await page.waitForSelector('.empty-state');
    expect(await shownTextOf(page, '.empty-state')).toContain('Reload the page');
    await page.click('.toast .button');
    await page.waitForSelector('.grid-row');
    await page.waitForSelector('.toast', { hidden: true });
  });

  it('does what the keys of the Network panel do', async () => {
    const page = await open({ rows: 100, screen: 'requests' });
    await page.waitForSelector('.grid-row');
    await page.focus('#tab-requests');
    const press = async (key: 'e' | 'f' | 'l') => {
      await page.keyboard.down('Control');
      await page.keyboard.press(key);
      await page.keyboard.up('Control');
    };
    await press('f');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-filter'))).toBe(
      true,
    );
    await press('e');
    await page.waitForSelector('.paused');
    await press('l');
    await page.waitForSelector('.toast');
  });

  it('says how much was let go', async () => {
    const page = await open();
    expect(await shownTextOf(page, '.dropped')).toBe('bounded: 12 earlier requests let go');
  });

  it.each([
    ['JSON: can be', 'json', /^\{\s+"schemaVersion": 2,/],
    ['HTML', 'html', /^<!doctype html>\s+<html lang="en">/],
    ['Markdown', 'md', /^# How https:\/\/shop\.test remembers its users/],
    ['SARIF', 'sarif', /"version": "2\.1\.0"/],
    ['JUnit', 'xml', /^<\?xml [^>]*>\s+<testsuites /],
    ['Text', 'txt', /\nhttps:\/\/shop\.test: hybrid, grade C\+\n/],
  ])('exports the report as %s', async (item, ending, begin) => {
    const page = await open();
    const content = await savedBy(
      page,
      `credtrail-www.shop.test.${ending}`,
      '[aria-label^="Export"]',
      `.action-menu ::-p-text(${item})`,
    );
    expect(content).toMatch(begin);
  });

  it('saves the picture of the site in front', async () => {
    const page = await open({ screen: 'flow' });
    const svg = await savedBy(
      page,
      'credtrail-shop.test.svg',
      '.flow-picture button ::-p-text(Save as SVG)',
    );
    const viewer = await page.browserContext().newPage();
    const drawn = await viewer.evaluate((source) => {
      const { documentElement: root } = new DOMParser().parseFromString(source, 'image/svg+xml');
      return {
        name: root.nodeName,
        title: root.querySelector('title')?.textContent,
        notes: root.querySelectorAll('.moment').length,
      };
    }, svg);
    await viewer.close();
    expect(drawn).toMatchObject({ name: 'svg', title: 'Who sent which credential where' });
    expect(drawn.notes).toBeGreaterThan(0);
  });
});

/** What a file holds that clicks, one after the other, save. */
async function savedBy(page: Page, name: string, ...selectors: string[]): Promise<string> {
  const downloadPath = await mkdtemp(join(tmpdir(), 'credtrail-export-'));
  const connection = await downloadsTo(page, downloadPath);
  const done = new Promise<void>((resolve) => {
    connection.on('Browser.downloadProgress', ({ state }) => {
      if (state === 'completed') resolve();
    });
  });
  for (const selector of selectors) await page.click(selector);
  await done;
  const content = await readFile(join(downloadPath, name), 'utf8');
  await rm(downloadPath, { recursive: true });
  return content;
}
