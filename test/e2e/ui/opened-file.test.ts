import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickOn, shown } from '../../../browser/shown.js';
import { SCREENS } from '../../../src/ui/navigation/place.js';
import { useExtension } from '../../support/extension.js';
import { HAR_SESSION, loginHar } from '../../support/har-file.js';
import { type LocalServer, startServer } from '../../support/local-server.js';
import { drop, dropAll, savedReport } from './file-acts.js';
import { textOf } from './texts.js';

/** Files that hold no recording: what they are called, what is in them, and what is said of them. */
const REFUSED = [
  ['words.har', 'These are words.', 'not JSON'],
  ['other.json', '{"log":{}}', 'no log.entries list'],
  ['none.har', '{"log":{"entries":[]}}', 'no request that can be read'],
  ['manual.pdf', '%PDF-1.7', 'is a PDF document'],
  ['Trace.json', '{"traceEvents":[]}', 'is a performance trace'],
] as const;

/** A HAR file in the full view of the built extension. */
describe('a file in the full view', () => {
  const extension = useExtension();
  let server: LocalServer;
  let folder: string;

  const file = async (name: string, content: string) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  const choose = async (view: Page, path: string) => {
    const input = await view.waitForSelector('input[type=file][accept*=har]');
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
  };
  const openView = async (query = '') => {
    const view = await extension().browser.newPage();
    await view.goto(extension().url(`devtools/panel.html${query}`));
    return view;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'credtrail-opened-'));
    server = await startServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><link rel="icon" href="data:,"><h1>Here</h1>');
    });
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  it('shows it on the same screens, and the tab again when it is closed', async () => {
    const page = await extension().browser.newPage();
    await page.goto(`${server.origin}/here`);
    const view = await openView(`?tabId=${await extension().tabIdOf(page)}`);
    await view.waitForSelector('#screen-overview');
    await choose(view, await file('visit.har', loginHar()));
    await view.waitForSelector('.verdict');
    expect(await textOf(view, '.verdict .site')).toBe('https://shop.test');
    expect(await textOf(view, '.file-bar')).toContain('visit.har');
    expect(await view.title()).toBe('visit.har – Credtrail');
    expect(await view.$('.record-sign, .mark-form')).toBeNull();

    await view.click('#tab-credentials');
    await (await view.waitForSelector('#screen-credentials .grid-row'))!.click();
    await (await view.waitForSelector('[aria-label="Show the value"]'))!.click();
    await view.waitForSelector('aside .raw');
    expect(await textOf(view, 'aside .raw')).toBe(HAR_SESSION);
    await view.click('#tab-requests');
    await view.waitForSelector('#screen-requests .grid-row');
    expect(await view.$$eval('.cell-name', (all) => all.map((one) => one.textContent))).toEqual([
      'login',
      'Loginlogin',
      'account',
    ]);
    await view.click('.grid-row .cell-name');
    await clickOn(view, 'aside ::-p-text(Show the response body)');
    await shown(view, '.seen-body ::-p-text(<h1>Shop</h1>)');

    await view.click('.file-bar button');
    await view.waitForFunction(() => document.title === 'Credtrail');
    await view.click('#tab-requests');
    await view.waitForFunction(
      () => document.querySelector('.grid-row .cell-name')?.textContent === 'here',
    );
    await view.close();
    await page.close();
  });

  it('lets a tab be chosen, and a file be dropped anywhere', async () => {
    const page = await extension().browser.newPage();
    await page.goto(`${server.origin}/other`);
    const view = await openView();
    const tabId = await extension().tabIdOf(page);
    await view.waitForSelector(`.open-tabs a[href="?tabId=${tabId}"]`);
    await drop(view, 'dropped.har', loginHar());
    await view.waitForSelector('.verdict');
    expect(await textOf(view, '.file-bar')).toContain('dropped.har');
    await view.click('.file-bar button');
    const link = await view.waitForSelector(`.open-tabs a[href="?tabId=${tabId}"]`);
    await Promise.all([view.waitForNavigation(), link!.click()]);
    await view.waitForSelector('#tab-requests');
    await view.click('#tab-requests');
    await view.waitForSelector('.grid-row');
    expect(await textOf(view, '.grid-row .cell-path')).toBe('/other');
    await view.close();
    await page.close();
  });

  it('says in a sentence why a file is not shown, and goes on', async () => {
    const view = await openView();
    await view.waitForSelector('.choose-tab');
    for (const [name, content, said] of REFUSED) {
      await drop(view, name, content);
      await view.waitForSelector('.file-bar[role=alert]');
      expect(await textOf(view, '.file-bar')).toContain(name);
      expect(await textOf(view, '.file-bar')).toContain(said);
      expect(await textOf(view, '.file-bar')).not.toContain(HAR_SESSION);
      await drop(view, 'good.har', loginHar());
      await view.waitForSelector('.verdict');
      await view.waitForSelector('.file-bar[role=alert]', { hidden: true });
    }
    await view.close();
  });

  it('shows a file that is cut as far as it goes, and says that it is', async () => {
    const view = await openView();
    await view.waitForSelector('.choose-tab');
    await drop(view, 'cut.har', loginHar().slice(0, -20));
    await view.waitForSelector('.verdict');
    expect(await textOf(view, '.not-whole')).toContain('the file is cut off');
    await view.close();
  });

  it('shows several HAR files as one recording', async () => {
    const view = await openView();
    await view.waitForSelector('.choose-tab');
    const second = loginHar().replaceAll('shop.test', 'later.test');
    await dropAll(view, { 'first.har': loginHar(), 'second.har': second });
    await view.waitForSelector('.verdict');
    expect(await textOf(view, '.file-bar')).toContain('first.har, second.har');
    expect(await textOf(view, '.counts')).toContain('6 requests');
    expect(await view.$$('.other-sites li')).toHaveLength(1);
    await view.close();
  });

  it('shows a saved report on the same screens, and says what is not in it', async () => {
    const view = await openView();
    await view.waitForSelector('.choose-tab');
    await drop(view, 'visit.har', loginHar());
    await view.waitForSelector('.verdict');
    const sentence = await textOf(view, '.verdict .sentence');
    const report = await savedReport(view);
    expect(report).not.toContain(HAR_SESSION);
    await drop(view, 'saved.json', report);
    await view.waitForFunction(() => document.title.startsWith('saved.json'));
    await view.waitForSelector('.verdict');
    expect(await textOf(view, '.verdict .sentence')).toBe(sentence);
    expect(await textOf(view, '.file-bar')).toContain('a saved report');
    for (const screen of SCREENS) {
      await view.click(`#tab-${screen}`);
      await view.waitForSelector(`#screen-${screen}`);
    }
    await view.click('#tab-credentials');
    await (await view.waitForSelector('#screen-credentials .grid-row'))!.click();
    await view.waitForSelector('aside .trail');
    expect(await view.$('aside [aria-label="Show the value"]')).toBeNull();
    await clickOn(view, 'aside .trail button');
    await view.waitForSelector('#screen-requests aside .detail');
    expect(await textOf(view, 'aside')).toContain('not in a saved report');
    expect(await view.$('.grid-head [data-column=status]')).toBeNull();
    await view.click('#tab-storage');
    await view.waitForSelector('#screen-storage .empty-state');
    expect(await textOf(view, '.empty-state')).toContain('A saved report');
    await view.close();
  });

  it('gives up a large file when it is told to', async () => {
    const view = await openView();
    await view.waitForSelector('.choose-tab');
    await choose(view, await file('large.har', loginHar(30_000)));
    const cancel = await view.waitForSelector('.opening button', { visible: true });
    await cancel!.click();
    await view.waitForFunction(() => document.querySelector('.file-bar') === null);
    expect(await view.$('.choose-tab')).not.toBeNull();
    await view.close();
  });
});
