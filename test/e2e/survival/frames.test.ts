import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useExtension } from '../../support/extension.js';
import { DEFAULT_OPTIONS } from '../../../src/messaging/options.js';
import { framesLookedAt, html, type Lab, startLab, until } from '../capture/lab.js';

const LOGIN = `<form action="/session" onsubmit="event.preventDefault()">
  <input name="field7" type="password" value="correct horse battery"><button>in</button></form>`;
const STORES =
  "<script>localStorage.setItem('access_token', 'abcdefghijklmnopqrstuvwxyz0123456789')</script>";

/** Clicks in a frame of another site, whose process takes none before it was drawn. */
async function clickIn(frame: Frame, selector: string): Promise<void> {
  await frame.evaluate(
    () =>
      new Promise<void>((drawn) => {
        requestAnimationFrame(() => requestAnimationFrame(() => drawn()));
      }),
  );
  await frame.click(selector);
}

describe('the script that looks at pages', () => {
  let lab: Lab;
  let page: Page;
  const extension = useExtension(async () => {
    lab = await startLab({
      '/inside': (_, response) => html(response, LOGIN),
      '/stores': (_, response) => html(response, STORES),
      '/link': (_, response) => html(response, '<a href="/inside">log in</a>'),
      '/holds': (request, response) => {
        const [src, count] = new URL(request.url!, 'http://x').searchParams.values();
        const frame = `<iframe src="${src}"></iframe>`;
        html(response, frame.repeat(Number(count)));
      },
    });
  });
  afterAll(() => lab.close());
  beforeEach(async () => {
    page = await extension().browser.newPage();
  });
  afterEach(() => page.close());

  const open = (host: string, path: string, count: number) =>
    page.goto(
      `${lab.at('top.test')}/holds?src=${encodeURIComponent(lab.at(host) + path)}&count=${count}`,
    );
  const isIn = () => framesLookedAt(extension(), page);
  const stored = async () =>
    (await extension().askingPage()).evaluate(
      'chrome.storage.session.get(null).then(JSON.stringify)',
    ) as Promise<string>;

  it('is in the uppermost frame alone, whatever frames of the same site a page has', async () => {
    await open('top.test', '/stores', 10);
    await until(isIn, (frames) => frames.length === 11 && frames[0] === true);
    expect((await isIn()).filter((is) => is)).toHaveLength(1);
  });

  it('looks into one frame of another site for what that site stores', async () => {
    await open('other.test', '/stores', 10);
    await until(stored, (text) => text.includes(`"origin\\":\\"${lab.at('other.test')}`));
    expect((await isIn()).filter((is) => is)).toHaveLength(2);
  });

  it('is in a frame once somebody is, and sees what is submitted there', async () => {
    await open('idp.test', '/inside', 1);
    const frame = await page.waitForFrame((one) => one.url().endsWith('/inside'));
    await page.bringToFront();
    await clickIn(frame, 'input');
    await until(isIn, (frames) => frames.every((is) => is));
    await frame.click('button');
    expect(await until(stored, (text) => text.includes('login-form'))).toContain('field7');
  });

  it('follows when that frame shows another page', async () => {
    await open('idp.test', '/link', 1);
    const frame = await page.waitForFrame((one) => one.url().endsWith('/link'));
    await page.bringToFront();
    await clickIn(frame, 'a');
    await page.waitForFrame((one) => one.url().endsWith('/inside'));
    await until(isIn, (frames) => frames.length === 2 && frames.every((is) => is));
  });

  it('is in no page that is not recorded', async () => {
    const options = { capture: 'inspected' } as const;
    await extension().ask<'setOptions'>({ type: 'setOptions', options });
    try {
      await page.goto(`${lab.at('a.test')}/inside`);
      expect(await isIn()).toEqual([false]);
      const worker = await extension().worker();
      const listens = (await worker.evaluate(`[
        chrome.webNavigation.onCommitted, chrome.tabs.onUpdated, chrome.tabs.onCreated,
        chrome.webRequest.onSendHeaders, chrome.webRequest.onResponseStarted,
      ].map((event) => event.hasListeners())`)) as boolean[];
      expect(listens).toEqual([false, false, false, false, false]);
    } finally {
      await extension().ask<'setOptions'>({ type: 'setOptions', options: DEFAULT_OPTIONS });
    }
  });
});
