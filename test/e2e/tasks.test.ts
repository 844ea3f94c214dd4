import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { useExtension } from '../support/extension.js';
import { DOCKED, Newcomer } from '../support/newcomer.js';
import { THOROUGH } from '../support/thorough.js';
import { startTasksSite, type TasksSite } from './tasks-site.js';

declare global {
  interface Window {
    logIn(path: string): Promise<number>;
    call(): Promise<number>;
  }
}

describe('in a docked panel somebody who has never seen it', () => {
  let site: TasksSite;
  const extension = useExtension(async () => {
    site = await startTasksSite();
  });
  afterAll(() => site.close());

  const panelBeside = async (page: Page): Promise<Frame> => {
    const { frame, devtools } = await extension().openPanel(page);
    await devtools.setViewport(DOCKED);
    return frame;
  };

  describe('asks why they were logged out', () => {
    let page: Page;
    let one: Newcomer;
    beforeEach(async () => {
      page = await extension().browser.newPage();
      one = new Newcomer(await panelBeside(page));
    });

    const submit = () => Promise.all([page.waitForNavigation(), page.click('#log-in')]);

    it('and reads that the server lost the session', async () => {
      await page.goto(`${site.at('lost.test')}/login`);
      await submit();
      await page.reload();
      site.restart();
      await page.reload();
      await page.waitForSelector('#log-in');
      expect(await one.reads('.answer', /Why was I logged out\? .*server did not know sid/)).toBe(
        true,
      );
      expect(await one.frame.$('.session-lost-line')).toBeNull();
    });

    it('and reads that a token had ended', THOROUGH, async () => {
      await page.goto(`${site.at('expired.test')}/app`);
      const end = await page.evaluate(() => window.logIn('/short'));
      expect(await page.evaluate(() => window.call())).toBe(200);
      await page.waitForFunction((at) => Date.now() / 1000 > at, {}, end);
      expect(await page.evaluate(() => window.call())).toBe(401);
      expect(
        await one.reads('.answer', /Why was I logged out\? .*access_token had ended.*401/),
      ).toBe(true);
    });

    it('and reads that the page took the token away', THOROUGH, async () => {
      await page.goto(`${site.at('cleared.test')}/app`);
      await page.evaluate(() => window.logIn('/long'));
      await page.evaluate(() => window.call());
      await page.reload();
      expect(await one.reads('.identifying', /access_token/)).toBe(true);
      await page.evaluate(() => localStorage.clear());
      await page.reload();
      expect(
        await one.reads(
          '.answer',
          /Why was I logged out\? .*access_token was taken out of the web storage/,
        ),
      ).toBe(true);
    });

    it('and reads that the browser refused the cookie', THOROUGH, async () => {
      await page.goto(`${site.at('refused.test')}/refused`);
      await submit();
      expect(await one.reads('.answer', /Why was I logged out\? .*refused __Host-sid/)).toBe(true);
    });
  });
});
