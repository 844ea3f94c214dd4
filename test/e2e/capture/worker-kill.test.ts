import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useExtension } from '../../support/extension.js';
import { HOST_RULES, killWorker, type Lab, outline, rowsOf, startLab, until } from './lab.js';

/** What may be lost: what was observed so shortly before the worker ended. */
const GRACE = 100;
const KILLS = 5;

describe('a worker that the browser ends under load', () => {
  let lab: Lab;
  let page: Page;
  const answeredAt = new Map<string, number>();
  const held: (() => void)[] = [];
  const extension = useExtension(async () => {
    lab = await startLab({
      '/load': (request, response) => {
        response.on('finish', () => answeredAt.set(request.url!, Date.now()));
        response.setHeader('set-cookie', `sid=${'0123456789abcdef'.repeat(3)}; HttpOnly`);
        response.end('ok');
      },
      '/held': (_, response) => void held.push(() => response.end('at last')),
    });
    return { hostRules: HOST_RULES };
  });
  beforeAll(async () => {
    page = await extension().browser.newPage();
    await page.goto(lab.at('a.test'));
  });
  afterAll(() => lab.close());

  it('loses nothing that was observed more than 100 ms before', async () => {
    await page.evaluate(() => {
      const state = { run: true, sent: 0 };
      Object.assign(globalThis, { state });
      const next = async (): Promise<void> => {
        if (!state.run) return;
        await fetch(`/load?n=${state.sent++}`);
        return next();
      };
      Object.assign(globalThis, { done: Promise.all([next(), next(), next(), next()]) });
    });
    const kills: number[] = [];
    for (let kill = 1; kill <= KILLS; kill++) {
      await until(() => page.evaluate('state.sent') as Promise<number>, (sent) => sent > kill * 60);
      kills.push(Date.now());
      await killWorker(extension());
      kills.push(Date.now());
    }
    await page.evaluate('state.run = false; done');
    await until(() => rowsOf(extension(), page), (rows) => rows.at(-1)?.status === 200);
    const kept = new Set((await rowsOf(extension(), page)).filter(({ status }) => status === 200).map(({ url }) => new URL(url)).map(({ pathname, search }) => pathname + search));
    const lost = [...answeredAt].filter(([url, at]) => {
      if (kept.has(url)) return false;
      // Observed while the worker was being ended, or just before.
      return !kills.some((_, index) => index % 2 === 0 && at > kills[index]! - GRACE && at < kills[index + 1]!);
    });
    expect(answeredAt.size).toBeGreaterThan(KILLS * 60);
    expect(lost).toEqual([]);
  });

  it('joins a response to the request that an earlier worker saw', async () => {
    await page.evaluate(() => void fetch('/held'));
    await until(() => rowsOf(extension(), page), (rows) => rows.at(-1)?.url.endsWith('/held') ?? false);
    const before = (await rowsOf(extension(), page)).at(-1)!;
    expect(before.status).toBeUndefined();
    const asking = await extension().askingPage();
    const stored = () => asking.evaluate('chrome.storage.session.get(null).then(JSON.stringify)') as Promise<string>;
    await until(stored, (text) => text.includes('/held'));
    await killWorker(extension());
    for (const release of held) release();
    const rows = await until(() => rowsOf(extension(), page), (all) => all.at(-1)?.status === 200);
    expect(rows.at(-1)).toMatchObject({ id: before.id, startedAt: before.startedAt });
  });

  it('shows the badge again', async () => {
    const tabId = await extension().tabIdOf(page);
    const badge = async () => {
      const asking = await extension().askingPage();
      return asking.evaluate(`chrome.action.getBadgeText({ tabId: ${tabId} })`);
    };
    const report = await extension().ask<'getReport'>({ type: 'getReport', tabId });
    const alarming = report.findings.filter(({ severity }) => ['critical', 'high'].includes(severity));
    expect(alarming.length).toBeGreaterThan(0);
    await killWorker(extension());
    await page.evaluate(() => fetch('/load?n=badge').then((response) => response.text()));
    await until(badge, (text) => text === String(alarming.length));
  });

  it('knows the request list after it, and that viewers must begin again', async () => {
    const tabId = await extension().tabIdOf(page);
    const before = await extension().ask<'getRequests'>({ type: 'getRequests', tabId, since: 0 });
    await killWorker(extension());
    const after = await extension().ask<'getRequests'>({ type: 'getRequests', tabId, since: before.revision });
    expect(after.reset).toBe(true);
    expect(outline(after.rows)).toEqual(outline(before.rows));
    const { revision } = after;
    expect(await extension().ask<'getRequests'>({ type: 'getRequests', tabId, since: revision })).toMatchObject({ rows: [], reset: false });
  });
});
