import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS, type Options } from '../../../src/messaging/options.js';
import { useExtension } from '../../support/extension.js';
import { html, type Lab, listOf, rowsOf, startLab, until } from './lab.js';

/** Only what was chosen is recorded, in the real browser. */
describe('what is recorded', () => {
  let lab: Lab;
  const extension = useExtension(async () => {
    lab = await startLab({
      '/login': (_, response) => {
        response.setHeader('set-cookie', 'sid=0123456789abcdef0123456789abcdef; Path=/');
        html(response, `<script>localStorage.setItem('theme', 'dark'); fetch('/api')</script>`);
      },
      '/out': (_, response) => {
        response.writeHead(302, { location: `${lab.at('allowed.test')}/login` });
        response.end();
      },
    });
  });
  afterAll(() => lab.close());
  afterEach(() => choose(DEFAULT_OPTIONS));

  const choose = (options: Partial<Options>) =>
    extension().ask<'setOptions'>({ type: 'setOptions', options });
  const statusOf = async (page: Page) =>
    extension().ask<'getStatus'>({
      type: 'getStatus',
      tabId: await extension().tabIdOf(page),
    });
  const listens = async () =>
    (await extension().worker()).evaluate('chrome.webRequest.onSendHeaders.hasListeners()');
  const urls = async (page: Page) =>
    (await rowsOf(extension(), page)).map(({ url }) => url.replace(/:\d+\//, '/'));

  it('is nothing where no tab is inspected: no listener is there', async () => {
    expect(await listens()).toBe(true);
    await choose({ capture: 'inspected' });
    expect(await listens()).toBe(false);
    const page = await extension().browser.newPage();
    await page.goto(`${lab.at('shop.test')}/login`);
    expect(await statusOf(page)).toMatchObject({ scope: 'not-inspected', requests: 0 });
    // A worker that is woken registers first, and narrows when it knows what was chosen.
    await extension().killWorker();
    expect(await statusOf(page)).toMatchObject({ scope: 'not-inspected', requests: 0 });
    expect(await listens()).toBe(false);
    const tabId = await extension().tabIdOf(page);
    const report = await extension().ask<'getReport'>({ type: 'getReport', tabId });
    expect([report.sites, report.credentials]).toEqual([[], []]);
    await page.close();
  });

  it('is a tab as long as its DevTools are open, also after the worker has ended', async () => {
    await choose({ capture: 'inspected' });
    const page = await extension().browser.newPage();
    await page.goto(`${lab.at('shop.test')}/login`);
    const { devtools } = await extension().openPanel(page);
    await until(
      () => statusOf(page),
      ({ scope }) => scope === 'recorded',
    );
    await extension().killWorker();
    await page.goto(`${lab.at('shop.test')}/login?again`);
    await until(
      () => urls(page),
      (all) => all.some((url) => url.endsWith('/login?again')),
    );
    const other = await extension().browser.newPage();
    await other.goto(`${lab.at('other.test')}/login`);
    expect(await statusOf(other)).toMatchObject({ scope: 'not-inspected', requests: 0 });
    await devtools.close();
    await until(listens, (any) => any === false);
    await other.close();
    await page.close();
  });

  it('is a site that was allowed, with its subdomains, and no other', async () => {
    await choose({ capture: 'allowed', sites: ['allowed.test'] });
    const page = await extension().browser.newPage();
    await page.goto(`${lab.at('refused.test')}/login`);
    expect(await statusOf(page)).toMatchObject({ scope: 'not-allowed', requests: 0 });
    // The way to an allowed site leads over one that is not.
    await page.goto(`${lab.at('refused.test')}/out`);
    await until(
      () => urls(page),
      (all) => all.includes('http://allowed.test/api'),
    );
    expect(await urls(page)).toEqual(['http://allowed.test/login', 'http://allowed.test/api']);
    await page.goto(`${lab.at('www.allowed.test')}/login`);
    await until(
      () => urls(page),
      (all) => all.includes('http://www.allowed.test/api'),
    );
    await page.goto(`${lab.at('refused.test')}/login`);
    const { scope, requests } = await statusOf(page);
    expect([scope, requests]).toEqual(['not-allowed', 4]);
    const tabId = await extension().tabIdOf(page);
    const report = await extension().ask<'getReport'>({ type: 'getReport', tabId });
    expect(report.sites.map(({ site }) => site)).toEqual(['http://allowed.test']);
    // Allowed now, it was loaded before.
    await choose({ sites: ['allowed.test', 'refused.test'] });
    expect(await statusOf(page)).toMatchObject({ scope: 'recorded', loaded: false });
    await page.close();
  });

  it('begins anew with each page where the log is not preserved', async () => {
    const page = await extension().browser.newPage();
    await page.goto(`${lab.at('shop.test')}/login`);
    await until(
      () => urls(page),
      (all) => all.length === 2,
    );
    const tabId = await extension().tabIdOf(page);
    const { revision } = await listOf(extension(), tabId);
    await choose({ preserveLog: false });
    await page.goto(`${lab.at('shop.test')}/out`);
    await until(
      () => urls(page),
      (all) => all.includes('http://allowed.test/api'),
    );
    expect(await urls(page)).toEqual([
      'http://shop.test/out',
      'http://allowed.test/login',
      'http://allowed.test/api',
    ]);
    expect(await statusOf(page)).toMatchObject({ loaded: true, requests: 3 });
    // A viewer that knows the old log is told to forget it.
    const ask = { type: 'getRequests', tabId, since: revision } as const;
    expect((await extension().ask<'getRequests'>(ask)).reset).toBe(true);
    await page.close();
  });

  it('is deleted altogether when somebody says so', async () => {
    const page = await extension().browser.newPage();
    await page.goto(`${lab.at('shop.test')}/login`);
    await until(
      () => urls(page),
      (all) => all.length === 2,
    );
    const deleted = await extension().ask<'deleteAll'>({ type: 'deleteAll' });
    expect(deleted.requests).toBeGreaterThanOrEqual(2);
    expect(await urls(page)).toEqual([]);
    const worker = await extension().worker();
    const stored = (await worker.evaluate(
      `chrome.storage.session.get(null).then((all) => JSON.stringify(all))`,
    )) as string;
    // What the jar holds may be seen anew at once: the tab is open, and recorded on.
    expect(stored).not.toMatch(/sent|answered|navigated/);
    await page.close();
  });
});
