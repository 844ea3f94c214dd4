import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/engine/settings.js';
import type { StorageAreaView, StorageView } from '../../../src/messaging/views.js';
import { useExtension } from '../../support/extension.js';
import { Seeded } from '../../support/seeded.js';
import { THOROUGH } from '../../support/thorough.js';
import { type Lab, startLab, until } from './lab.js';

describe('what is recorded of a page', () => {
  let lab: Lab;
  let page: Page;
  const extension = useExtension(async () => {
    lab = await startLab({});
  });
  afterAll(() => lab.close());
  beforeEach(async () => {
    page = await extension().browser.newPage();
    await page.goto(lab.at('a.test'));
  });
  afterEach(() => page.close());

  const storage = async (): Promise<StorageView> => {
    const tabId = await extension().tabIdOf(page);
    return extension().ask<'getStorage'>({ type: 'getStorage', tabId });
  };
  /** An area as soon as it has so many items: a busy page may not answer within one ask. */
  const area = async (name: string, has: (items: number) => boolean): Promise<StorageAreaView> => {
    const find = async () => (await storage()).areas.find((view) => view.area === name);
    return (await until(find, (view) => view !== undefined && has(view.items.length)))!;
  };

  it('takes nothing for gone while a page is too busy to answer', THOROUGH, async () => {
    await page.evaluate(async () => {
      await new Promise((resolve) => {
        indexedDB.open('empty', 1).onsuccess = resolve;
      });
    });
    const databases = async () => {
      const { areas } = await storage();
      return areas.filter((view) => view.area === 'indexedDB').length;
    };
    await until(databases, (count) => count === 1);
    const busy = page.evaluate(() => {
      for (const end = Date.now() + 1_500; Date.now() < end;) continue;
    });
    expect(await databases()).toBe(1);
    await busy;
    await page.evaluate(() => void indexedDB.deleteDatabase('empty'));
    await until(databases, (count) => count === 0);
  });

  it('tells both areas and the jar, masked', async () => {
    await page.evaluate(() => {
      localStorage.setItem('access_token', 'abcdefghijklmnopqrstuvwxyz0123456789');
      sessionStorage.setItem('__proto__', '<img src=x onerror=alert(1)>');
      document.cookie = 'pref=dark';
    });
    const { areas } = await until(
      storage,
      (view) => view.areas.filter(({ items }) => items.length > 0).length >= 3,
    );
    expect(areas.map((view) => view.area).toSorted()).toEqual([
      'cookies',
      'localStorage',
      'sessionStorage',
    ]);
    expect(JSON.stringify(areas)).not.toContain('efghijkl');
    expect(areas.find((view) => view.area === 'sessionStorage')!.items[0]!.key).toBe('__proto__');
    const tabId = await extension().tabIdOf(page);
    const local = areas.find((view) => view.area === 'localStorage')!;
    const itemId = local.items.find(({ key }) => key === 'access_token')!.id;
    const what = { origin: lab.at('a.test'), area: 'localStorage' as const, itemId };
    const revealed = await extension().ask<'reveal'>({ type: 'reveal', tabId, what });
    expect(revealed).toEqual({ value: 'abcdefghijklmnopqrstuvwxyz0123456789' });
    await page.evaluate(() => localStorage.clear());
    expect((await area('localStorage', (items) => items === 0)).items).toEqual([]);
  });

  it('stays within bounds on a page that stores 5 MB in 10,000 keys, and keeps what matters', async () => {
    await page.goto(lab.at('many.test'));
    await page.evaluate(() => {
      for (let n = 0; n < 10_000; n++) localStorage.setItem(`filler-${n}`, 'x'.repeat(490));
      localStorage.setItem('zz_auth_token', 'abcdefghijklmnopqrstuvwxyz0123456789');
    });
    const local = await area('localStorage', (items) => items > 0);
    expect(local.items.length).toBeLessThanOrEqual(LIMITS.storageItems);
    expect(local.items.length + local.dropped).toBe(10_001);
    expect(local.items.map(({ key }) => key)).toContain('zz_auth_token');
  });

  it('finds what stands at the end of a large value', async () => {
    await page.goto(lab.at('large.test'));
    const token = new Seeded('large').bytes(24).toString('hex');
    await page.evaluate((access_token) => {
      const ui = 'lorem ipsum '.repeat(20_000);
      localStorage.setItem('persist:root', JSON.stringify({ ui, auth: { access_token } }));
    }, token);
    const local = await area('localStorage', (items) => items > 0);
    expect(local.items[0]!.key).toBe('persist:root');
    expect(local.items[0]!.credentialIds).toHaveLength(1);
    expect(local.items[0]!.length).toBeGreaterThan(240_000);
  });

  it('reads the first records of IndexedDB, without holding a database or making one', async () => {
    await page.goto(lab.at('idb.test'));
    await page.evaluate(
      (refreshToken) =>
        new Promise<void>((resolve, reject) => {
          const open = indexedDB.open('firebaseLocalStorageDb', 3);
          open.onerror = reject;
          open.onupgradeneeded = () =>
            open.result.createObjectStore('firebaseLocalStorage', { keyPath: 'fbase_key' });
          open.onsuccess = () => {
            const write = open.result.transaction('firebaseLocalStorage', 'readwrite');
            const stsTokenManager = { refreshToken, expirationTime: 1 };
            write.objectStore('firebaseLocalStorage').put({
              fbase_key: 'firebase:authUser:k:[DEFAULT]',
              value: { uid: '1', stsTokenManager },
            });
            write.oncomplete = () => {
              open.result.close();
              resolve();
            };
          };
        }),
      new Seeded('firebase').base62(60),
    );
    const view = await area('indexedDB', (items) => items > 0);
    expect(view.items.map(({ key }) => key)).toEqual([
      'firebaseLocalStorageDb/firebaseLocalStorage/firebase:authUser:k:[DEFAULT]',
    ]);
    const tabId = await extension().tabIdOf(page);
    const { credentials } = await extension().ask<'getReport'>({ type: 'getReport', tabId });
    expect(credentials.filter(({ carrier }) => carrier === 'indexedDB')).toMatchObject([
      { role: 'refresh-token' },
    ]);
    const deleted = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const request = indexedDB.deleteDatabase('firebaseLocalStorageDb');
          request.onsuccess = () => resolve('deleted');
          request.onblocked = () => resolve('blocked');
        }),
    );
    expect(deleted).toBe('deleted');
    await storage();
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
  });

  it('cuts one value of 5 MB and knows its length', async () => {
    await page.goto(lab.at('big.test'));
    await page.evaluate(() => localStorage.setItem('big', 'y'.repeat(5_000_000)));
    expect((await area('localStorage', (items) => items > 0)).items).toMatchObject([
      { key: 'big', length: 5_000_000 },
    ]);
  });

  it('follows the storage while a viewer is there, and tells it', async () => {
    const tabId = await extension().tabIdOf(page);
    const viewer = await extension().askingPage();
    await viewer.evaluate(`
      notices = 0;
      port = chrome.runtime.connect({ name: 'viewer:${tabId}' });
      port.onMessage.addListener(() => { notices += 1; });
      void 0`);
    await page.evaluate(() => localStorage.setItem('later', 'z'.repeat(40)));
    await until(
      () => viewer.evaluate('notices') as Promise<number>,
      (notices) => notices > 0,
    );
    await viewer.evaluate('port.disconnect()');
  });

  it('is silent where storage is forbidden, and the page sees no trace of it', async () => {
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    const seen = await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.src = location.href;
      document.body.append(frame);
      return new Promise(
        (resolve) =>
          (frame.onload = () =>
            resolve(Object.keys(globalThis).filter((key) => /credtrail/i.test(key)))),
      );
    });
    await storage();
    expect([seen, errors]).toEqual([[], []]);
  });
});
