import { randomBytes } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import { shown } from '../../../browser/shown.js';
import { useExtension } from '../../support/extension.js';
import { html, type Lab, startLab } from '../capture/lab.js';

const YEAR = 31_536_000;
const UID = `uid=7f3a9c52e1b84d60a8f2c3d4e5f60718; Max-Age=${YEAR}; Path=/`;

describe('what is said of a page that logs nobody in', () => {
  let lab: Lab;
  const extension = useExtension(async () => {
    lab = await startLab({
      '/plain': (_, response) => html(response, '<p>hello</p><img src="/dot"><img src="/dot?2">'),
      '/dot': (_, response) => response.writeHead(204).end(),
      '/known': (_, response) => {
        response.setHeader('set-cookie', UID);
        html(response, '<p>hello</p>');
      },
      '/refused': (_, response) => {
        response.setHeader('set-cookie', '__Host-cart=abcdefgh; Path=/');
        html(response, '<p>hello</p>');
      },
    });
  });
  afterAll(() => lab.close());

  const opened = async (host: string, path: string): Promise<Page> => {
    const page = await extension().browser.newPage();
    await page.goto(`${lab.at(host)}${path}`);
    return page;
  };
  /** What the popup says, once it says this. */
  const popupOf = async (page: Page, words: string): Promise<string> => {
    const popup = await extension().openPopup(page);
    await popup.waitForFunction((some) => document.body.innerText.includes(some), {}, words);
    const text = await popup.evaluate(() => document.body.innerText);
    await popup.close();
    return text;
  };

  it('counts every request of a page with nothing, and asks for no reload', async () => {
    const page = await opened('plain.test', '/plain');
    const text = await popupOf(page, '3 requests were seen');
    expect(text).toContain('Nothing identifies you at http://plain.test');
    expect(text).not.toMatch(/Reload|this panel/);
    await page.close();
  });

  it('says what knows the browser again, and does not ask to log in', async () => {
    const page = await opened('known.test', '/known');
    const text = await popupOf(page, 'know this browser again');
    expect(text).toContain('uid lets the site know this browser again for 1 year');
    expect(text).not.toMatch(/Log in to see|sure/);
    await page.close();
  });

  it('gives no all-clear beside a cookie of which nothing is known', async () => {
    const page = await extension().browser.newPage();
    const value = randomBytes(16).toString('hex');
    await extension().browser.setCookie({ name: 'photos', value, domain: 'met.test', path: '/' });
    await page.goto(`${lab.at('met.test')}/plain`);
    const text = await popupOf(page, 'photos came along from before');
    expect(text).toContain('Nothing wrong was found in what was seen so far.');
    await page.close();
  });

  it('says of a refused cookie what it lacks, and never that it was issued', async () => {
    const page = await opened('refused.test', '/refused');
    const tabId = await extension().tabIdOf(page);
    const view = await extension().openFullView(tabId);
    await view.waitForSelector('#tab-credentials');
    await view.click('#tab-credentials');
    await (await view.waitForSelector('.grid-row'))!.click();
    await view.waitForSelector('.trail');
    const trail = await view.$eval('.trail', (list) => list.textContent);
    expect(trail).toContain('__Host- needs https, Secure');
    expect(trail).not.toContain('issued');
    await view.close();
    await page.close();
  });

  it('says on every screen that a page of the browser cannot be inspected', async () => {
    const page = await extension().browser.newPage();
    await page.goto('about:blank#1');
    const view = await extension().openFullView(await extension().tabIdOf(page));
    for (const screen of ['flow', 'credentials', 'requests', 'storage', 'findings', 'compare']) {
      await (await view.waitForSelector(`#tab-${screen}`))!.click();
      await shown(view, `#screen-${screen} ::-p-text(cannot be inspected)`);
      expect(await view.evaluate(() => document.body.innerText)).not.toMatch(/Reload|Allow/);
    }
    await view.close();
    await page.close();
  });

  it('says of a tab that was open before it what it cannot know, with a way out', async () => {
    const page = await opened('before.test', '/known');
    const asking = await extension().askingPage();
    const tabId = await extension().tabIdOf(page);
    const isLoaded = async () =>
      (await extension().ask<'getStatus'>({ type: 'getStatus', tabId })).loaded;
    // A late word of it would wake the next worker, before or after the store is emptied.
    await expect.poll(isLoaded).toBe(true);
    // What a worker that lives remembers would be written anew.
    await extension().killWorker();
    await asking.evaluate('chrome.storage.session.clear()');
    expect(await isLoaded()).toBe(false);
    const text = await popupOf(page, 'loaded before anything was recorded');
    expect(text).toContain('Reload');
    await page.close();
  });
});
