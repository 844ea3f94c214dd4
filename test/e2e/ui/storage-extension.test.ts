import { afterAll, describe, expect, it } from 'vitest';
import { clickOn, shown } from '../../../browser/shown.js';
import { useOwnExtension } from '../../support/extension.js';
import { html, HOST_RULES, type Lab, startLab } from '../capture/lab.js';

/** The Storage screen where it lives, on a page that keeps something. */
describe('the Storage screen in the extension', () => {
  let lab: Lab;
  const extension = useOwnExtension(async () => {
    lab = await startLab({
      '/keeps': (_, response) => {
        response.setHeader('set-cookie', ['sid=0123456789abcdef; Path=/; HttpOnly', 'other=1']);
        html(response, `<iframe src="${lab.at('frame.test')}/inner"></iframe>`);
      },
      '/inner': (_, response) => html(response, `<script>localStorage.seen = 'yes'</script>`),
    });
    return {
      hostRules: HOST_RULES,
      args: [`--unsafely-treat-insecure-origin-as-secure=${lab.at('shop.test')}`],
    };
  });
  afterAll(() => lab.close());

  it('deletes a cookie that scripts cannot see, and puts it back, beside a page that tells', async () => {
    const page = await extension().browser.newPage();
    const { frame } = await extension().openPanel(page);
    await page.goto(`${lab.at('shop.test')}/keeps`);
    const jar = async () =>
      (await page.cookies()).map(({ name, value, httpOnly }) => [name, value, httpOnly]).toSorted();
    const before = await jar();
    await frame.click('#tab-storage');
    await clickOn(frame, '.grid-row ::-p-text(sid)');
    await frame.focus('#screen-storage [role=grid]');
    await frame.page().keyboard.press('Delete');
    await shown(frame, '.toast ::-p-text(sid was deleted.)');
    expect(await jar()).toEqual([['other', '1', false]]);
    await frame.click('.toast .button');
    await shown(frame, '.toast ::-p-text(Everything is as it was before.)');
    expect(await jar()).toEqual(before);
    await page.close();
  });

  it('lists every origin of the tab, and names of caches', async () => {
    const page = await extension().browser.newPage();
    await page.goto(`${lab.at('shop.test')}/keeps`);
    await page.evaluate(() => caches.open('assets-v1'));
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const open = indexedDB.open('cart', 1);
          open.onerror = reject;
          open.onupgradeneeded = () => open.result.createObjectStore('items').put('seven', 'first');
          open.onsuccess = () => {
            open.result.close();
            resolve();
          };
        }),
    );
    const view = await extension().openFullView(await extension().tabIdOf(page));
    await view.waitForSelector('#tab-storage');
    await view.click('#tab-storage');
    await shown(view, `.sidebar ::-p-text(${lab.at('frame.test')})`);
    await view.click('.sidebar [aria-label="Cache storage"] button');
    await shown(view, '.grid-row ::-p-text(assets-v1)');
    await shown(view, '.notice ::-p-text(Names of caches only)');
    await view.click('.sidebar [aria-label="IndexedDB"] button');
    await shown(view, '.grid-row ::-p-text(cart/items/first)');
    await view.close();
    await page.close();
  });

  it('edits, adds and deletes records of IndexedDB, and puts them back', async () => {
    const page = await extension().browser.newPage();
    await page.goto(`${lab.at('shop.test')}/keeps`);
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const open = indexedDB.open('wish', 1);
          open.onupgradeneeded = () => {
            open.result.createObjectStore('list').put({ n: 1 }, 'first');
            open.result.createObjectStore('odd').put(new Map(), 1);
          };
          open.onsuccess = () => {
            open.result.close();
            resolve();
          };
        }),
    );
    const kept = () =>
      page.evaluate(
        () =>
          new Promise<string>((resolve) => {
            const open = indexedDB.open('wish');
            open.onsuccess = () => {
              const all = open.result.transaction('list').objectStore('list').getAll();
              all.onsuccess = () => {
                open.result.close();
                resolve(JSON.stringify(all.result));
              };
            };
          }),
      );
    const view = await extension().openFullView(await extension().tabIdOf(page));
    await view.waitForSelector('#tab-storage');
    await view.click('#tab-storage');
    const areas = await view.waitForSelector('.sidebar [aria-label="IndexedDB"] button');
    await areas!.click();
    await clickOn(view, '.grid-row ::-p-text(wish/list/first)');
    await view.focus('#screen-storage [role=grid]');
    await view.keyboard.press('Enter');
    await view.waitForSelector('.entry-form textarea:focus');
    await view.$eval('.entry-form textarea', (field) => field.select());
    await view.keyboard.type('{"n": 2');
    await view.click('.entry-form [type=submit]');
    await shown(view, '.entry-form [role=alert] ::-p-text(no JSON: see line 1)');
    await view.focus('.entry-form textarea');
    await view.keyboard.press('End');
    await view.keyboard.type('}');
    await view.click('.entry-form [type=submit]');
    await shown(view, '.toast ::-p-text(wish/list/first was changed.)');
    expect(await kept()).toBe('[{"n":2}]');
    await view.click('.toast .button');
    await shown(view, '.toast ::-p-text(Everything is as it was before.)');
    expect(await kept()).toBe('[{"n":1}]');

    await view.click('[aria-label="Add an entry"]');
    await view.waitForSelector('.entry-form');
    const chosen = await view.$eval('.entry-form select', (one) => one.selectedOptions[0]!.text);
    expect(chosen).toBe('wish / list');
    await view.type('.entry-form input', 'second');
    await view.type('.entry-form textarea', '"text"');
    await view.click('.entry-form [type=submit]');
    await shown(view, '.toast ::-p-text(wish/list/second was added.)');
    expect(await kept()).toBe('[{"n":1},"text"]');

    await clickOn(view, '.grid-row ::-p-text(wish/odd/1)');
    await view.focus('#screen-storage [role=grid]');
    await view.keyboard.press('Enter');
    await shown(view, '.entry-form ::-p-text(JSON does not hold what it is (Map))');
    await view.keyboard.press('Escape');
    await view.focus('#screen-storage [role=grid]');
    await view.keyboard.press('Delete');
    await shown(view, '.toast ::-p-text(wish/odd/1 was deleted.)');
    await view.close();
    await page.close();
  });

  it('shows what a page keeps that was there before the extension was', async () => {
    const { browser, id } = extension();
    const page = await browser.newPage();
    await browser.uninstallExtension(id);
    await page.goto(`${lab.at('early.test')}/keeps`);
    await page.evaluate(() => localStorage.setItem('theme', 'dark'));
    expect(await browser.installExtension('dist/chrome')).toBe(id);
    // The page of before, in which questions were asked, went with the extension.
    const worker = await extension().worker();
    const tabId = Number(
      await worker.evaluate(
        `chrome.tabs.query({ url: '*://early.test/*' }).then(([tab]) => tab.id)`,
      ),
    );
    const view = await extension().openFullView(tabId);
    await view.waitForSelector('#tab-storage');
    await view.click('#tab-storage');
    await shown(view, `.sidebar ::-p-text(${lab.at('frame.test')})`);
    await view.click('.sidebar [aria-label="Local storage"] button');
    await clickOn(view, '.grid-row ::-p-text(theme)');
    await view.focus('#screen-storage [role=grid]');
    await view.keyboard.press('Delete');
    await shown(view, '.toast ::-p-text(theme was deleted.)');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await view.click('.toast .button');
    await shown(view, '.toast ::-p-text(Everything is as it was before.)');
    expect(await page.evaluate(() => localStorage.getItem('theme'))).toBe('dark');
  });
});
