import type { Frame, Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import type { ExtensionBrowser } from '../support/extension.js';

/** A visit to the insecure shop that is over, with the panel beside it. */
export interface PanelLab {
  extension: ExtensionBrowser;
  page: Page;
  panel: Frame;
}

/** What a person sees of it on the other screens of the real DevTools and in the real popup. */
export function otherScreens(lab: () => PanelLab): void {
  /** Waits until the panel shows a text, wherever it is. */
  const shows = (text: string) =>
    lab().panel.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, text);

  const openScreen = async (name: string) => {
    const { panel } = lab();
    await panel.click(`[role=tab]#tab-${name}`);
    await panel.waitForSelector(`#tab-${name}[aria-selected=true]`);
  };

  it('shows the verdict', async () => {
    await openScreen('overview');
    expect(await shows('http://insecure-shop.test')).toBeTruthy();
    expect(await shows('connect.sid')).toBeTruthy();
  });

  it.each([
    ['credentials', ['connect.sid', 'access_token', 'remember_me']],
    ['requests', ['insecure-shop.test', 'metrics.test']],
    ['findings', ['A cookie that logs the user in can be read by scripts']],
  ])('lists the %s', async (screen, texts) => {
    await openScreen(screen);
    for (const text of texts) expect(await shows(text)).toBeTruthy();
  });

  it('lists what is stored, without the values of tokens', async () => {
    const { page, panel } = lab();
    const token = await page.evaluate(() => localStorage.getItem('access_token'));
    expect(token).toMatch(/^ey/);
    await openScreen('storage');
    await (await panel.waitForSelector('[aria-label="Local storage"] button'))!.click();
    await shows('access_token');
    expect(await panel.evaluate(() => document.body.innerText)).not.toContain(token);
  });

  it('goes on after the background was killed', async () => {
    const { extension, page } = lab();
    await extension.killWorker();
    await page.evaluate(() => fetch('/after-the-end'));
    await openScreen('requests');
    expect(await shows('after-the-end')).toBeTruthy();
  });

  it('has a popup that agrees with the panel', async () => {
    const { extension, page, panel } = lab();
    const tabId = await extension.tabIdOf(page);
    const { sites } = await extension.ask({ type: 'getReport', tabId });
    const popup = await extension.openPopup(page);
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
}
