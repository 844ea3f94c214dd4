import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useExtension, useOwnExtension } from '../../support/extension.js';
import { type LocalServer, startServer } from '../../support/local-server.js';
import { lowContrast } from './low-contrast.js';

const RULE = 'cookie-missing-httponly';
const PATH = `rules/rule.html?id=${RULE}`;
const TITLE = 'A cookie that logs the user in can be read by scripts';

const text = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (found) => (found as HTMLElement).innerText);

describe('the page of a rule', () => {
  const extension = useExtension();
  let server: LocalServer;

  beforeAll(async () => {
    server = await startServer((request, response) => {
      const set = 'sid=0123456789abcdef0123456789abcdef; Path=/';
      response.writeHead(200, {
        'content-type': 'text/html',
        ...(request.url === '/' && { 'set-cookie': set }),
      });
      response.end('<!doctype html><title>Shop</title><link rel="icon" href="data:,">');
    });
  });
  afterAll(() => server.close());

  const open = async (path: string): Promise<Page> => {
    const page = await extension().browser.newPage();
    await page.goto(extension().url(path));
    await page.waitForSelector('.rule-page h1');
    return page;
  };

  /** Follows the link of the rule's finding, by keyboard; gives the tab that opens. */
  const follow = async (view: Page | Frame): Promise<Page> => {
    await (await view.waitForSelector('#tab-findings'))!.click();
    const summary = await view.waitForSelector(`.group:has(.about-rule[href*="${RULE}"]) summary`);
    await summary!.click();
    const link = await view.waitForSelector(`.about-rule[href*="${RULE}"]`, { visible: true });
    await link!.focus();
    await link!.press('Enter');
    const target = await extension().browser.waitForTarget(
      (one) => one.url() === extension().url(PATH),
    );
    const page = await target.asPage();
    await page.waitForSelector('.rule-page h1');
    return page;
  };

  it('is where a finding leads to, from DevTools and from the view in a tab', async () => {
    const site = await extension().browser.newPage();
    const { frame } = await extension().openPanel(site);
    await site.goto(server.origin);
    // One after the other: nothing is drawn in a tab that is behind another one.
    const toTitle = async (from: Page | Frame) => {
      const page = await follow(from);
      const title = await text(page, 'h1');
      await page.close();
      return title;
    };
    expect(await toTitle(frame)).toBe(TITLE);
    const view = await extension().openFullView(await extension().tabIdOf(site));
    expect(await toTitle(view)).toBe(TITLE);
    await view.close();
    await site.close();
  });

  it('says all that is to be said of the rule', async () => {
    const page = await open(PATH);
    expect(await page.title()).toBe(`${TITLE} · Credtrail`);
    expect(await text(page, '.severity')).toMatch(/cookie-missing-httponly\s+High; medium for/);
    expect(await page.$$eval('h2', (found) => found.map((each) => each.textContent))).toEqual([
      'Why it matters',
      'What to change',
      'What the change may break',
      'Shown as good where everything passes',
      'Examples',
      'References',
    ]);
    expect(await text(page, '.fix')).toContain('HttpOnly');
    expect(await page.$$('.examples.flags li')).not.toHaveLength(0);
    expect(await page.$$('.examples.passes li')).not.toHaveLength(0);
    const links = await page.$$eval('.references a', (found) => found.map(({ href }) => href));
    expect(links).toContain('https://cwe.mitre.org/data/definitions/1004.html');
    await page.close();
  });

  it('lists all rules, also where there is none of that id', async () => {
    const page = await open(`rules/rule.html?id=${encodeURIComponent('<b>x</b>')}`);
    expect(await text(page, '[role=status]')).toBe('There is no rule “<b>x</b>”.');
    await page.focus(`a[href$="?id=${RULE}"]`);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await page.waitForSelector('article');
    expect(await text(page, 'h1')).toBe(TITLE);
    await page.keyboard.press('Tab');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect((await page.$$('.all-rules a')).length).toBeGreaterThan(50);
    expect(await page.$('[role=status]')).toBeNull();
    await page.close();
  });

  it.each(['light', 'dark'])('can be read in %s, and fits a narrow window', async (theme) => {
    const page = await open(PATH);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    await page.setViewport({ width: 320, height: 700 });
    await page.waitForFunction(
      (wanted) => document.documentElement.dataset.theme === wanted,
      {},
      theme,
    );
    expect(await page.evaluate(lowContrast)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.close();
  });
});

describe('the page of a rule, for a Korean reader', () => {
  const extension = useOwnExtension({ language: 'ko' });

  it('speaks Korean, but for the names of the examples', async () => {
    const page = await extension().browser.newPage();
    await page.goto(extension().url(PATH));
    await page.waitForSelector('article');
    const korean = /\p{Script=Hangul}/u;
    for (const part of ['h1', '.severity', '.rich-text', '.examples h3']) {
      expect(await text(page, part)).toMatch(korean);
    }
    expect(await page.$eval('.examples ul', (list) => list.lang)).toBe('en');
    expect(await text(page, '.examples ul')).not.toMatch(korean);
    await page.close();
  });
});
