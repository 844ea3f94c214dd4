import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useOwnExtension } from '../support/extension.js';
import { type LocalServer, startServer } from '../support/local-server.js';

describe('the built extension in a real browser', () => {
  const extension = useOwnExtension({ dock: 'undocked', theme: 'dark' });
  let server: LocalServer;

  beforeAll(async () => {
    server = await startServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<title>Local</title>');
    });
  });
  afterAll(() => server.close());

  const openPage = async (path: string) => {
    const page = await extension().browser.newPage();
    await page.goto(`${server.origin}${path}`);
    return page;
  };

  it('runs its background worker', async () => {
    const worker = await extension().worker();
    const name = await worker.evaluate('chrome.runtime.getManifest().name');
    expect(name).toBe('Credtrail');
  });

  it('is back after its worker was killed, and answers', async () => {
    const before = await extension().worker();
    await extension().killWorker();
    const tabs = await extension().ask({ type: 'listTabs' });
    expect(tabs).toEqual(expect.any(Array));
    expect(await extension().worker()).not.toBe(before);
  });

  it('answers a test where its worker starts again in its old target', async () => {
    const before = await extension().worker();
    const target = extension()
      .browser.targets()
      .find((candidate) => candidate.url() === extension().url('background.js'))!;
    // Whoever else listens to a worker as it ends makes the browser keep its target.
    const other = await target.createCDPSession();
    await extension().killWorker();
    const asked = extension().ask({ type: 'listTabs' });
    await other.send('Runtime.runIfWaitingForDebugger');
    await other.detach();
    expect(await asked).toEqual(expect.any(Array));
    expect(await extension().worker()).not.toBe(before);
  });

  it('has a panel in the real DevTools, in the theme of DevTools', async () => {
    const page = await openPage('/panel');
    const { frame } = await extension().openPanel(page);
    expect(await frame.evaluate('chrome.devtools.inspectedWindow.tabId')).toBe(
      await extension().tabIdOf(page),
    );
    expect(await frame.evaluate('chrome.devtools.panels.themeName')).toBe('dark');
    expect(await frame.waitForSelector('#app > *')).toBeTruthy();
  });

  it('opens its popup', async () => {
    const page = await openPage('/popup');
    const popup = await extension().openPopup(page);
    expect(await popup.waitForSelector('#app > *')).toBeTruthy();
    await popup.close();
  });

  it('opens the full view of a tab', async () => {
    const page = await openPage('/full-view');
    const view = await extension().openFullView(await extension().tabIdOf(page));
    expect(await view.waitForSelector('#app > *')).toBeTruthy();
    await view.close();
  });

  it.each([
    ['a page', () => extension().openFullView(0)],
    ['the worker', () => extension().worker()],
  ])('may not fetch from %s', async (_, open) => {
    const place = await open();
    const outcome = await place.evaluate(
      `fetch('${server.origin}/fetched').then(() => 'fetched', () => 'refused')`,
    );
    expect(outcome).toBe('refused');
    expect(server.requests).not.toContain('GET /fetched');
  });

  it('may not load a picture from elsewhere', async () => {
    const view = await extension().openFullView(0);
    const outcome = await view.evaluate(
      `new Promise((resolve) => {
        const image = new Image();
        image.onload = () => resolve('loaded');
        image.onerror = () => resolve('refused');
        image.src = '${server.origin}/picture';
      })`,
    );
    expect(outcome).toBe('refused');
    expect(server.requests).not.toContain('GET /picture');
  });
});
