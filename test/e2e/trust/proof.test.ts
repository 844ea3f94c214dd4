import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useOwnExtension } from '../../support/extension.js';
import { type Proxy, startProxy } from '../../support/proxy.js';
import { until } from '../capture/lab.js';

const SITE = 'http://shop.test';
const SID = 'b1946ac92492d2347c6235b4d2611184b1946ac92492d234';
/** What the server tells its user alone. */
const DIARY = 'dear diary 6f1ed002ab5595859014ebf0951522d9';

/** With a body that is there before anything is asked for: else an early answer would find none. */
const PAGE = `<!doctype html><title>Diary</title><link rel="icon" href="data:,"><body>
<script>fetch('/api/me').then(() => { document.body.id = 'done'; });</script>`;

describe('what a proof sends, and keeps', () => {
  let proxy: Proxy;
  let page: Page;
  let tabId: number;
  const extension = useOwnExtension(async () => {
    proxy = await startProxy((request, response) => {
      const isUser = (request.headers.cookie ?? '').includes(SID);
      if (request.url?.endsWith('/api/me')) {
        response.setHeader('content-type', 'application/json');
        response.statusCode = isUser ? 200 : 401;
        response.end(JSON.stringify(isUser ? { user: 'ada', diary: DIARY } : { error: 'who?' }));
      } else {
        response.setHeader('set-cookie', `PHPSESSID=${SID}; Path=/; HttpOnly`);
        response.setHeader('content-type', 'text/html');
        response.end(PAGE);
      }
    });
    return { args: proxy.args };
  });
  afterAll(() => proxy.close());

  beforeEach(async () => {
    page = await extension().browser.newPage();
    await page.goto(`${SITE}/`);
    await page.waitForSelector('#done');
    tabId = await extension().tabIdOf(page);
  });
  afterEach(() => page.close());

  const proofs = () => extension().ask<'getProofs'>({ type: 'getProofs', tabId });
  const offered = () =>
    until(proofs, ({ offers }) => offers.some(({ request }) => request !== undefined));
  const ofThePage = () => proxy.requests.filter((request) => request.includes('shop.test'));
  const prove = async () => {
    await offered();
    await extension().ask<'startProof'>({
      type: 'startProof',
      tabId,
      question: 'authenticates',
    });
    await until(proofs, ({ running }) => running === undefined);
    const report = await extension().ask<'getReport'>({ type: 'getReport', tabId });
    return report.proofs.at(-1)!;
  };

  it('is sent by no screen that is opened, and by no answer that is asked for', async () => {
    const { frame } = await extension().openPanel(page);
    const before = ofThePage();
    await offered();
    for (const screen of ['overview', 'credentials']) {
      await frame.click(`#tab-${screen}`);
      await frame.waitForSelector(`#screen-${screen} .button`);
    }
    await frame.click('#tab-overview');
    await (await frame.waitForSelector('.prove .button'))!.click();
    await frame.waitForSelector('.prove-offer');
    await extension().killWorker();
    await offered();
    expect(ofThePage()).toEqual(before);
  });

  it('goes to the server that the page had asked before, and to nobody else', async () => {
    const before = proxy.requests.length;
    const { sent, outcomes } = await prove();
    const since = proxy.requests.slice(before).filter((request) => !/google|gvt1/.test(request));
    expect(since).toEqual(Array.from({ length: sent }, () => `GET ${SITE}/api/me`));
    expect(outcomes.map(({ verdict }) => verdict)).toEqual(['needed']);
  });

  it('keeps nothing raw of what was answered', async () => {
    const proof = await prove();
    expect(JSON.stringify(proof)).not.toContain(DIARY);
    const asking = await extension().askingPage();
    const stored = (await asking.evaluate(
      'chrome.storage.session.get(null).then((all) => JSON.stringify(all))',
    )) as string;
    expect(stored).toContain(SID);
    expect(stored).not.toContain(DIARY);
  });

  it('is nothing where it was switched off', async () => {
    await offered();
    const choose = (allowed: boolean) =>
      extension().ask<'setOptions'>({ type: 'setOptions', options: { proofs: allowed } });
    await choose(false);
    const before = ofThePage();
    await extension().ask<'startProof'>({ type: 'startProof', tabId, question: 'authenticates' });
    expect(await proofs()).toMatchObject({ barred: 'off', offers: [] });
    expect(ofThePage()).toEqual(before);
    await choose(true);
  });
});
