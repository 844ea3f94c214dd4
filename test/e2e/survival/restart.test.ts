import { rm } from 'node:fs/promises';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExtensionBrowser } from '../../../browser/extension-browser.js';
import { launchBrowser } from '../../../browser/launch.js';
import { makeProfile } from '../../../browser/profile.js';
import { HOST_RULES, html, type Lab, listOf, startLab, until } from '../capture/lab.js';

const SECRET = '0123456789abcdef0123456789abcdef';

describe('a browser that is killed and started again', () => {
  let lab: Lab;
  let profile: string;
  let browser: Browser | undefined;

  beforeAll(async () => {
    lab = await startLab({
      '/shop': (_, response) => {
        response.setHeader('set-cookie', `sid=${SECRET}; Path=/; Max-Age=3600`);
        html(response, `<script>localStorage.setItem('theme', 'dark')</script>`);
      },
    });
    profile = await makeProfile({});
  });
  afterAll(async () => {
    await browser?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    await lab.close();
  });

  const start = async (...args: string[]): Promise<ExtensionBrowser> => {
    browser = await launchBrowser(profile, { hostRules: HOST_RULES, args });
    const id = await browser.installExtension('dist/chrome');
    const extension = new ExtensionBrowser(browser, id, async () => undefined);
    await extension.worker();
    return extension;
  };

  it('begins with nothing, keeps what was chosen, and records on', async () => {
    const before = await start();
    const page = await before.browser.newPage();
    await page.goto(`${lab.at('shop.test')}/shop`);
    const tabId = await before.tabIdOf(page);
    await until(
      () => listOf(before, tabId),
      ({ rows }) => rows.length === 1,
    );
    await before.ask<'setOptions'>({ type: 'setOptions', options: { keptMegabytes: 2 } });
    const process = browser!.process()!;
    const gone = new Promise((resolve) => process.once('exit', resolve));
    process.kill('SIGKILL');
    await gone;

    const after = await start('--restore-last-session');
    expect(after.id).toBe(before.id);
    const { options } = await after.ask<'getOptions'>({ type: 'getOptions' });
    expect(options.keptMegabytes).toBe(2);
    const asking = await after.askingPage();
    const stored = (await asking.evaluate(
      'chrome.storage.session.get(null).then(JSON.stringify)',
    )) as string;
    expect(stored).not.toContain(SECRET);

    const again = await after.browser.newPage();
    await again.goto(`${lab.at('shop.test')}/shop?again`);
    const newId = await after.tabIdOf(again);
    const { rows } = await until(
      () => listOf(after, newId),
      (list) => list.rows.length > 0,
    );
    expect(rows.map(({ url }) => new URL(url).search)).toEqual(['?again']);
    const status = await after.ask<'getStatus'>({ type: 'getStatus', tabId: newId });
    expect(status).toMatchObject({ loaded: true, recording: true });
    expect(status.renewed).toBeUndefined();
  });
});
