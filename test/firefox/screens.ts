import { afterEach, describe, expect, it } from 'vitest';
import { untilTrue } from '../../browser/firefox-browser.js';
import { DEFAULT_OPTIONS } from '../../src/messaging/options.js';
import { loggedIn, rowsOf, SESSION, type UseLab, visit } from './lab.js';

export function screens(lab: UseLab): void {
  const openView = (tabId: number, screen: string) =>
    lab().firefox.openOwn(`devtools/panel.html?tabId=${tabId}#${screen}`, '[role=tablist]');

  describe('the popup', () => {
    it('sums up the tab in front, and leads to the full view of it', async () => {
      const { page, tabId } = await loggedIn(lab());
      const text = await lab().firefox.openPopup(page, 'sid');
      expect(text).toContain(new URL(lab().site).hostname);
      expect(text).toMatch(/4 requests/);
      expect(text).not.toContain(SESSION);
      await lab().firefox.clickInPopup('footer .primary, footer button:last-child');
      const view = await untilTrue('the full view', async () => {
        for (const each of await lab().firefox.browser.pages())
          if (/panel\.html\?tabId=/.test(`${await each.evaluate('location.href')}`)) return each;
        return undefined;
      });
      expect(await view.evaluate('location.search')).toBe(`?tabId=${tabId}`);
      await lab().firefox.textWith(view, 'sid');
      await view.close();
      await page.close();
    });
  });

  describe('the panel as a page', () => {
    it('shows every screen, with values masked until one is revealed', async () => {
      const { page, tabId } = await loggedIn(lab());
      const view = await openView(tabId, '');
      for (const screen of [
        'overview',
        'flow',
        'credentials',
        'requests',
        'storage',
        'findings',
        'compare',
      ]) {
        await view.evaluate(`document.getElementById('tab-${screen}').click()`);
        await lab().firefox.shows(view, `#screen-${screen}:not([hidden])`);
        expect(await view.evaluate('document.body.innerText')).not.toContain(SESSION);
      }
      await view.evaluate(`document.getElementById('tab-credentials').click()`);
      expect(await lab().firefox.textWith(view, 'sid')).toMatch(/session/i);
      await view.close();
      await page.close();
    });

    it('follows what happens while it is open', async () => {
      const { page, tabId } = await loggedIn(lab());
      const view = await openView(tabId, '');
      await view.evaluate(`document.getElementById('tab-requests').click()`);
      await lab().firefox.textWith(view, 'login');
      await page.evaluate(() => fetch('/while-it-is-open').then(() => {}));
      expect(await lab().firefox.textWith(view, 'while-it-is-open')).toContain('login');
      await view.close();
      await page.close();
    });
  });

  describe('the full view without a tab', () => {
    it('offers the tabs that are open', async () => {
      const { page, tabId } = await loggedIn(lab());
      const view = await lab().firefox.openOwn('devtools/panel.html', '.open-tabs');
      const links = await view.evaluate(
        `[...document.querySelectorAll('.open-tabs a')].map((link) => link.getAttribute('href'))`,
      );
      expect(links).toContain(`?tabId=${tabId}`);
      await view.close();
      await page.close();
    });
  });

  describe('the settings', () => {
    afterEach(async () => {
      await lab().firefox.ask<'setOptions'>({ type: 'setOptions', options: DEFAULT_OPTIONS });
    });

    it('are kept, obeyed, and outlive the event page', async () => {
      const options = { capture: 'allowed', sites: [new URL(lab().other).hostname] } as const;
      await lab().firefox.ask<'setOptions'>({ type: 'setOptions', options });
      await lab().firefox.internals.endBackground();
      const inside = await visit(lab(), `${lab().other}/home`);
      const outside = await visit(lab(), `${lab().site}/home`);
      expect(await rowsOf(lab(), inside.tabId, ({ length }) => length > 0)).toHaveLength(1);
      expect(await rowsOf(lab(), outside.tabId, () => true)).toEqual([]);
      const view = await openView(outside.tabId, '');
      await view.evaluate(`document.getElementById('tab-settings').click()`);
      await lab().firefox.shows(view, '[data-setting=ownNames]');
      for (const page of [view, inside.page, outside.page]) await page.close();
    });
  });
}
