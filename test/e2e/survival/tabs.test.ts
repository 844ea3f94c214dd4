import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useExtension } from '../../support/extension.js';
import { html, type Lab, listOf, outline, startLab, until } from '../capture/lab.js';

const TOKEN = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** What becomes of tabs and windows, and whether their record is still theirs. */
describe('the record of a tab', () => {
  let lab: Lab;
  let page: Page;
  const received: string[] = [];
  const extension = useExtension(async () => {
    const note = (url: string | undefined) => void received.push(url ?? '');
    lab = await startLab({
      '/one': (request, response) => {
        note(request.url);
        html(response, `<title>one</title><script>fetch('/api?one')</script>`);
      },
      '/two': (request, response) => {
        note(request.url);
        html(response, `<title>two</title>`);
      },
      '/held': () => undefined,
      '/api': (_, response) => void response.end('ok'),
      '/speculates': (_, response) => {
        const rules = { prerender: [{ source: 'list', urls: ['/two?pre'] }] };
        html(response, `<script type="speculationrules">${JSON.stringify(rules)}</script>`);
      },
    });
  });
  afterAll(() => lab.close());
  beforeEach(async () => {
    page = await extension().browser.newPage();
    received.length = 0;
  });
  afterEach(() => page.close().catch(() => undefined));

  const rowsOfTab = async (tabId: number) => outline((await listOf(extension(), tabId)).rows);
  const settledAt = (tabId: number, count: number) =>
    until(
      () => rowsOfTab(tabId),
      (rows) => rows.length >= count && rows.every((row) => !row.endsWith('pending')),
    );

  it('outlives the crash of its page, whose requests failed, and goes on', async () => {
    await page.goto(`${lab.at('crash.test')}/one`);
    const tabId = await extension().tabIdOf(page);
    await settledAt(tabId, 2);
    await page.evaluate(() => void fetch('/held'));
    await until(
      () => rowsOfTab(tabId),
      (rows) => rows.length === 3,
    );
    const asking = await extension().askingPage();
    const crashed = new Promise((told) => page.once('error', told));
    void page.goto('chrome://crash').catch(() => undefined);
    await crashed;
    await asking.evaluate(
      `chrome.tabs.update(${tabId}, { url: '${lab.at('crash.test')}/two' }).then(() => 0)`,
    );
    const rows = await settledAt(tabId, 4);
    expect(rows.slice(0, 2)).toEqual(['GET /one 200', 'GET /api 200']);
    expect(rows[2]).toMatch(/^GET \/held (?!200|pending)/);
    expect(rows[3]).toBe('GET /two 200');
  });

  it('goes with a tab that is discarded, also where that gives it another number', async () => {
    await page.goto(`${lab.at('discard.test')}/one`);
    const before = await extension().tabIdOf(page);
    await settledAt(before, 2);
    const other = await extension().browser.newPage();
    await other.bringToFront();
    const asking = await extension().askingPage();
    const tabId = (await asking.evaluate(
      `chrome.tabs.discard(${before}).then(({ id }) => id)`,
    )) as number;
    // A browser that is driven loads it again by itself.
    const kept = (await settledAt(tabId, 2)).slice(0, 2);
    expect(kept).toEqual(['GET /one 200', 'GET /api 200']);
    await asking.evaluate(`chrome.tabs.remove(${tabId})`);
    await other.close();
  });

  it('has a page that was rendered before it was shown once, as the server had', async () => {
    await page.goto(`${lab.at('pre.test')}/speculates`);
    const tabId = await extension().tabIdOf(page);
    await until(
      async () => received,
      (all) => all.includes('/two?pre'),
    );
    await settledAt(tabId, 2);
    // The page that was rendered takes the place of this one, for the driver as well.
    await page.evaluate(() => void (location.href = '/two?pre')).catch(() => undefined);
    const asking = await extension().askingPage();
    await until(
      () => asking.evaluate(`chrome.tabs.get(${tabId}).then(({ url }) => url)`) as Promise<string>,
      (url) => url.endsWith('/two?pre'),
    );
    await asking.evaluate(`chrome.scripting.executeScript({
      target: { tabId: ${tabId} },
      func: () => localStorage.setItem('access_token', '${TOKEN}'),
    }).then(() => undefined)`);
    await until(
      () => extension().ask<'getStorage'>({ type: 'getStorage', tabId }),
      ({ areas }) => areas.some(({ items }) => items.some(({ key }) => key === 'access_token')),
    );
    expect(await rowsOfTab(tabId)).toEqual(['GET /speculates 200', 'GET /two 200']);
    expect(received).toEqual(['/two?pre']);
    await asking.evaluate(`chrome.tabs.remove(${tabId})`);
  });

  it('has no request of a page that comes back out of the back/forward cache', async () => {
    await page.goto(`${lab.at('back.test')}/one`);
    const tabId = await extension().tabIdOf(page);
    await settledAt(tabId, 2);
    await page.evaluate(() => Object.assign(globalThis, { stayed: true }));
    await page.goto(`${lab.at('back.test')}/two`);
    await settledAt(tabId, 3);
    await page.goBack();
    expect(await page.evaluate('globalThis.stayed')).toBe(true);
    await page.evaluate((token) => localStorage.setItem('access_token', token), TOKEN);
    await until(
      () => extension().ask<'getStorage'>({ type: 'getStorage', tabId }),
      ({ areas }) => areas.some(({ items }) => items.some(({ key }) => key === 'access_token')),
    );
    expect(await rowsOfTab(tabId)).toEqual(['GET /one 200', 'GET /api 200', 'GET /two 200']);
    expect((await extension().ask<'getStatus'>({ type: 'getStatus', tabId })).url).toContain(
      '/one',
    );
  });

  it('is its own in each of several windows that show the same site', async () => {
    const asking = await extension().askingPage();
    const open = async (path: string): Promise<[tabId: number, windowId: number]> =>
      (await asking.evaluate(`new Promise((opened) => {
        chrome.windows.create({ url: '${lab.at('same.test')}${path}' }).then(({ id, tabs }) =>
          opened([tabs[0].id, id]));
      })`)) as [number, number];
    const windows = [await open('/one?1'), await open('/one?2'), await open('/two?3')];
    expect(new Set(windows.map(([, windowId]) => windowId)).size).toBe(3);
    const [first, second, third] = windows.map(([tabId]) => tabId);
    await settledAt(first!, 2);
    await settledAt(second!, 2);
    await settledAt(third!, 1);
    const urls = async (tabId: number) =>
      (await listOf(extension(), tabId)).rows.map(({ url }) => new URL(url).search);
    expect(await urls(first!)).toEqual(['?1', '?one']);
    expect(await urls(second!)).toEqual(['?2', '?one']);
    expect(await urls(third!)).toEqual(['?3']);
    // A window that is closed takes its record with it, and no other.
    await asking.evaluate(`chrome.windows.remove(${windows[0]![1]})`);
    const tabs = await until(
      () => extension().ask<'listTabs'>({ type: 'listTabs' }),
      (all) => !all.some(({ tabId }) => tabId === first),
    );
    expect(tabs.map(({ tabId }) => tabId)).toEqual(expect.arrayContaining([second, third]));
    for (const [, id] of windows.slice(1)) await asking.evaluate(`chrome.windows.remove(${id})`);
  });
});
