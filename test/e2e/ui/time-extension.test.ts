import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickOn, shown } from '../../../browser/shown.js';
import { tokenTold } from '../../../browser/token-told.js';
import { useExtension } from '../../support/extension.js';
import type { LocalServer } from '../../support/local-server.js';
import { THOROUGH } from '../../support/thorough.js';
import { selectByKeys } from './span-selection.js';
import { shownTexts } from './texts.js';
import { refreshTokens, startTokenApp } from './token-app.js';

const SECRET = 'a key for tests only';

describe('tokens and time in the extension', () => {
  const extension = useExtension();
  let server: LocalServer;
  beforeAll(async () => void (server = await startTokenApp('time in the extension')));
  afterAll(() => server.close());

  /** Opens the panel beside the application, logs in and calls its API. */
  const visit = async (): Promise<{ page: Page; frame: Frame; devtools: Page }> => {
    const page = await extension().browser.newPage();
    const { frame, devtools } = await extension().openPanel(page);
    await devtools.setViewport({ width: 1300, height: 800 });
    await page.goto(server.origin);
    await page.evaluate(() => window.logIn());
    await tokenTold(extension(), page, '/token');
    await page.evaluate(() => window.call());
    await frame.waitForSelector('#tab-credentials .count');
    return { page, frame, devtools };
  };

  /** A second page and a refresh later, with both on the strip. */
  const refreshed = async () => {
    const { page, frame, devtools } = await visit();
    await page.evaluate(() => history.pushState({}, '', '/orders'));
    await refreshTokens(extension(), page);
    await page.evaluate(() => window.call());
    await frame.click('#tab-flow');
    await frame.waitForFunction(
      () => document.querySelector('.strip-body .strip-joint[d^=M]') !== null,
    );
    return { page, frame, devtools };
  };

  const openAccessToken = async (frame: Frame) => {
    await frame.click('#tab-credentials');
    // Not by its place on the screen: a row that comes above it just then would be clicked instead.
    const row = await shown(frame, '.grid-row ::-p-text(access token)');
    await row.evaluate((cell) => (cell as HTMLElement).click());
    await frame.waitForSelector('aside .jwt');
  };

  it('hold a token against its ways, and take it to the scratchpad', THOROUGH, async () => {
    const { page, frame } = await visit();
    await openAccessToken(frame);
    await frame.waitForSelector('.jwt-where > .good + .good');
    expect(await shownTexts(frame, '.jwt-where > li')).toEqual([
      `Sent to ${server.origin}, which is its audience.`,
      `It came from ${server.origin}, which it names as its issuer.`,
    ]);
    expect(await shownTexts(frame, '.claim-words li')).toEqual(['read', 'write']);
    const left = await frame.$eval('.jwt .countdown', (time) => time.textContent);
    await frame.waitForFunction(
      (before) => document.querySelector('.jwt .countdown')?.textContent !== before,
      {},
      left,
    );
    await (await frame.waitForSelector('.jwt .button'))!.click();
    const encoded = await frame.waitForSelector('.scratch-encoded textarea');
    const token = await page.evaluate(() => localStorage['access_token'] as string);
    expect(await encoded!.evaluate((field) => (field as HTMLTextAreaElement).value)).toBe(token);
    await frame.type('.scratch-signature textarea', SECRET);
    await clickOn(frame, '.scratch-buttons button:not(:disabled) ::-p-text(Verify)');
    await frame.waitForSelector('output.verified');
    await frame.click('[aria-label^="Back"]');
    await frame.waitForSelector('#screen-credentials aside .jwt');
    await page.close();
  });

  it('show a refresh on the strip, and requests of a stretch', THOROUGH, async () => {
    const { page, frame, devtools } = await refreshed();
    await frame.waitForFunction(
      () =>
        document.querySelector('.strip-body .strip-page')?.getAttribute('d')?.split('M').length ===
        3,
    );
    await frame.focus('.strip-time');
    const said = () =>
      frame.$eval('.strip-time', (slider) => slider.getAttribute('aria-valuetext') ?? '');
    await devtools.keyboard.press('Home');
    await frame.waitForFunction(() =>
      document.querySelector('.strip-time')?.getAttribute('aria-valuetext')?.includes('page '),
    );
    expect(await said()).toMatch(/^\d\d:\d\d:\d\d page 127\.0\.0\.1/);
    await devtools.keyboard.down('Shift');
    await devtools.keyboard.press('End');
    await devtools.keyboard.up('Shift');
    await frame.waitForSelector('.strip-span');
    await devtools.keyboard.press('Enter');
    await shown(frame, '#screen-requests .grid-row ::-p-text(me)');
    await shown(frame, '.span-line ::-p-text(Only)');
    await page.close();
  });

  it('hold every screen to a stretch of the strip, from the last page on', async () => {
    const { page, frame, devtools } = await refreshed();
    const all = await frame.$eval('#tab-requests .count', (one) => Number(one.textContent));
    await selectByKeys(devtools, 'End', 1, 'ArrowLeft', frame);
    await frame.waitForFunction(
      (whole) => Number(document.querySelector('#tab-requests .count')?.textContent ?? 0) < whole,
      {},
      all,
    );
    await shown(frame, '.moments-outside ::-p-text(Login)');
    await frame.click('#tab-credentials');
    await shown(frame, '#screen-credentials .grid-row ::-p-text(access token)');
    await frame.waitForSelector('.span-line .span-note');
    await frame.click('#tab-storage');
    await shown(frame, '.span-note ::-p-text(Storage has no times)');
    await extension().killWorker();
    await frame.click('#tab-requests');
    await (await frame.waitForSelector('.span-line button'))!.click();
    await frame.waitForFunction(() => document.querySelector('.span-line') === null);
    await shown(frame, '#screen-requests .grid-row ::-p-text(token)');
    await frame.click('[aria-label^="Back"]');
    await frame.waitForSelector('.span-line');
    await page.close();
  });

  it('name marked moments for good, also when the worker has ended, and compare two', async () => {
    const { page, frame, devtools } = await visit();
    const mark = async (name: string) => {
      await frame.click('[aria-label="Mark this moment"]');
      await frame.waitForSelector('.mark-form:popover-open input:focus');
      await devtools.keyboard.type(name);
      await devtools.keyboard.press('Enter');
      await frame.waitForSelector('.mark-form:not(:popover-open)');
    };
    await frame.click('#tab-compare');
    await mark('A');
    await refreshTokens(extension(), page);
    await page.evaluate(() => window.call());
    await mark('B');
    await mark('C');
    await (await frame.waitForSelector('[aria-label="Rename A"]'))!.click();
    await frame.waitForSelector('.mark-list input:focus');
    await devtools.keyboard.type('before the refresh');
    await devtools.keyboard.press('Enter');
    await frame.waitForSelector('[aria-label="Rename before the refresh"]');
    await frame.click('[aria-label="Delete C"]');
    await frame.waitForFunction(() => document.querySelectorAll('.mark-list li').length === 2);
    await extension().killWorker();
    await frame.click('#tab-overview');
    await frame.click('#tab-compare');
    await frame.waitForFunction(() =>
      document.querySelector('.changes thead')?.textContent?.includes('before the refresh'),
    );
    await frame.waitForSelector('.changes tbody:nth-of-type(2) tr:not(.change-group)');
    const changed = await shownTexts(
      frame,
      '.changes tbody:nth-of-type(2) tr:not(.change-group) > th',
    );
    expect(changed).toContain('access token access_token');
    await page.close();
  });

  it('tell time as it was chosen once, on every screen and in every view', async () => {
    const { page, frame, devtools } = await visit();
    await openAccessToken(frame);
    await frame.waitForSelector('.trail time');
    const time = () => frame.$eval('.trail time', (one) => one.textContent ?? '');
    expect(await time()).toMatch(/^\d\d:\d\d:\d\d$/);
    const choose = async (name: string) => {
      await frame.click('[aria-label="How times are shown"]');
      await frame.waitForSelector('[role=menuitemradio][aria-checked=true]');
      await clickOn(frame, `[role=menuitemradio] ::-p-text(${name})`);
    };
    await choose('Since the recording began');
    await frame.waitForFunction(() =>
      /^[+−]/.test(document.querySelector('.trail time')!.textContent!),
    );
    await frame.click('#tab-flow');
    await shown(frame, '.picture text.time ::-p-text(+)');
    await frame.click('#tab-requests');
    await shown(frame, '.grid-row .cell-time ::-p-text(+)');
    const view = await extension().openFullView(await extension().tabIdOf(page));
    await view.waitForSelector('#tab-requests');
    await view.click('#tab-requests');
    await shown(view, '.grid-row .cell-time ::-p-text(+)');
    await view.close();
    await choose('Ago');
    await shown(frame, '.grid-row .cell-time ::-p-text(ago)');
    await choose('Local time');
    await devtools.bringToFront();
    await page.close();
  });
});
