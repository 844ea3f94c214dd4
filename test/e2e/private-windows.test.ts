import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestRow } from '../../src/messaging/views.js';
import type { TabSummary } from '../../src/messaging/tab-status.js';
import { type ExtensionBrowser, useOwnExtension } from '../support/extension.js';
import { html, HOST_RULES, type Lab, startLab, until } from './capture/lab.js';

const SECRET = 'cHJpdmF0ZS13aW5kb3ctc2VjcmV0LTAwMQ';
const SERVICE_WORKER = `
  self.addEventListener('install', () => self.skipWaiting());
  self.addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  self.addEventListener('message', ({ data }) => fetch('/by-service-worker/' + data));`;

/** Opens a page in a private window of its own, as a person does. */
async function openPrivate({ browser }: ExtensionBrowser, asking: Page, url: string) {
  const before = new Set(browser.targets());
  await asking.evaluate(`chrome.windows.create({ incognito: true, url: '${url}' }).then(() => {})`);
  const target = await browser.waitForTarget((one) => !before.has(one) && one.url() === url);
  const page = (await target.page())!;
  // The target may tell where it goes while the empty page before it still stands there.
  await page.waitForFunction((to) => location.href === to && document.body !== null, {}, url);
  return page;
}

/** Chromium gives private windows a worker of their own; what it knows stays with it. */
describe('private windows', () => {
  let lab: Lab;
  let plain: Page;
  let secret: Page;
  let own: Page;
  const extension = useOwnExtension(async () => {
    lab = await startLab({
      '/worker.js': (_, response) => {
        response.setHeader('content-type', 'text/javascript');
        response.end(SERVICE_WORKER);
      },
      '/home': (_, response) => html(response, '<title>Home</title>'),
    });
    return { hostRules: HOST_RULES, inPrivate: true };
  });
  const ordinary = () => extension().askingPage();
  const send = async <T>(from: Page, message: object) =>
    (await from.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(message)})`)) as T;
  const tabsOf = (from: Page) => send<TabSummary[]>(from, { type: 'listTabs' });
  const rowsOf = async (from: Page) => {
    const [tab] = (await tabsOf(from)).filter(({ url }) => url.endsWith('/home'));
    const list = { type: 'getRequests', tabId: tab?.tabId ?? 0, since: 0 };
    return (await send<{ rows: RequestRow[] }>(from, list)).rows;
  };
  const stored = async (from: Page) =>
    (await from.evaluate('chrome.storage.session.get().then(JSON.stringify)')) as string;

  beforeAll(async () => {
    const home = `${lab.at('sw.localhost')}/home`;
    plain = await extension().browser.newPage();
    await plain.goto(home);
    const asking = await ordinary();
    secret = await openPrivate(extension(), asking, home);
    own = await openPrivate(extension(), asking, extension().url('manifest.json'));
    await until(
      () => tabsOf(own),
      (tabs) => tabs.length > 0,
    );
    await secret.evaluate(
      (token) => fetch('/data', { headers: { authorization: `Bearer ${token}` } }).then(() => {}),
      SECRET,
    );
  });
  afterAll(() => lab.close());

  it('are known to their own worker alone', async () => {
    expect(await tabsOf(await ordinary())).toMatchObject([{ incognito: false }]);
    expect(await tabsOf(own)).toMatchObject([{ incognito: true }]);
  });

  it('keep requests without a tab to themselves, and get none of the others', async () => {
    for (const [page, word] of [
      [plain, 'plain'],
      [secret, 'secret'],
    ] as const)
      await page.evaluate(async (said) => {
        await navigator.serviceWorker.register('/worker.js');
        (await navigator.serviceWorker.ready).active?.postMessage(said);
      }, word);
    const ends = (word: string) => (rows: RequestRow[]) =>
      rows.some(({ url }) => url.endsWith(`/by-service-worker/${word}`));
    const outside = await until(async () => rowsOf(await ordinary()), ends('plain'));
    const inside = await until(() => rowsOf(own), ends('secret'));
    expect([ends('secret')(outside), ends('plain')(inside)]).toEqual([false, false]);
  });

  it('keep what is recorded where nobody else reads it, and past the end of their worker', async () => {
    const before = await until(
      () => rowsOf(own),
      (rows) => rows.some(({ url }) => url.endsWith('/data')),
    );
    // The log is written a moment after what it tells of.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const workers = extension()
      .browser.targets()
      .filter(
        (target) => target.type() === 'service_worker' && target.url().endsWith('background.js'),
      );
    expect(workers).toHaveLength(2);
    for (const target of workers) {
      const worker = await target.worker();
      if (await worker?.evaluate('chrome.extension.inIncognitoContext')) await worker?.close();
    }
    expect((await rowsOf(own)).map(({ url }) => url)).toEqual(before.map(({ url }) => url));
    expect(await stored(await ordinary())).not.toContain(SECRET);
    expect(await stored(own)).not.toContain(SECRET);
    expect((await rowsOf(await ordinary())).length).toBeGreaterThan(0);
  });

  it('leave nothing behind when the last one closes', async () => {
    await secret.close();
    await own.close();
    const asking = await ordinary();
    const again = await openPrivate(extension(), asking, extension().url('manifest.json'));
    const names = await again.evaluate(
      'indexedDB.databases().then((all) => Promise.all(all.map(({ name }) => ' +
        'new Promise((done) => {' +
        'const open = indexedDB.open(name); open.onsuccess = () => {' +
        "const keys = open.result.transaction('session').objectStore('session').getAllKeys();" +
        'keys.onsuccess = () => done(keys.result); }; }))))',
    );
    expect(JSON.stringify(names)).not.toContain('log:');
    expect(await tabsOf(again)).toEqual([]);
    expect(await stored(asking)).not.toContain(SECRET);
    await again.close();
  });
});
