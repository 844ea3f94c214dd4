import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useExtension } from '../../support/extension.js';
import { type LocalServer, startServer } from '../../support/local-server.js';
import { THOROUGH } from '../../support/thorough.js';

const PAGE = `<!doctype html><title>Shop</title><link rel="icon" href="data:,">
<form method="post" action="/login">
  <input name="user" value="ada"><input name="password" type="password" value="x"><button>Log in</button>
</form>`;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TEXT_SIZE = '12px';

/** The screens where they live: in DevTools, in the popup and in a tab of the built extension. */
describe('the screens in the extension', () => {
  const extension = useExtension();
  let server: LocalServer;

  beforeAll(async () => {
    server = await startServer((request, response) => {
      response.setHeader('content-type', 'text/html');
      if (request.url === '/login') {
        response.writeHead(303, {
          location: '/account',
          'set-cookie': 'sid=0123456789abcdef0123456789abcdef; Path=/',
        });
      }
      // The form again would say that the login was refused.
      response.end(request.url === '/account' ? '<!doctype html><h1>Hello, Ada</h1>' : PAGE);
    });
  });
  afterAll(() => server.close());

  it('show a login in DevTools as it happens, also after the worker has ended', async () => {
    const page = await extension().browser.newPage();
    const { frame } = await extension().openPanel(page);
    await frame.click('#tab-requests');
    await page.goto(server.origin);
    await frame.waitForSelector('.grid-row');
    await extension().killWorker();
    await Promise.all([page.waitForNavigation(), page.click('button')]);
    await frame.waitForFunction(() =>
      [...document.querySelectorAll('.grid-row')].some(
        (row) =>
          row.querySelector('.cell-name')?.textContent === 'Loginlogin' &&
          row.querySelector('.cell-sets')?.textContent === 'session',
      ),
    );
    await frame.click('#tab-credentials');
    await (await frame.waitForSelector('#screen-credentials .grid-row'))!.click();
    await (await frame.waitForSelector('[aria-label="Show the value"]'))!.click();
    await frame.waitForSelector('aside .raw');
    expect(await frame.$eval('aside .raw', (raw) => raw.textContent)).toBe(
      '0123456789abcdef0123456789abcdef',
    );
    expect(await frame.$eval('body', (body) => getComputedStyle(body).fontSize)).toBe(TEXT_SIZE);
    await page.close();
  });

  it('have no fault that axe finds, and one tab stop for the tools', THOROUGH, async () => {
    const page = await extension().browser.newPage();
    const { frame } = await extension().openPanel(page);
    await page.goto(server.origin);
    await Promise.all([page.waitForNavigation(), page.click('button')]);
    await frame.click('#tab-overview');
    await frame.waitForSelector('.verdict');
    expect(await frame.$$('.actions > button[tabindex="0"]')).toHaveLength(1);
    await frame.evaluate(axe);
    const { violations } = (await frame.evaluate('axe.run()')) as AxeResults;
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.close();
  });

  it('begin where they were left, when DevTools is opened again', async () => {
    const page = await extension().browser.newPage();
    const { frame, devtools } = await extension().openPanel(page);
    await page.goto(server.origin);
    await frame.click('#tab-storage');
    await frame.waitForSelector('#screen-storage');
    await devtools.close();
    await page.close();
    const other = await extension().browser.newPage();
    await other.goto(server.origin);
    const { frame: again } = await extension().openPanel(other);
    await again.waitForSelector('#screen-storage');
    await again.click('#tab-overview');
    await again.waitForSelector('#screen-overview');
    await other.close();
  });

  it('sum up in the popup, which has its own width', async () => {
    const page = await extension().browser.newPage();
    await page.goto(`${server.origin}/popup`);
    const popup = await extension().openPopup(page);
    await popup.waitForFunction(
      (host) => document.body.innerText.includes(host),
      {},
      new URL(server.origin).hostname,
    );
    await popup.waitForFunction(() => window.innerWidth === 400);
    expect(await popup.$eval('body', (body) => getComputedStyle(body).fontSize)).toBe(TEXT_SIZE);
    await page.close();
  });

  it('open as a page for a tab', async () => {
    const page = await extension().browser.newPage();
    await page.goto(`${server.origin}/page`);
    const view = await extension().openFullView(await extension().tabIdOf(page));
    await view.waitForSelector('#screen-overview');
    await view.click('#tab-requests');
    await view.waitForSelector('.grid-row');
    expect(await view.$eval('.grid-row .cell-name', (name) => name.textContent)).toBe('page');
    await page.close();
  });

  it('keep what is chosen in the settings, also after the worker has ended', async () => {
    const page = await extension().browser.newPage();
    await page.goto(`${server.origin}/page`);
    const view = await extension().openFullView(await extension().tabIdOf(page));
    const openSettings = async () => {
      await view.waitForSelector('#screen-overview');
      await view.click('#tab-settings');
      await view.waitForSelector('.rule-switches input');
    };
    // By key: what loads above it may move it under the pointer.
    const toggle = async () => {
      await view.focus('.rule-switches input');
      await view.keyboard.press('Space');
    };
    const says = (start: string) =>
      view.waitForFunction(
        (wanted) =>
          [...document.querySelectorAll('#screen-settings [role=status]')].some((one) =>
            one.textContent?.startsWith(wanted),
          ),
        {},
        start,
      );
    await openSettings();
    await toggle();
    await says('1 of');
    await extension().killWorker();
    await view.reload();
    await openSettings();
    await says('1 of');
    await toggle();
    await says('0 of');
    await page.close();
  });
});
