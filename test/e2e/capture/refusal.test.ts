import type { Page, Target } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useOwnExtension } from '../../support/extension.js';
import { HOST_RULES, type Lab, startLab } from './lab.js';

/** Who may ask the background what. */
describe('a message to the background', () => {
  let lab: Lab;
  let page: Page;
  // One test pauses every tab of its browser, and no other may have left one.
  const extension = useOwnExtension(async () => {
    lab = await startLab({});
    return { hostRules: HOST_RULES };
  });
  beforeAll(async () => {
    page = await extension().browser.newPage();
    await page.goto(lab.at('a.test'));
  });
  afterAll(() => lab.close());

  /** Sends as a content script does: from the extension's own world in the page. */
  const asContentScript = async (message: unknown): Promise<unknown> => {
    const session = await page.createCDPSession();
    // It comes into the page a moment after the page itself.
    const own = await new Promise<{ id: number }>((found) => {
      session.on('Runtime.executionContextCreated', ({ context }) => {
        if (context.name === 'Credtrail') found(context);
      });
      void session.send('Runtime.enable');
    });
    const { result } = await session.send('Runtime.evaluate', {
      contextId: own.id,
      awaitPromise: true,
      returnByValue: true,
      expression: `chrome.runtime.sendMessage(${JSON.stringify(message)})`,
    });
    await session.detach();
    return result.value;
  };

  const asOwnPage = async (message: unknown): Promise<unknown> =>
    (await extension().askingPage()).evaluate(
      `chrome.runtime.sendMessage(${JSON.stringify(message)})`,
    );

  it('is refused to content scripts where only pages of the extension may ask', async () => {
    const tabId = await extension().tabIdOf(page);
    for (const type of ['getReport', 'listTabs', 'getRequests', 'reveal', 'clear']) {
      expect(await asContentScript({ type, tabId })).toEqual({
        refused: 'not for content scripts',
      });
    }
  });

  it('does not reach it from the page at all', async () => {
    expect(await page.evaluate('typeof globalThis.chrome?.runtime?.sendMessage')).toBe('undefined');
  });

  it('is refused where it is malformed', async () => {
    for (const message of [
      null,
      7,
      'getReport',
      {},
      { type: 'toString' },
      { type: 'getReport' },
      { type: 'getReport', tabId: 'x' },
      { type: 'getRequests', tabId: 1, since: null },
      { type: 'addDevtoolsEntries', tabId: 1, entries: [{}] },
    ]) {
      expect(await asOwnPage(message)).toEqual({ refused: 'not a request that is known' });
    }
  });

  it('is answered for a tab that nobody knows', async () => {
    const report = await extension().ask<'getReport'>({ type: 'getReport', tabId: 123_456_789 });
    expect(report).toMatchObject({ credentials: [], findings: [], source: { requests: 0 } });
  });

  it('pauses, resumes and clears a tab', async () => {
    const tabId = await extension().tabIdOf(page);
    const requests = async () =>
      (await extension().ask<'getStatus'>({ type: 'getStatus', tabId })).requests;
    const fetchOne = () => page.evaluate(() => fetch('/more').then((response) => response.text()));
    const before = await requests();
    const paused = await extension().ask<'setRecording'>({
      type: 'setRecording',
      tabId,
      recording: false,
    });
    expect(paused).toMatchObject({
      recording: false,
      hostAccess: true,
      url: `${lab.at('a.test')}/`,
    });
    await fetchOne();
    expect(await requests()).toBe(before);
    await extension().ask<'setRecording'>({ type: 'setRecording', tabId, recording: true });
    await fetchOne();
    expect(await requests()).toBe(before + 1);
    expect(await extension().ask<'clear'>({ type: 'clear', tabId })).toMatchObject({
      requests: 0,
      dropped: 0,
    });
  });

  it('ends listening to requests once every tab is paused, until one is not', async () => {
    const asking = await extension().askingPage();
    const tabIds = (await asking.evaluate(
      'chrome.tabs.query({}).then((tabs) => tabs.map(({ id }) => id))',
    )) as number[];
    const set = (tabId: number, recording: boolean) =>
      extension().ask<'setRecording'>({ type: 'setRecording', tabId, recording });
    const listens = async () =>
      (await extension().worker()).evaluate('chrome.webRequest.onSendHeaders.hasListeners()');
    expect(await listens()).toBe(true);
    for (const tabId of tabIds) await set(tabId, false);
    expect(await listens()).toBe(false);
    await set(tabIds[0]!, true);
    expect(await listens()).toBe(true);
    for (const tabId of tabIds) await set(tabId, true);
  });

  it('tells of the tabs that are recorded, until they close', async () => {
    const other = await extension().browser.newPage();
    await other.goto(`${lab.at('b.test')}/closing`);
    const tabId = await extension().tabIdOf(other);
    const known = async () =>
      (await extension().ask<'listTabs'>({ type: 'listTabs' })).find((tab) => tab.tabId === tabId);
    expect(await known()).toMatchObject({
      url: `${lab.at('b.test')}/closing`,
      requests: 1,
      findings: 0,
    });
    const gone = new Promise<Target>((resolve) =>
      extension().browser.once('targetdestroyed', resolve),
    );
    await other.close();
    await gone;
    expect(await known()).toBeUndefined();
  });
});
