import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import { toHar } from '../../accuracy/record/har.js';
import { NetworkLog } from '../../browser/network-log.js';
import { readStorageState } from '../../accuracy/record/storage-state.js';
import { testCertificate } from '../../accuracy/support/serve.js';
import { type Demo, startDemo } from '../../demo/start.js';
import { visitInsecure, visitSound } from '../../demo/visit.js';
import { settled } from '../../browser/settled.js';
import { Analysis } from '../../src/engine/pipeline/analyze.js';
import { readHar } from '../../src/engine/normalize/sources/har.js';
import { readStorageState as readState } from '../../src/engine/normalize/sources/storage-state.js';
import { essence } from '../support/essence.js';
import { useExtension } from '../support/extension.js';
import { THOROUGH } from '../support/thorough.js';
import { tokenTold } from '../../browser/token-told.js';

/** The browser's state, of this page's site alone: the other shop's cookies are in the same jar. */
async function ownState(page: Page, cdp: CDPSession) {
  const { cookies, ...state } = await readStorageState(page, cdp);
  return {
    ...state,
    cookies: cookies.filter(({ domain }) => new URL(page.url()).hostname === domain),
  };
}

describe('the same visit, live and from a recording', () => {
  let demo: Demo;
  const extension = useExtension(async () => {
    demo = await startDemo(await testCertificate());
  });
  afterAll(() => demo.stop());

  const bothWays = async (visit: typeof visitInsecure) => {
    const page = await extension().browser.newPage();
    const cdp = await page.createCDPSession();
    const log = new NetworkLog(cdp);
    await log.start();
    log.step = 'use';
    await extension().openPanel(page);
    await visit(page, demo, (answer) => tokenTold(extension(), page, answer));
    const tabId = await extension().tabIdOf(page);
    const live = await settled(() => extension().ask<'getReport'>({ type: 'getReport', tabId }));
    await log.settled();

    const { exchanges } = readHar(toHar(log));
    const analysis = new Analysis();
    for (const exchange of exchanges) analysis.addExchange(exchange);
    const at = Math.max(...exchanges.map(({ startedAt }) => startedAt));
    for (const snapshot of readState(await ownState(page, cdp), at).snapshots)
      analysis.addSnapshot(snapshot);
    const recorded = analysis.report({
      source: { kind: 'har', url: page.url(), dropped: 0 },
      version: '0',
    });
    return { recorded: essence(recorded), live: essence(live) };
  };

  it('gives the same report: the insecure shop', async () => {
    const { recorded, live } = await bothWays(visitInsecure);
    expect(recorded).toEqual(live);
  });

  it('gives the same report: the sound shop', THOROUGH, async () => {
    const { recorded, live } = await bothWays(visitSound);
    expect(recorded).toEqual(live);
  });
});
