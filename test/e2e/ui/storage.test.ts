import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { shown } from '../../../browser/shown.js';
import { useFixture } from './fixture-browser.js';

const open = useFixture();

const text = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (found) => (found as HTMLElement).innerText);

const says = (page: Page, words: string) => shown(page, `.toast ::-p-text(${words})`);

/** The screen with the n-th kind of area open. */
const show = async (page: Page, kind: number) => {
  await page.click('#tab-storage');
  await page.waitForSelector('.sidebar');
  await page.click(`.sidebar section:nth-of-type(${kind}) button`);
  await page.waitForSelector(`.sidebar section:nth-of-type(${kind}) [aria-current=true]`);
};

const firstKey = (page: Page) => text(page, '.grid-row .cell-key');

describe('the cookies', () => {
  it.each([
    [800, ['Key', 'Value', 'Ends', 'Flags', 'Credential']],
    [1000, ['Key', 'Value', 'Length', 'Domain', 'Path', 'Ends', 'HttpOnly', 'Secure', 'SameSite']],
  ])('tell their flags in a panel of %d pixels', async (width, titles) => {
    const page = await open({}, { width, height: 400 });
    await show(page, 1);
    await page.waitForSelector('.grid-row');
    const shownTitles = await page.$$eval('.grid-head [role=columnheader]', (all) =>
      all.map((one) => (one as HTMLElement).innerText.trim()),
    );
    expect(shownTitles.slice(0, titles.length)).toEqual(titles);
    const names = await page.$$eval('.cell-flags [role=img]', (marks) =>
      marks.map((mark) => mark.getAttribute('aria-label')),
    );
    expect(names.length > 0).toBe(width === 800);
  });
});

describe('a stored value', () => {
  it('is formatted JSON with its tokens marked, and leads to them and back', async () => {
    const page = await open();
    await show(page, 2);
    await page.click('.grid-row');
    await page.waitForSelector('.json');
    expect((await text(page, '.json')).split('\n').slice(0, 4)).toEqual([
      '{',
      '"tokens": "{',
      '"access_token": "eyJh…(612)",',
      '"refresh_token": "eyJh…(612)"',
    ]);
    await page.click('[aria-label="Show the value"]');
    // It is shown as it was until the whole value has come.
    await page.waitForFunction(
      () => document.querySelector('.json.raw .json-token')?.textContent === '"raw access_token"',
    );
    await page.click('.json-token');
    await page.waitForSelector('#screen-credentials [aria-selected=true]');
    await page.click('[aria-label="Back (Alt+Left)"]');
    await page.waitForSelector('#screen-storage .json');
    expect(await text(page, '#screen-storage [aria-selected=true] .cell-key')).toBe('auth');
  });
});

describe('a stored entry', () => {
  it('is deleted by key, and put back', async () => {
    const page = await open({}, { width: 800, height: 400 });
    await show(page, 2);
    await page.click('.grid-row');
    await page.focus('[role=grid]');
    await page.keyboard.press('Delete');
    await says(page, 'auth was deleted.');
    await page.waitForSelector('[aria-rowcount="10002"]');
    await page.click('.toast .button');
    await says(page, 'Everything is as it was before.');
    await page.waitForSelector('[aria-rowcount="10003"]');
    expect(await firstKey(page)).toBe('auth');
  });

  it('is edited by a double click whose first half opens the detail under the pointer', async () => {
    const page = await open();
    await show(page, 1);
    // Within the page: a slow machine must not part the two halves.
    await page.$eval('.grid-row', async (row) => {
      const { right, y } = row.getBoundingClientRect();
      const at = { bubbles: true, clientX: right - 40, clientY: y + 10 };
      const under = () => document.elementFromPoint(at.clientX, at.clientY);
      under()?.dispatchEvent(new MouseEvent('click', at));
      while (!under()?.closest('aside')) await new Promise(requestAnimationFrame);
      under()?.dispatchEvent(new MouseEvent('mousedown', at));
    });
    await page.waitForSelector('.entry-form');
  });

  it('is edited by Enter or a double click; Escape leaves it and the detail open', async () => {
    const page = await open();
    await show(page, 1);
    await page.click('.grid-row [role=gridcell]', { count: 2 });
    await page.waitForSelector('.entry-form');
    await page.keyboard.press('Escape');
    await page.waitForSelector('aside .properties');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.entry-form textarea:focus');
    expect(await page.$eval('.entry-form textarea', (field) => field.value)).toBe('raw cookie');
    await page.keyboard.type('!');
    await page.click('.field-flags input');
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    await says(page, 'JSESSIONID was changed.');
    const changed = await page.evaluate(() => window.fixture.stored.changed);
    expect(changed).toMatchObject([
      {
        what: { cookieId: 'JSESSIONID' },
        entry: { cookie: { value: 'raw cookie!', httpOnly: true, path: '/shop', expiresAt: null } },
      },
    ]);
  });

  it('is added; what the browser refuses is told, and the form stays', async () => {
    const page = await open();
    await show(page, 3);
    await page.click('[aria-label="Add an entry"]');
    await page.waitForSelector('.entry-form input:focus');
    await page.keyboard.type('step');
    await page.type('.entry-form textarea', '2');
    await page.evaluate(() => {
      window.fixture.stored.refusal = { failed: 'full' };
    });
    await page.click('.entry-form [type=submit]');
    await shown(page, '.entry-form [role=alert] ::-p-text(no room)');
    await page.evaluate(() => {
      window.fixture.stored.refusal = null;
    });
    await page.click('.entry-form [type=submit]');
    await says(page, 'step was added.');
    await page.waitForSelector('.entry-form', { hidden: true });
    expect(await firstKey(page)).toBe('step');
  });

  it('stays selected, and its area shown, while other screens are', async () => {
    const page = await open();
    await show(page, 2);
    await page.click('.grid-row:nth-child(2)');
    await page.click('#tab-overview');
    await page.click('#tab-storage');
    await page.waitForSelector('#screen-storage [aria-selected=true]');
    expect(await text(page, '[aria-selected=true] .cell-key')).toBe('__proto__');
  });

  it('is left alone while recording is paused: a list that stands still would lie', async () => {
    const page = await open();
    await show(page, 2);
    await page.click('.grid-row');
    await page.keyboard.down('Control');
    await page.keyboard.press('e');
    await page.keyboard.up('Control');
    await shown(page, '.entry-actions ::-p-text(paused)');
    await page.focus('[role=grid]');
    await page.keyboard.press('Delete');
    expect(await page.evaluate(() => window.fixture.stored.changed)).toEqual([]);
  });

  it('is a record of IndexedDB whose key is read whole, whatever room its store has', async () => {
    const page = await open({}, { width: 800, height: 400 });
    await show(page, 4);
    const cut = await page.$$eval('.record-name', (names) =>
      names.map((name) => {
        const [store, key] = [...name.children] as [Element, Element];
        return [store.scrollWidth > store.clientWidth, key.scrollWidth > key.clientWidth];
      }),
    );
    expect(cut.map(([, key]) => key)).toEqual([false, false]);
    await page.click('.grid-row:nth-child(2)');
    await page.focus('[role=grid]');
    await page.keyboard.press('Enter');
    await shown(page, '.entry-form ::-p-text(CryptoKey, at private)');
    expect(await page.$('.entry-form [type=submit]')).toBeNull();
    await page.keyboard.press('Escape');
    await page.waitForSelector('.entry-form', { hidden: true });
  });
});
