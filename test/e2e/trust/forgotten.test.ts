import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { useOwnExtension } from '../../support/extension.js';
import { THOROUGH } from '../../support/thorough.js';
import { foundIn, heapOf, WHOLE_STRINGS } from '../../support/heap.js';
import { HOST_RULES, type Lab, listOf, lookedAt, startLab, until } from '../capture/lab.js';
import { PASSWORDS, PLANTED, PLANTED_SITE, plantedAddress } from './planted.js';

const SECRETS = { ...PLANTED, ...PASSWORDS };
/** In bodies of answers alone, which DevTools may tell too late on a busy machine. */
const IN_ANSWERS = ['answer', 'subprotocol'];
const TOLD = Object.keys(PLANTED).filter((name) => !IN_ANSWERS.includes(name));

/** A site's secrets, looked for in all that the extension's background remembers. */
describe('what the background remembers of a tab', () => {
  let lab: Lab;
  const extension = useOwnExtension(async () => {
    lab = await startLab(PLANTED_SITE);
    return { hostRules: HOST_RULES, args: [WHOLE_STRINGS] };
  });
  afterAll(() => lab.close());
  // One that is left open by a failure would make all others fail.
  let left: Page | undefined;
  afterEach(async () => {
    if (left && !left.isClosed()) await left.close();
  });

  const visit = async (host: string): Promise<{ page: Page; tabId: number }> => {
    const page = await extension().browser.newPage();
    left = page;
    await page.goto(lab.at(host));
    const tabId = await extension().tabIdOf(page);
    await extension().openPanel(page);
    await page.goto(plantedAddress(lab.at(host)));
    await page.waitForFunction(() => document.title === 'ready');
    await lookedAt(extension(), page);
    await page.click('button');
    await extension().ask<'getReport'>({ type: 'getReport', tabId });
    // Each comes by a way of its own, and on a busy machine any may be last.
    const asking = await extension().askingPage();
    await until(
      async () => {
        const stored = await asking.evaluate(
          'chrome.storage.session.get(null).then(JSON.stringify)',
        );
        return foundIn(String(stored), PLANTED);
      },
      (names) => TOLD.every((name) => names.includes(name)),
    );
    return { page, tabId };
  };
  /** All that a worker knows once it has read what an earlier one left. */
  const remembered = async () => {
    await extension().ask<'listTabs'>({ type: 'listTabs' });
    const worker = await extension().worker();
    const stored = await worker.evaluate('chrome.storage.session.get(null).then(JSON.stringify)');
    const kept = await worker.evaluate('chrome.storage.local.get(null).then(JSON.stringify)');
    return {
      heap: foundIn(await heapOf(worker), SECRETS),
      session: foundIn(String(stored), SECRETS),
      local: foundIn(String(kept), SECRETS),
    };
  };
  const NOTHING: Awaited<ReturnType<typeof remembered>> = { heap: [], session: [], local: [] };
  /** What is under way at the moment of closing may take some milliseconds to end. */
  const staysRemembered = async (looks = 3): Promise<typeof NOTHING> => {
    const found = await remembered();
    const isClean = Object.values(found).every(({ length }) => length === 0);
    return isClean || looks === 1 ? found : staysRemembered(looks - 1);
  };

  const FIRST_AND_LAST =
    'is its secrets while it is open, and no password, and is nothing any more when it is closed';
  it(FIRST_AND_LAST, async () => {
    const { page, tabId } = await visit('open.test');
    const { heap, session, local } = await remembered();
    const all = new Set(Object.keys(PLANTED));
    expect(new Set([...heap, ...IN_ANSWERS])).toEqual(all);
    expect(new Set([...session, ...IN_ANSWERS])).toEqual(all);
    expect(local).toEqual([]);
    await page.close();
    await until(
      () => extension().ask<'listTabs'>({ type: 'listTabs' }),
      (tabs) => tabs.every((tab) => tab.tabId !== tabId),
    );
    expect(await staysRemembered()).toEqual(NOTHING);
  });

  it(
    'is nothing any more when it is closed, where the worker began while it was open',
    THOROUGH,
    async () => {
      const { page, tabId } = await visit('begun.test');
      await extension().killWorker();
      await remembered();
      await page.close();
      await until(
        () => extension().ask<'listTabs'>({ type: 'listTabs' }),
        (tabs) => tabs.every((tab) => tab.tabId !== tabId),
      );
      expect(await staysRemembered()).toEqual(NOTHING);
    },
  );

  /** The worker is ended so long after a tab began to close, in milliseconds. */
  const rememberedAfterEnd = async (delay: number) => {
    const { page, tabId } = await visit('ended.test');
    await page.evaluate(() => {
      for (let n = 0; n < 4; n++) fetch(`/held?${n}`).catch(() => undefined);
    });
    await until(
      () => listOf(extension(), tabId),
      ({ rows }) => rows.filter(({ url }) => url.includes('/held')).length === 4,
    );
    const closed = page.close();
    await new Promise((resolve) => setTimeout(resolve, delay));
    await Promise.all([closed, extension().killWorker()]);
    return staysRemembered();
  };
  const MIDDLE =
    'is nothing any more where the worker ends %i ms after it began to close, with requests in flight';
  it.each([20])(MIDDLE, async (delay) => expect(await rememberedAfterEnd(delay)).toEqual(NOTHING));
  it.each([0, 5, 50])(MIDDLE, THOROUGH, async (delay) =>
    expect(await rememberedAfterEnd(delay)).toEqual(NOTHING),
  );
});
