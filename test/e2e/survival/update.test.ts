import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Panel } from '../../../browser/panel.js';
import { ExtensionBrowser } from '../../../browser/extension-browser.js';
import { launchExtension } from '../../support/extension.js';
import { HOST_RULES, html, type Lab, listOf, startLab, until } from '../capture/lab.js';

const LOGIN = `<form action="/session" method="post" onsubmit="event.preventDefault()">
  <input name="secret" type="password" value="correct horse battery"><button>in</button></form>
  <script>localStorage.setItem('access_token', 'abcdefghijklmnopqrstuvwxyz0123456789')</script>`;

/** An update as a browser makes it: another version takes the place of the one that runs. */
describe('an extension that is updated while pages and panels are open', () => {
  let lab: Lab;
  let folder: string;
  let old: ExtensionBrowser;
  /** Asks the one that took its place. */
  let updated: ExtensionBrowser;
  let page: Page;
  let view: Page;
  let panel: Panel;
  let tabId: number;

  beforeAll(async () => {
    lab = await startLab({ '/login': (_, response) => html(response, LOGIN) });
    folder = await mkdtemp(join(tmpdir(), 'credtrail-update-'));
    await cp('dist/chrome', folder, { recursive: true });
    old = await launchExtension({ extension: folder, hostRules: HOST_RULES, dock: 'undocked' });
    await old.worker();
    page = await old.browser.newPage();
    await page.goto(`${lab.at('a.test')}/login`);
    tabId = await old.tabIdOf(page);
    await until(
      () => listOf(old, tabId),
      ({ rows }) => rows.length === 1,
    );
    view = await old.openFullView(tabId);
    panel = await old.openPanel(page);
    const file = join(folder, 'manifest.json');
    const manifest = JSON.parse(await readFile(file, 'utf8')) as object;
    await writeFile(file, JSON.stringify({ ...manifest, version: '9.9' }));
    const id = await old.browser.installExtension(folder);
    updated = new ExtensionBrowser(old.browser, id, async () => undefined);
  });
  afterAll(async () => {
    await old.close();
    await rm(folder, { recursive: true });
    await lab.close();
  });

  const stored = async () =>
    (await updated.askingPage()).evaluate(
      'chrome.storage.session.get(null).then(JSON.stringify)',
    ) as Promise<string>;

  it('says that what was recorded before is gone, in its status and in every report', async () => {
    expect(updated.id).toBe(old.id);
    const status = await until(
      () => updated.ask<'getStatus'>({ type: 'getStatus', tabId }),
      ({ renewed }) => renewed === true,
    );
    expect(status).toMatchObject({ loaded: false, requests: 0, recording: true });
    const { diagnoses } = await updated.ask<'getReport'>({ type: 'getReport', tabId });
    expect(diagnoses.map(({ code }) => code)).toContain('renewed');
  });

  it('looks again at the page that stayed open: what it stores, and what is submitted', async () => {
    await until(stored, (text) => text.includes('access_token'));
    await page.bringToFront();
    await page.click('button');
    const text = await until(stored, (all) => all.includes('login-form'));
    // Once: no script of the extension that was there before tells it, too.
    expect(text.split('login-form')).toHaveLength(2);
  });

  it('closes its own pages, and a panel that stays says that nobody answers any more', async () => {
    expect(view.isClosed()).toBe(true);
    // Which of the two is for the browser: Chromium 156.0.8078.108 closes DevTools with the
    // extension.
    const notice = async () => {
      if (panel.devtools.isClosed()) return 'closed';
      return panel.frame.$eval('.notice.error', (one) => one.textContent).catch(() => null);
    };
    const said = await until(notice, (text) => text !== null);
    expect(said).toMatch(/does not answer.*updated.*open it again|^closed$/);
  });

  it('says on screen what is lost, and has it forgotten when somebody clears', async () => {
    const again = await updated.openFullView(tabId);
    const notice = await again.waitForSelector('.notice');
    expect(await notice!.evaluate((one) => one.textContent)).toMatch(/updated or reloaded/);
    await again.close();
    await updated.ask<'clear'>({ type: 'clear', tabId });
    const status = await updated.ask<'getStatus'>({ type: 'getStatus', tabId });
    expect(status.renewed).toBeUndefined();
  });

  it('records on', async () => {
    await page.goto(`${lab.at('a.test')}/login?again`);
    const { rows } = await until(
      () => listOf(updated, tabId),
      (list) => list.rows.length > 0,
    );
    expect(rows.map(({ url }) => new URL(url).search)).toEqual(['?again']);
  });
});
