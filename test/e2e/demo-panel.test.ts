import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../../demo/start.js';
import { visitInsecure } from '../../demo/visit.js';
import { useExtension } from '../support/extension.js';

/** What a person sees of the insecure shop in the real DevTools and in the real popup. */
describe('the screens on the demo', () => {
  let demo: Demo;
  let page: Page;
  let panel: Frame;
  const extension = useExtension(async () => {
    demo = await startDemo();
    return { dock: 'undocked', hostRules: demo.hostRules, spki: [demo.certificateSpki] };
  });

  beforeAll(async () => {
    page = await extension().browser.newPage();
    ({ frame: panel } = await extension().openPanel(page));
    await visitInsecure(page, demo);
  });
  afterAll(() => demo.stop());

  /** Waits until the panel shows a text, wherever it is. */
  const shows = (text: string) =>
    panel.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, text);

  const openScreen = async (name: string) => {
    await panel.click(`[role=tab]#tab-${name}`);
    await panel.waitForSelector(`#tab-${name}[aria-selected=true]`);
  };

  it('show the verdict first', async () => {
    expect(await shows('http://insecure-shop.test')).toBeTruthy();
    expect(await shows('connect.sid')).toBeTruthy();
  });

  it.each([
    ['credentials', ['connect.sid', 'access_token', 'remember_me']],
    ['requests', ['insecure-shop.test', 'metrics.test']],
    ['findings', ['A cookie that logs the user in can be read by scripts']],
  ])('list the %s', async (screen, texts) => {
    await openScreen(screen);
    for (const text of texts) expect(await shows(text)).toBeTruthy();
  });

  it('list what is stored, without the values of tokens', async () => {
    const token = await page.evaluate(() => localStorage.getItem('access_token'));
    expect(token).toMatch(/^ey/);
    await openScreen('storage');
    await (await panel.waitForSelector('[aria-label="Local storage"] button'))!.click();
    await shows('access_token');
    expect(await panel.evaluate(() => document.body.innerText)).not.toContain(token);
  });

  it('go on after the background was killed', async () => {
    await extension().killWorker();
    await page.evaluate(() => fetch('/after-the-end'));
    await openScreen('requests');
    expect(await shows('after-the-end')).toBeTruthy();
  });

  it('have a popup that agrees with the panel', async () => {
    const tabId = await extension().tabIdOf(page);
    const { sites } = await extension().ask({ type: 'getReport', tabId });
    const popup = await extension().openPopup(page);
    for (const wanted of ['insecure-shop.test', sites[0]?.sentence ?? 'no verdict']) {
      const shown = await popup.waitForFunction(
        (text) => document.body.innerText.includes(text),
        {},
        wanted,
      );
      expect(shown).toBeTruthy();
    }
    await openScreen('overview');
    await panel.waitForSelector('.identifies');
    // Each names the first ones, and counts the others.
    const countIn = (element: Element) =>
      element.querySelectorAll('li .mono.name').length +
      Number(/(\d+) more/.exec(element.textContent)?.[1] ?? 0);
    const inPanel = await panel.$eval('.identifies', countIn);
    expect(inPanel).toBeGreaterThan(4);
    expect(await popup.$eval('section:has(.recognised)', countIn)).toBe(inPanel);
  });
});
