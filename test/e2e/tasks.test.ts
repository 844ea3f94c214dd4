import type { Frame, JSHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../../demo/start.js';
import { logOut, visitInsecure } from '../../demo/visit.js';
import { useExtension } from '../support/extension.js';
import { startTasksSite, type TasksSite } from './tasks-site.js';

/** The questions that everybody has, at the size of a docked panel: two clicks, and in view. */
const DOCKED = { width: 800, height: 400 };
const CLICKS = 2;

declare global {
  interface Window {
    logIn(path: string): Promise<number>;
    call(): Promise<number>;
  }
}

/** Somebody who counts the clicks, and who reads only what is in view. */
class Newcomer {
  clicks = 0;

  constructor(readonly frame: Frame) {}

  async click(selector: string): Promise<void> {
    this.clicks += 1;
    if (this.clicks > CLICKS) throw new Error(`${selector} would be one click too many`);
    await this.#sees(selector);
    await this.frame.click(selector);
  }

  /** Waits for words in what a selector finds; whether all of it is in view without scrolling. */
  async reads(selector: string, words: RegExp): Promise<boolean> {
    const found = await this.frame.waitForFunction(
      (css, source, flags) =>
        [...document.querySelectorAll<HTMLElement>(css)].find((one) =>
          new RegExp(source, flags).test(one.innerText.replaceAll(/\s+/g, ' ')),
        ),
      {},
      selector,
      words.source,
      words.flags,
    );
    return isInView(found);
  }

  async #sees(selector: string): Promise<void> {
    const found = (await this.frame.waitForSelector(selector))!;
    if (!(await isInView(found))) throw new Error(`${selector} is not in view`);
  }
}

/** The whole of it is in the window and in all that scrolls around it, and nothing lies over it. */
const isInView = (found: JSHandle): Promise<boolean> => found.evaluate(liesInView);

function liesInView(element: unknown): boolean {
  if (!(element instanceof HTMLElement)) return false;
  const own = element.getBoundingClientRect();
  const holds = (top: number, bottom: number) => own.top >= top && own.bottom <= bottom + 0.5;
  if (own.height === 0 || !holds(0, innerHeight)) return false;
  for (let around = element.parentElement; around; around = around.parentElement) {
    const { overflowY } = getComputedStyle(around);
    if (overflowY === 'visible') continue;
    const { top, bottom } = around.getBoundingClientRect();
    if (!holds(top, bottom)) return false;
  }
  const middle = document.elementFromPoint(own.left + 4, own.top + own.height / 2);
  return middle !== null && (element.contains(middle) || middle.contains(element));
}

describe('in a docked panel somebody who has never seen it', () => {
  let demo: Demo;
  let site: TasksSite;
  const extension = useExtension(async () => {
    [demo, site] = await Promise.all([startDemo(), startTasksSite()]);
    return { dock: 'undocked', hostRules: demo.hostRules, spki: [demo.certificateSpki] };
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
      expect(await one.reads('.glance', /Ends 36\dd/)).toBe(true);
      expect(
        await one.reads('.glance', /Goes to metrics\.test \(another site.*insecure-shop\.test ×\d/),
      ).toBe(true);
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

    it('and reads that a token had ended', async () => {
      await page.goto(`${site.at('expired.test')}/app`);
      const end = await page.evaluate(() => window.logIn('/short'));
      expect(await page.evaluate(() => window.call())).toBe(200);
      await page.waitForFunction((at) => Date.now() / 1000 > at, {}, end);
      expect(await page.evaluate(() => window.call())).toBe(401);
      expect(
        await one.reads('.answer', /Why was I logged out\? .*access_token had ended.*401/),
      ).toBe(true);
    });

    it('and reads that the page took the token away', async () => {
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

    it('and reads that the browser refused the cookie', async () => {
      await page.goto(`${site.at('refused.test')}/refused`);
      await submit();
      expect(await one.reads('.answer', /Why was I logged out\? .*refused __Host-sid/)).toBe(true);
    });
  });
});
