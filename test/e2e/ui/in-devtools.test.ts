import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clickOn, shown } from '../../../browser/shown.js';
import { useExtension } from '../../support/extension.js';
import { type LocalServer, startServer } from '../../support/local-server.js';

const SID = '0123456789abcdef0123456789abcdef';

/** What only the real DevTools can show: its own keys, and its clipboard. */
describe('inside the real DevTools', () => {
  const extension = useExtension();
  let server: LocalServer;
  let page: Page;
  let devtools: Page;
  let frame: Frame;

  beforeAll(async () => {
    server = await startServer((request, response) => {
      response.setHeader('content-type', 'text/html');
      if (request.url === '/') response.setHeader('set-cookie', `sid=${SID}; Path=/`);
      response.end('<!doctype html><title>Shop</title><link rel="icon" href="data:,"><h1>Hi</h1>');
    });
    page = await extension().browser.newPage();
    await page.goto(server.origin);
    ({ frame, devtools } = await extension().openPanel(page));
    await page.reload();
    await frame.click('#tab-credentials');
    await shown(frame, '.grid-row ::-p-text(sid)');
  });
  afterAll(() => server.close());

  /** The console below the panel, which DevTools opens at Escape. */
  const hasDrawer = () =>
    devtools.evaluate(`(async () => {
      const UI = await import('/bundled/ui/legacy/legacy.js');
      return UI.InspectorView.InspectorView.instance().drawerVisible();
    })()`) as Promise<boolean>;
  const open = async () => {
    await clickOn(frame, '.grid-row ::-p-text(sid)');
    await frame.waitForSelector('aside .detail-head');
  };
  const closed = () => frame.waitForFunction(() => document.querySelector('aside') === null);

  beforeEach(async () => {
    await devtools.bringToFront();
    await frame.click('#tab-credentials');
  });

  it.each([
    ['its list', '[role=grid]'],
    ['its button', 'aside .close'],
    ['a folded part', 'aside [data-section=facts] > summary'],
    ['the pane', 'aside'],
  ])('Escape at %s closes a detail and nothing else', async (_, focused) => {
    await open();
    await frame.focus(focused);
    await devtools.keyboard.press('Escape');
    await closed();
    expect(await hasDrawer()).toBe(false);
    expect(await frame.evaluate(() => document.activeElement?.role)).toBe('grid');
  });

  it('Escape empties a filter, closes a menu and a legend, and nothing else', async () => {
    await frame.type('[data-filter]', 'sid');
    await devtools.keyboard.press('Escape');
    await frame.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[data-filter]')?.value === '',
    );
    await open();
    await clickOn(frame, 'aside .copy-as');
    await frame.waitForFunction(() => document.activeElement?.role === 'menuitem');
    await devtools.keyboard.press('Escape');
    await frame.waitForFunction(() => document.querySelector('[role=menu]') === null);
    expect(await frame.$('aside')).not.toBeNull();
    await frame.click('.legend-button');
    await frame.waitForSelector('.signs:popover-open');
    await devtools.keyboard.press('Escape');
    await frame.waitForFunction(() => document.querySelector('.signs:popover-open') === null);
    expect(await frame.$('aside')).not.toBeNull();
    expect(await hasDrawer()).toBe(false);
    await frame.click('[aria-label="Mark this moment"]');
    await frame.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
    await devtools.keyboard.press('Escape');
    await frame.waitForFunction(() => document.activeElement?.tagName !== 'INPUT');
    expect(await frame.$('aside')).not.toBeNull();
    expect(await hasDrawer()).toBe(false);
    await frame.focus('[role=grid]');
    await devtools.keyboard.press('Escape');
    await closed();
  });

  it('Ctrl+F goes to the filter, not to DevTools’ own bar', async () => {
    await frame.focus('[role=grid]');
    await devtools.keyboard.down('Control');
    await devtools.keyboard.press('f');
    await devtools.keyboard.up('Control');
    await frame.waitForFunction(() => document.activeElement?.hasAttribute('data-filter') === true);
    await frame.type('[data-filter]', 'zzzz');
    await frame.waitForSelector('.nothing-matches');
    await devtools.keyboard.press('Escape');
    expect(await hasDrawer()).toBe(false);
  });

  it.each([
    ['a value, unseen', 'aside [aria-label^="Copy the value"]', false, SID],
    ['what is in the menu, masked', 'aside .copy-as', true, 'Cookie: sid=0123…(32)'],
  ])('copies %s into the real clipboard', async (_, button, inMenu, wanted) => {
    await open();
    await clickOn(frame, button);
    if (inMenu) await clickOn(frame, '[role=menu] [role=menuitem]');
    // A window that is not in front any more copies nothing.
    await (inMenu
      ? shown(frame, '.toast ::-p-text(Copied)')
      : frame.waitForSelector('aside [aria-label="Copied"]'));
    const context = extension().browser.defaultBrowserContext();
    await context.overridePermissions(server.origin, ['clipboard-read']);
    await page.bringToFront();
    // Refused while the window is not yet in front; a predicate that rejects is never asked again.
    await page.waitForFunction(
      async (text) => (await navigator.clipboard.readText().catch(() => null)) === text,
      { polling: 100 },
      wanted,
    );
  });
});
