import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import { b64u } from '../../support/base64.js';
import { useExtension } from '../../support/extension.js';
import { THOROUGH } from '../../support/thorough.js';
import { html, type Lab, startLab, until } from '../capture/lab.js';
import { RECORDS, WITHIN, BESIDE, ELSEWHERE, storing, deepToken } from './odd-records.js';

/** Those of the records that trouble fewest readers. */
const MILD = new Set(['a BigInt', 'a Map in a Set', '60 levels deep', 'no date', 'nothing']);

describe('what a hostile page stores', () => {
  let lab: Lab;
  const extension = useExtension(async () => {
    lab = await startLab({
      '/api': (_, response) => void response.end(),
      '/set': (_, response) => {
        response.setHeader('set-cookie', `deep=${deepToken(1_400)}`);
        html(response, '<title>set</title>');
      },
    });
  });
  afterAll(() => lab.close());

  const open = async (host: string, path = ''): Promise<{ page: Page; tabId: number }> => {
    const page = await extension().browser.newPage();
    await page.goto(lab.at(host) + path);
    return { page, tabId: await extension().tabIdOf(page) };
  };
  const reportOf = (tabId: number) => extension().ask<'getReport'>({ type: 'getReport', tabId });
  const valueOf = async (tabId: number, credentialId: string) =>
    (await extension().ask<'reveal'>({ type: 'reveal', tabId, what: { credentialId } }))?.value;

  /** What is found on a page that stores this, and what is to be. */
  const foundBeside = async (name: string) => {
    const stored = RECORDS[name]!;
    const { page, tabId } = await open(`idb${Object.keys(RECORDS).indexOf(name)}.test`);
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.evaluate(storing(stored));
    const wanted = [BESIDE, ELSEWHERE, ...(stored.isRead === false ? [] : [WITHIN])];
    const seen = async () => {
      const { credentials } = await reportOf(tabId);
      const found = credentials.filter(({ carrier }) => carrier === 'indexedDB');
      return Promise.all(found.map(({ id }) => valueOf(tabId, id)));
    };
    const values = await until(seen, (all) => all.length >= wanted.length);
    await page.close();
    return { told: [values.toSorted(), errors], wanted: [wanted.toSorted(), []] };
  };
  const IN = 'in IndexedDB (%s) hides nothing beside it';
  it.each(Object.keys(RECORDS).filter((name) => !MILD.has(name)))(IN, async (name) => {
    const { told, wanted } = await foundBeside(name);
    expect(told).toEqual(wanted);
  });
  it.each([...MILD])(IN, THOROUGH, async (name) => {
    const { told, wanted } = await foundBeside(name);
    expect(told).toEqual(wanted);
  });

  it('in a database that it never lets anybody open hides no other', async () => {
    const { page, tabId } = await open('held.test');
    await page.evaluate(`(async () => {
      await new Promise((resolve) => {
        const open = indexedDB.open('1', 1);
        open.onupgradeneeded = () => {
          const store = open.result.createObjectStore('a');
          // As long as something is asked for, nobody else may open it.
          const hold = () => { store.get(1).onsuccess = hold; };
          hold();
          resolve();
        };
      });
      await new Promise((resolve) => {
        const open = indexedDB.open('2', 1);
        open.onupgradeneeded = () => open.result.createObjectStore('a');
        open.onsuccess = () => {
          const write = open.result.transaction('a', 'readwrite');
          write.objectStore('a').put({ access_token: '${ELSEWHERE}' }, 'k');
          write.oncomplete = () => { open.result.close(); resolve(); };
        };
      });
    })()`);
    const { credentials } = await until(
      () => reportOf(tabId),
      (report) => report.credentials.some(({ carrier }) => carrier === 'indexedDB'),
    );
    expect(await valueOf(tabId, credentials[0]!.id)).toBe(ELSEWHERE);
    await page.close();
  });

  it.each([
    ['localStorage', (token: string) => `localStorage.setItem('access_token', '${token}')`],
    [
      'a header',
      (token: string) => `fetch('/api', { headers: { authorization: 'Bearer ${token}' } })`,
    ],
    [
      'a frame without an address',
      (token: string) => `new Promise((resolve) => {
        const frame = document.createElement('iframe');
        frame.srcdoc = '<script>localStorage.setItem("id_token", "${token}")<' + '/script>';
        frame.onload = resolve;
        document.body.append(frame);
      })`,
    ],
  ])('as a token 5,000 levels deep in %s is told, and blinds nobody', async (where, put) => {
    const { page, tabId } = await open(`${where.replaceAll(' ', '-')}.deep.test`, '/set');
    await page.evaluate(put(deepToken(5_000)));
    await page.evaluate(() => localStorage.setItem('refresh_token', 'r'.repeat(9) + Math.random()));
    const { credentials } = await until(
      () => reportOf(tabId),
      (report) => report.credentials.filter(({ format }) => format === 'jwt').length >= 2,
    );
    expect(credentials.map(({ carrier }) => carrier)).toContain('cookie');
    const view = await extension().openFullView(tabId);
    await view.waitForSelector('.verdict');
    await view.close();
    await page.close();
  });

  it('odd in every way is told by its names, and runs nowhere', async () => {
    const { page, tabId } = await open('odd.test');
    const names = [
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      '<img src=x onerror="document.title=1">',
      '"><script>document.title=1</script>',
      '\u202egnp.exe',
      '\u200b\u200b',
      '\ud800',
      '',
      'a\u0000b',
      '{{constructor.constructor("document.title=1")()}}',
    ];
    const value = `<svg onload="document.title=1">${b64u('x'.repeat(40))}`;
    await page.evaluate(
      (keys, text) => {
        for (const key of keys) localStorage.setItem(key, text);
        for (const key of keys) sessionStorage.setItem(key, text);
      },
      names,
      value,
    );
    const told = async () =>
      (await extension().ask<'getStorage'>({ type: 'getStorage', tabId })).areas.find(
        ({ area }) => area === 'localStorage',
      )!;
    const { items } = await until(told, (area) => area?.items.length >= names.length);
    expect(items).toHaveLength(names.length);
    const view = await extension().openFullView(tabId);
    await view.waitForSelector('#screen-overview');
    const before = await view.title();
    await view.click('#tab-storage');
    await view.waitForFunction(() => document.body.innerText.includes('hasOwnProperty'));
    expect(await view.$$('#app img[src=x], #app script, #app svg[onload]')).toEqual([]);
    expect(await view.title()).toBe(before);
    await view.close();
    await page.close();
  });
});
