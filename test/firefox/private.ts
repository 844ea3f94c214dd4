import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { untilTrue } from '../../browser/firefox-browser.js';
import { askByServiceWorker, rowsOf, type UseLab, visit } from './lab.js';

const SECRET = 'cHJpdmF0ZS13aW5kb3ctc2VjcmV0LTAwMQ';

/** One background serves ordinary and private windows alike: it keeps them apart by itself. */
export function privateWindows(lab: UseLab): void {
  describe('private windows', () => {
    let plain: { page: Page; tabId: number };
    let secret: { page: Page; tabId: number };
    const stored = async () =>
      (await lab().firefox.inExtension(
        'browser.storage.session.get().then(JSON.stringify)',
      )) as string;

    beforeAll(async () => {
      plain = await visit(lab(), `${lab().site}/home`);
      const page = await lab().firefox.openPrivate(`${lab().site}/private`);
      secret = { page, tabId: await lab().firefox.tabIdOf(page) };
      await page.evaluate(
        (token) => fetch('/data', { headers: { authorization: `Bearer ${token}` } }).then(() => {}),
        SECRET,
      );
    });
    afterAll(() => plain.page.close());

    it('keep requests without a tab to themselves, and get none of the others', async () => {
      await askByServiceWorker(plain.page, 'plain');
      await askByServiceWorker(secret.page, 'secret');
      const ends = (word: string) => (rows: { url: string }[]) =>
        rows.some(({ url }) => url.endsWith(`/by-service-worker/${word}`));
      const ordinary = await rowsOf(lab(), plain.tabId, ends('plain'));
      const hidden = await rowsOf(lab(), secret.tabId, ends('secret'));
      expect([ends('secret')(ordinary), ends('plain')(hidden)]).toEqual([false, false]);
    });

    it('have a jar of their own', async () => {
      await plain.page.evaluate(() => void (document.cookie = 'of-all=plain-value-0123456789'));
      await secret.page.evaluate(() => void (document.cookie = 'of-one=private-value-0123456789'));
      const names = async (tabId: number) => {
        const { areas } = await lab().firefox.ask<'getStorage'>({ type: 'getStorage', tabId });
        return JSON.stringify(areas);
      };
      await untilTrue('the private cookie', async () =>
        (await names(secret.tabId)).includes('of-one'),
      );
      expect(await names(secret.tabId)).not.toContain('of-all');
      expect(await names(plain.tabId)).not.toContain('of-one');
    });

    it('are marked in the list of tabs, and each list shows its own kind of window', async () => {
      const tabs = await lab().firefox.ask<'listTabs'>({ type: 'listTabs' });
      expect(tabs.find(({ tabId }) => tabId === secret.tabId)).toMatchObject({ incognito: true });
      expect(tabs.find(({ tabId }) => tabId === plain.tabId)).toMatchObject({ incognito: false });
      const { firefox, site } = lab();
      const list = firefox.url('devtools/panel.html');
      const ordinary = await firefox.openBeside(plain.tabId, list);
      expect(await firefox.textWith(ordinary, `${site}/home`)).not.toContain('/private');
      await ordinary.close();
      const hidden = await firefox.openBeside(secret.tabId, list);
      expect(await firefox.textWith(hidden, `${site}/private`)).not.toContain('/home');
      await hidden.close();
    });

    it('show their secrets in private windows alone', async () => {
      const { tabId } = secret;
      const rows = await rowsOf(lab(), tabId, (all) =>
        all.some(({ url }) => url.endsWith('/data')),
      );
      const { id } = rows.find(({ url }) => url.endsWith('/data'))!;
      const ask = { type: 'getRawRequest', tabId, id } as const;
      expect(await lab().firefox.send<'getRawRequest'>(ask)).toHaveProperty('refused');
      const own = await lab().firefox.openPrivate(lab().firefox.url('rules/rule.html'));
      const raw = await lab().firefox.send<'getRawRequest'>(ask, own);
      expect(JSON.stringify(raw)).toContain(SECRET);
      await own.close();
    });

    it('leave nothing behind when the last one closes', async () => {
      expect(await stored()).toContain(SECRET);
      await secret.page.close();
      await untilTrue('the end of what was stored', async () => !(await stored()).includes(SECRET));
      await lab().firefox.internals.endBackground();
      const tabs = await lab().firefox.ask<'listTabs'>({ type: 'listTabs' });
      expect(tabs.filter(({ incognito }) => incognito)).toEqual([]);
      expect(await stored()).not.toContain(SECRET);
    });
  });
}
