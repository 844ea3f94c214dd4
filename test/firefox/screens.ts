import { afterEach, describe, expect, it } from 'vitest';
import { untilTrue } from '../../browser/firefox-browser.js';
import { DEFAULT_OPTIONS } from '../../src/messaging/options.js';
import type { Changed } from '../../src/messaging/stored-entry.js';
import { BEARER, rowsOf, SESSION, type UseLab, visit } from './lab.js';

export function screens(lab: UseLab): void {
  /** A tab in which somebody logged in. */
  const loggedIn = async () => {
    const visited = await visit(lab(), `${lab().site}/login`);
    await visited.page.evaluate(() => fetch('/login', { method: 'POST' }).then(() => {}));
    await visited.page.goto(`${lab().site}/home`);
    await rowsOf(lab(), visited.tabId, ({ length }) => length > 3);
    return visited;
  };
  const openView = (tabId: number, screen: string) =>
    lab().firefox.openOwn(`devtools/panel.html?tabId=${tabId}#${screen}`, '[role=tablist]');

  describe('the popup', () => {
    it('sums up the tab in front, and leads to the full view of it', async () => {
      const { page, tabId } = await loggedIn();
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
      const { page, tabId } = await loggedIn();
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
      const { page, tabId } = await loggedIn();
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
      const { page, tabId } = await loggedIn();
      const view = await lab().firefox.openOwn('devtools/panel.html', '.open-tabs');
      const links = await view.evaluate(
        `[...document.querySelectorAll('.open-tabs a')].map((link) => link.getAttribute('href'))`,
      );
      expect(links).toContain(`?tabId=${tabId}`);
      await view.close();
      await page.close();
    });
  });

  describe('the storage of a site', () => {
    it('is read in every area, and what is written there is known again', async () => {
      const { page, tabId } = await loggedIn();
      await page.evaluate(
        (token) =>
          new Promise<void>((resolve, reject) => {
            localStorage.setItem('access_token', token);
            sessionStorage.setItem('view', 'compact');
            const open = indexedDB.open('kept', 1);
            open.onerror = reject;
            open.onupgradeneeded = () => open.result.createObjectStore('all').put({ token }, 'one');
            open.onsuccess = () => resolve(open.result.close());
          }),
        BEARER,
      );
      const { areas } = await untilTrue('all areas', async () => {
        const view = await lab().firefox.ask<'getStorage'>({ type: 'getStorage', tabId });
        const kinds = new Set(view.areas.map(({ area }) => area));
        return ['cookies', 'localStorage', 'sessionStorage', 'indexedDB'].every((kind) =>
          kinds.has(kind as never),
        )
          ? view
          : undefined;
      });
      expect(JSON.stringify(areas)).not.toContain(BEARER);
      const report = await lab().firefox.ask<'getReport'>({ type: 'getReport', tabId });
      expect(report.credentials.map(({ carriers }) => carriers).flat()).toContain('localStorage');
      await page.close();
    });

    it('changes records of IndexedDB, and puts them back as they were', async () => {
      const { page, tabId } = await visit(lab(), `${lab().site}/home`);
      const origin = lab().site;
      const stored = (change: string) =>
        page.evaluate(`new Promise((resolve, reject) => {
          const open = indexedDB.open('mine', 1);
          open.onerror = reject;
          open.onupgradeneeded = () => open.result.createObjectStore('all');
          open.onsuccess = () => {
            const all = open.result.transaction('all', 'readwrite').objectStore('all');
            ${change}
            const read = all.getAll();
            read.onsuccess = () => {
              open.result.close();
              resolve(JSON.stringify(read.result));
            };
          };
        })`);
      await stored(`all.put({ n: 1 }, 'one'); all.put({ at: new Date(0) }, new Date(5));`);
      const nameOf = async (wanted: string) => {
        const item = await untilTrue(wanted, async () => {
          const view = await lab().firefox.ask<'getStorage'>({ type: 'getStorage', tabId });
          const area = view.areas.find((one) => one.area === 'indexedDB' && one.owner === origin);
          return area?.items.find(({ key }) => key === wanted);
        });
        return { origin, area: 'indexedDB', itemId: item.id } as const;
      };
      const one = await nameOf('mine/all/one');
      const entry = await lab().firefox.ask<'getEntry'>({ type: 'getEntry', tabId, what: one });
      if (!entry || !('record' in entry)) throw new Error(JSON.stringify(entry));
      const change = (what: typeof one, value: string | null) =>
        lab().firefox.ask<'changeEntry'>({
          type: 'changeEntry',
          tabId,
          what,
          entry: value === null ? null : { record: { ...entry.record, value } },
        });
      const undo = (changed: Changed) =>
        lab().firefox.ask<'undoChange'>({
          type: 'undoChange',
          tabId,
          change: 'change' in changed ? changed.change : -1,
        });
      const before = await stored('');
      const edited = await change(one, '{"n":2}');
      expect(await stored('')).toBe(String(before).replace('"n":1', '"n":2'));
      await undo(edited);
      expect(await stored('')).toBe(before);
      const odd = await nameOf('mine/all/1970-01-01T00:00:00.005Z');
      expect(await lab().firefox.ask<'getEntry'>({ type: 'getEntry', tabId, what: odd })).toEqual({
        fixed: { kind: 'Date', at: 'at' },
      });
      const deleted = await change(odd, null);
      expect(await stored('')).toBe('[{"n":1}]');
      expect(await undo(deleted)).toHaveProperty('change');
      expect(await stored('')).toBe(before);
      await page.close();
    });

    it('takes a cookie of a person’s own, and gives it back', async () => {
      const { page, tabId } = await loggedIn();
      const cookie = {
        name: 'mine',
        value: 'one',
        domain: new URL(lab().site).hostname,
        hostOnly: true,
        path: '/',
        expiresAt: null,
        httpOnly: false,
        secure: false,
        sameSite: 'lax',
        partition: null,
      } as const;
      const made = await lab().firefox.ask<'changeEntry'>({
        type: 'changeEntry',
        tabId,
        what: null,
        entry: { cookie },
      });
      expect(made).toHaveProperty('change');
      expect(await page.evaluate('document.cookie')).toContain('mine=one');
      const { change } = made as { change: number };
      await lab().firefox.ask<'undoChange'>({ type: 'undoChange', tabId, change });
      expect(await page.evaluate('document.cookie')).not.toContain('mine');
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
