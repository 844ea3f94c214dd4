import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testCertificate } from '../../accuracy/support/serve.js';
import { type Demo, startDemo } from '../../demo/start.js';
import { logOut, visitInsecure } from '../../demo/visit.js';
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
  let demo: Demo;
  let site: TasksSite;
  const extension = useExtension(async () => {
    [demo, site] = await Promise.all([testCertificate().then(startDemo), startTasksSite()]);
  });
  afterAll(() => Promise.all([demo.stop(), site.close()]));

  const panelBeside = async (page: Page): Promise<Frame> => {
    const { frame, devtools } = await extension().openPanel(page);
    await devtools.setViewport(DOCKED);
    return frame;
  };

  describe('at the insecure shop', () => {
    let page: Page;
    let frame: Frame;
    let one: Newcomer;
    beforeAll(async () => {
      page = await extension().browser.newPage();
      frame = await panelBeside(page);
      await visitInsecure(page, demo);
    });
    beforeEach(async () => {
      await frame.click('#tab-overview');
      one = new Newcomer(frame);
    });

    it('finds what authenticates without a click', async () => {
      expect(await one.reads('.identifying', /^session connect\.sid/)).toBe(true);
      expect(await one.reads('.identifying', /^access token access_token/)).toBe(true);
    });

    it('finds in one click whether it is safe, and the line to change', async () => {
      await one.click('.identifying ::-p-text(connect.sid)');
      expect(await one.reads('.glance', /Safe\? No: \d+ high/)).toBe(true);
      expect(await one.reads('.cookie-line', /^was sent Set-Cookie: connect\.sid=/)).toBe(true);
      expect(await one.reads('.cookie-line', /^should be Set-Cookie: .*HttpOnly/)).toBe(true);
    });

    it('finds in one click where a token goes and when it ends', async () => {
      await one.click('.identifying ::-p-text(access_token)');
      expect(await one.reads('.glance', /Ends 1 yr/)).toBe(true);
      expect(
        await one.reads('.glance', /Goes to metrics\.test \(another site.*insecure-shop\.test ×\d/),
      ).toBe(true);
    });

    it('is told in the flow what its red arrows are', async () => {
      await one.click('#tab-flow');
      expect(await one.reads('.flow-picture .legend .exposed', /^exposed$/)).toBe(true);
    });

    it('comes back from there with the button that is always there', async () => {
      await one.click('.identifying ::-p-text(connect.sid)');
      await frame.waitForSelector('#screen-credentials');
      await one.click('.actions > [aria-label^=Back]');
      expect(await frame.waitForSelector('#screen-overview')).not.toBeNull();
    });

    it('finds in one click from the worst findings what to change', async () => {
      await one.click('.worst li:first-child button');
      expect(await one.reads('.finding[open] .fix .lines', /\S/)).toBe(true);
    });

    it('finds without a click whether the logout ended the session', async () => {
      await logOut(page, demo);
      expect(
        await one.reads('.answer', /Did the logout end my session\? . No: .*remember_me/),
      ).toBe(true);
    });
  });

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
