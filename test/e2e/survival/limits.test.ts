import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useOwnExtension } from '../../support/extension.js';
import { HOST_RULES, type Lab, listOf, outline, startLab, until } from '../capture/lab.js';

const QUOTA = 10_485_760;

/** A clock that is set back, a store without room, a site that may not be seen for a while. */
describe('a recording', () => {
  let lab: Lab;
  let page: Page;
  const extension = useOwnExtension(async () => {
    lab = await startLab({ '/api': (_, response) => void response.end('ok') });
    return { hostRules: HOST_RULES };
  });
  afterAll(() => lab.close());
  beforeEach(async () => {
    page = await extension().browser.newPage();
  });
  afterEach(() => page.close());

  const fetched = (from: number, count: number) =>
    page.evaluate(
      async (first, all) => {
        for (let n = first; n < first + all; n++) await fetch(`/api?${n}`);
      },
      from,
      count,
    );

  /** Until what was told is in the store: the worker may be ended then. */
  const written = async (): Promise<void> => {
    const asking = await extension().askingPage();
    const bytes = () => asking.evaluate('chrome.storage.session.getBytesInUse()');
    await until(
      async () => {
        const before = await bytes();
        await new Promise((resume) => setTimeout(resume, 200));
        return before === (await bytes());
      },
      (isStill) => isStill,
    );
  };

  it('goes on where the browser has no room for it, and says after an end what was lost', async () => {
    await page.goto(lab.at('full.test'));
    const tabId = await extension().tabIdOf(page);
    await until(
      () => listOf(extension(), tabId),
      ({ rows }) => rows.length === 1,
    );
    const asking = await extension().askingPage();
    const used = (await asking.evaluate('chrome.storage.session.getBytesInUse()')) as number;
    const filler = QUOTA - used - 300;
    await asking.evaluate(`chrome.storage.session.set({ filler: 'x'.repeat(${filler}) })`);
    await fetched(0, 30);
    await until(
      () => listOf(extension(), tabId),
      (list) => list.dropped > 0,
    );
    await written();
    await extension().killWorker();
    const after = await listOf(extension(), tabId);
    expect(after.dropped).toBeGreaterThan(0);
    const told = `${after.dropped} dropped beside ${outline(after.rows).join(', ')}`;
    expect(after.rows.length + after.dropped, told).toBe(31);
    // There is room again: what comes now is kept.
    await asking.evaluate(`chrome.storage.session.remove('filler')`);
    await fetched(30, 5);
    await until(
      () => listOf(extension(), tabId),
      ({ rows }) => rows.at(-1)?.url.endsWith('?34') === true && rows.at(-1)?.status === 200,
    );
    await written();
    await extension().killWorker();
    const last = await listOf(extension(), tabId);
    expect(last.rows.length + last.dropped).toBe(36);
    expect(last.rows.at(-1)?.url).toMatch(/\?34$/);
  });

  it('is kept by a worker whose clock is behind that of the one before', async () => {
    await page.goto(lab.at('clock.test'));
    const tabId = await extension().tabIdOf(page);
    const worker = await extension().worker();
    // All that this one writes from now on is of tomorrow.
    await worker.evaluate('{ const now = Date.now; Date.now = () => now() + 86_400_000; }');
    await fetched(0, 5);
    await until(
      () => listOf(extension(), tabId),
      ({ rows }) => rows.filter(({ status }) => status === 200).length === 6,
    );
    await written();
    await extension().killWorker();
    await fetched(5, 5);
    const { rows } = await until(
      () => listOf(extension(), tabId),
      (list) => list.rows.filter(({ status }) => status === 200).length >= 11,
    );
    await written();
    await extension().killWorker();
    const after = await listOf(extension(), tabId);
    expect(outline(after.rows).toSorted()).toEqual(outline(rows).toSorted());
    expect(after.rows).toHaveLength(11);
  });

  it('says that a site may not be seen any more, and goes on when it may', async () => {
    const site = lab.at('withheld.test');
    await page.goto(site);
    const tabId = await extension().tabIdOf(page);
    const status = () => extension().ask<'getStatus'>({ type: 'getStatus', tabId });
    await until(status, ({ requests, hostAccess }) => requests === 1 && hostAccess);
    const settings = await extension().browser.newPage();
    await settings.goto('chrome://extensions');
    const allow = (hostAccess: 'ON_CLICK' | 'ON_ALL_SITES') =>
      settings.evaluate(
        `chrome.developerPrivate.updateExtensionConfiguration({
          extensionId: '${extension().id}', hostAccess: '${hostAccess}' })`,
      );
    await allow('ON_CLICK');
    await until(status, ({ hostAccess }) => !hostAccess);
    await fetched(0, 3);
    await allow('ON_ALL_SITES');
    await until(status, ({ hostAccess }) => hostAccess);
    await fetched(3, 2);
    const { rows } = await until(
      () => listOf(extension(), tabId),
      (list) => list.rows.some(({ url }) => url.endsWith('?4')),
    );
    expect(rows.map(({ url }) => new URL(url).search)).toEqual(['', '?3', '?4']);
    await settings.close();
  });
});
