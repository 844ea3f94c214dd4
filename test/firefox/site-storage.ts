import { describe, expect, it } from 'vitest';
import { untilTrue } from '../../browser/firefox-browser.js';
import type { Changed } from '../../src/messaging/stored-entry.js';
import { BEARER, loggedIn, type UseLab, visit } from './lab.js';

export function siteStorage(lab: UseLab): void {
  describe('the storage of a site', () => {
    it('is read in every area, and what is written there is known again', async () => {
      const { page, tabId } = await loggedIn(lab());
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
      const { page, tabId } = await loggedIn(lab());
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
}
