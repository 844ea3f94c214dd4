import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { clickOn, shown } from '../../../browser/shown.js';
import type { SeenBody } from '../../../src/messaging/views.js';
import { useFixture } from './fixture-browser.js';

const open = useFixture();
const url = 'https://www.shop.test/';

/** The detail of a request, where a backend has this of its bodies; nothing of them without one. */
const detail = async (seen?: SeenBody | null | 'gone', size = { width: 1200, height: 700 }) => {
  const page = await open({}, size);
  await page.evaluate((body) => {
    const answer = body === 'gone' ? undefined : body;
    if (body !== undefined) window.fixture.seenBody = async () => answer;
  }, seen);
  await page.click('#tab-requests');
  await (await page.waitForSelector('.grid-row'))!.click();
  return page;
};
const show = async (page: Page) => {
  const button = await shown(page, 'aside ::-p-text(Show the response body)');
  await button.click();
};
const lines = (page: Page) =>
  page.$$eval('.seen-body .json-line', (all) => all.map((line) => (line as HTMLElement).innerText));

describe('the body of a response', () => {
  it.each<[what: string, seen: SeenBody | null | 'gone' | undefined, words: string]>([
    ['DevTools is closed', undefined, 'Open Credtrail in DevTools'],
    ['it is gone', 'gone', 'DevTools no longer has it'],
    ['there was none', null, 'The response had no body'],
    ['it is a picture', { mimeType: 'image/png', bytes: 1_234 }, 'image/png, 1.2 kB'],
  ])('is not shown, and why, where %s', async (_, seen, words) => {
    const page = await detail(seen);
    await show(page);
    await shown(page, `aside .note ::-p-text(${words})`);
  });

  it('is JSON whose tokens lead to their credentials', async () => {
    const page = await detail({ url, mimeType: 'application/json', text: '{"a":1}' });
    await show(page);
    await page.waitForSelector('.seen-body');
    expect(await lines(page)).toEqual([
      '{',
      '"access_token": "eyJh…(612)",',
      '"expires_in": 3600',
      '}',
    ]);
    await clickOn(page, 'aside [aria-label="Show the secrets in it"]');
    await shown(page, '.seen-body .json.raw ::-p-text(raw c2)');
    await page.click('.seen-body .json-token');
    await page.waitForSelector('#screen-credentials [aria-selected=true]');
  });

  it('is text in which one looks for something by keys, and markup in it stays text', async () => {
    const page = await detail(
      { url, mimeType: 'text/html', text: '<p>one</p>' },
      { width: 800, height: 400 },
    );
    await show(page);
    await page.waitForSelector('.seen-body');
    await shown(page, '.seen-body .note ::-p-text(12 more characters)');
    expect(await page.$$('.seen-body img, .seen-body script')).toEqual([]);
    await page.focus('.body-find input');
    await page.keyboard.type('<P>');
    await shown(page, '.body-find ::-p-text(1 of 2 lines)');
    expect(await page.$$eval('.seen-body mark', (all) => all.length)).toBe(2);
    await page.keyboard.press('Enter');
    await shown(page, '.body-find ::-p-text(2 of 2 lines)');
    await page.waitForSelector('.seen-body .json-line:nth-child(2).current');
    await page.keyboard.press('Enter');
    await shown(page, '.body-find ::-p-text(1 of 2 lines)');
    // The first Escape forgets what was looked for, and the detail stays open.
    await page.keyboard.press('Escape');
    await page.waitForSelector('.seen-body mark', { hidden: true });
    expect(await page.$('aside .seen-body')).not.toBeNull();
  });

  it('is one click away from the head of the detail, below all headers', async () => {
    const page = await detail(
      { url, mimeType: 'text/html', text: '<p>one</p>' },
      { width: 800, height: 400 },
    );
    await clickOn(page, 'aside .copy-as ::-p-text(Response body)');
    await page.waitForSelector('.seen-body');
    await page.waitForFunction(() => {
      const { top } = document.querySelector('.body-part:last-of-type')!.getBoundingClientRect();
      return top > 0 && top < 300;
    });
  });
});
