import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, useExtension } from '../../support/extension.js';
import { type Lab, outline, rowsOf, startLab, until } from './lab.js';

/** What may be lost: what was observed so shortly before the worker ended. */
const GRACE = 100;
const KILLS = 5;
/** How many answers a worker must have observed before it is ended. */
const OBSERVED = 60;
/** Pages fetch in so many chains, each of which asks for the next when it has the last. */
const CHAINS = [0, 1, 2, 3];

interface Kill {
  /**
   * Names of the answers that a worker observed longer than the grace before it was told to end.
   */
  observed: Set<string>;
  /** When the worker was gone, in milliseconds. */
  gone: number;
}

describe('a worker that the browser ends under load', () => {
  let lab: Lab;
  let page: Page;
  const answeredAt = new Map<string, number>();
  const held: (() => void)[] = [];
  const extension = useExtension(async () => {
    lab = await startLab({
      '/load': (request, response) => {
        response.on('finish', () => answeredAt.set(load(request.url!), Date.now()));
        response.setHeader('set-cookie', `sid=${'0123456789abcdef'.repeat(3)}; HttpOnly`);
        response.end('ok');
      },
      '/held': (_, response) => void held.push(() => response.end('at last')),
    });
  });
  beforeAll(async () => {
    page = await extension().browser.newPage();
    await page.goto(lab.at('a.test'));
  });
  afterAll(() => lab.close());

  it('loses nothing that was observed more than 100 ms before', async () => {
    await page.evaluate((chains) => {
      const state = { run: true };
      const next = async (chain: number, n: number): Promise<void> => {
        if (!state.run) return;
        await fetch(`/load?${chain}.${n}`);
        return next(chain, n + 1);
      };
      const done = Promise.all(chains.map((chain) => next(chain, 0)));
      Object.assign(globalThis, { state, done });
    }, CHAINS);
    const kills: Kill[] = [];
    for (let kill = 0; kill < KILLS; kill++) kills.push(await endUnderLoad(extension()));
    await page.evaluate('state.run = false; done');
    await page.evaluate(() => fetch('/load?last'));
    const rows = await until(
      () => rowsOf(extension(), page),
      (all) => all.at(-1)?.status === 200,
    );
    const kept = new Set(rows.filter(({ status }) => status === 200).map(({ url }) => load(url)));
    expect(kept).toContain('last');
    const lost = [...answeredAt].filter(([name]) => !kept.has(name));
    // Only what came after the last that was surely observed, and before the worker was gone.
    const unexcused = lost.filter(([name, at]) => {
      return !kills.some(({ observed, gone }) => at <= gone && !observed.has(name));
    });
    expect(answeredAt.size).toBeGreaterThan(KILLS * OBSERVED);
    expect(unexcused).toEqual([]);
  });

  it('joins a response to the request that an earlier worker saw', async () => {
    await page.evaluate(() => void fetch('/held'));
    await until(
      () => rowsOf(extension(), page),
      (rows) => rows.at(-1)?.url.endsWith('/held') ?? false,
    );
    const before = (await rowsOf(extension(), page)).at(-1)!;
    expect(before.status).toBeUndefined();
    const asking = await extension().askingPage();
    const stored = () =>
      asking.evaluate('chrome.storage.session.get(null).then(JSON.stringify)') as Promise<string>;
    await until(stored, (text) => text.includes('/held'));
    await extension().killWorker();
    for (const release of held) release();
    const rows = await until(
      () => rowsOf(extension(), page),
      (all) => all.at(-1)?.status === 200,
    );
    expect(rows.at(-1)).toMatchObject({ id: before.id, startedAt: before.startedAt });
  });

  it('loses nothing to a second stop while it restores, and tells its tabs without reading', async () => {
    const tabId = await extension().tabIdOf(page);
    const before = await rowsOf(extension(), page);
    for (const stop of [1, 2]) {
      await extension().killWorker();
      await page.evaluate((n) => fetch(`/load?stop${n}`).then((answer) => answer.text()), stop);
      const tabs = await extension().ask<'listTabs'>({ type: 'listTabs' });
      expect(tabs.find((tab) => tab.tabId === tabId)?.requests).toBe(before.length + stop);
      // By now what reads has been asked for by the badge.
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    await extension().killWorker();
    const after = await rowsOf(extension(), page);
    expect(outline(after).slice(0, before.length)).toEqual(outline(before));
    expect(after.slice(before.length).map(({ url, status }) => [load(url), status])).toEqual([
      ['stop1', 200],
      ['stop2', 200],
    ]);
  });

  it('shows the badge again', async () => {
    const tabId = await extension().tabIdOf(page);
    const badge = async () => {
      const asking = await extension().askingPage();
      return asking.evaluate(`chrome.action.getBadgeText({ tabId: ${tabId} })`);
    };
    const report = await extension().ask<'getReport'>({ type: 'getReport', tabId });
    const alarming = report.findings.filter(({ severity }) =>
      ['critical', 'high'].includes(severity),
    );
    expect(alarming.length).toBeGreaterThan(0);
    await extension().killWorker();
    await page.evaluate(() => fetch('/load?n=badge').then((response) => response.text()));
    await until(badge, (text) => text === String(alarming.length));
  });

  it('knows the request list after it, and that viewers must begin again', async () => {
    const tabId = await extension().tabIdOf(page);
    const before = await extension().ask<'getRequests'>({ type: 'getRequests', tabId, since: 0 });
    await extension().killWorker();
    const after = await extension().ask<'getRequests'>({
      type: 'getRequests',
      tabId,
      since: before.revision,
    });
    expect(after.reset).toBe(true);
    expect(outline(after.rows)).toEqual(outline(before.rows));
    const { revision } = after;
    expect(
      await extension().ask<'getRequests'>({ type: 'getRequests', tabId, since: revision }),
    ).toMatchObject({ rows: [], reset: false });
  });
});

/** The name of an answer: chain and number. */
function load(url: string): string {
  return url.slice(url.indexOf('?') + 1);
}

/**
 * Ends the worker after it has observed enough; the worker itself tells what it observed, and when.
 */
async function endUnderLoad(extension: ExtensionBrowser): Promise<Kill> {
  const worker = await extension.worker();
  const seen = new Map<string, number>();
  const enough = new Promise<void>((resolve) => {
    worker.client.on('Runtime.consoleAPICalled', ({ args: [at, name] }) => {
      if (seen.set(String(name?.value), Number(at?.value)).size === OBSERVED) resolve();
    });
  });
  await worker.client.send('Runtime.enable');
  await worker.evaluate(`chrome.webRequest.onCompleted.addListener(
    ({ url }) => console.debug(Date.now(), url.slice(url.indexOf('?') + 1)),
    { urls: ['*://*/load?*'] },
  )`);
  await enough;
  const told = Date.now();
  await extension.killWorker();
  const inTime = [...seen].filter(([, at]) => at < told - GRACE).map(([name]) => name);
  return { observed: new Set(inTime.flatMap(upTo)), gone: Date.now() };
}

/** An answer and all before it in its chain: the browser reports a chain in its order. */
function upTo(name: string): string[] {
  const [chain, last] = name.split('.').map(Number);
  return Array.from({ length: last! + 1 }, (_, n) => `${chain}.${n}`);
}
