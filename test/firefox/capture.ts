import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { untilTrue } from '../../browser/firefox-browser.js';
import {
  askByServiceWorker,
  outline,
  PASSWORD,
  rowsOf,
  SESSION,
  type UseLab,
  visit,
} from './lab.js';

/** Far longer than it takes; a busy machine is to fail no test. */
const LOG_WITHIN = 500;

export function capture(lab: UseLab): void {
  describe('what is recorded', () => {
    const detail = (tabId: number, id: string) =>
      lab().firefox.ask<'getRequest'>({ type: 'getRequest', tabId, id });
    const reportOf = (tabId: number) =>
      lab().firefox.ask<'getReport'>({ type: 'getReport', tabId });

    it('are the hops of a redirect, with each Set-Cookie line by itself', async () => {
      const { tabId, page } = await visit(lab(), `${lab().site}/home`);
      await page.goto(`${lab().site}/redirect`);
      const rows = await rowsOf(lab(), tabId, (all) => all[2]?.status !== undefined);
      expect(outline(rows)).toEqual(['GET /home 200', 'GET /redirect 302', 'GET /home 200']);
      const { responseHeaders } = (await detail(tabId, rows[1]!.id))!;
      expect(responseHeaders.filter(({ name }) => name === 'set-cookie')).toHaveLength(2);
      const { requestHeaders } = (await detail(tabId, rows[2]!.id))!;
      expect(requestHeaders.map(({ name }) => name)).toContain('cookie');
      await page.close();
    });

    it('are fetches with the token that they carry, masked', async () => {
      const { tabId, page } = await visit(lab(), `${lab().site}/home`);
      const token = '0123456789abcdef0123456789';
      await page.evaluate(
        (value) => fetch('/data', { headers: { authorization: `Bearer ${value}` } }).then(() => {}),
        token,
      );
      const rows = await rowsOf(lab(), tabId, (all) => all[1]?.status === 200);
      expect(rows[1]).toMatchObject({ type: 'fetch', status: 200 });
      const told = await detail(tabId, rows[1]!.id);
      expect(JSON.stringify(told)).not.toContain(token);
      expect(told!.requestHeaders.find(({ name }) => name === 'authorization')?.value).toMatch(
        /^Bearer /,
      );
      await page.close();
    });

    it('is a login, its session, and nowhere the password', async () => {
      const { tabId, page } = await visit(lab(), `${lab().other}/login`);
      await page.type('[name=username]', 'ada');
      await page.type('[name=password]', PASSWORD);
      await Promise.all([page.waitForNavigation(), page.click('button')]);
      const report = await untilTrue('the login', async () => {
        const now = await reportOf(tabId);
        return now.events.some(({ type }) => type === 'login') ? now : undefined;
      });
      expect(report.credentials.find(({ name }) => name === 'sid')).toMatchObject({
        role: 'session',
        state: 'live',
        attributes: { httpOnly: true, secure: false },
      });
      const kept = await lab().firefox.inExtension(
        'browser.storage.session.get().then(JSON.stringify)',
      );
      expect(kept).toContain(SESSION);
      expect(kept).not.toContain(PASSWORD);
      expect(JSON.stringify(report)).not.toContain(SESSION);
      await page.close();
    });

    it('is what a service worker asks for, in the tabs of its origin', async () => {
      const { tabId, page } = await visit(lab(), `${lab().site}/home`);
      const elsewhere = await visit(lab(), `${lab().other}/home`);
      await askByServiceWorker(page, 'plain');
      const asked = ({ url }: { url: string }) => url.endsWith('/by-service-worker/plain');
      const rows = await rowsOf(lab(), tabId, (all) => all.some(asked));
      expect(rows.find(asked)).toMatchObject({ type: 'fetch' });
      expect(outline(await rowsOf(lab(), elsewhere.tabId, () => true))).toEqual(['GET /home 200']);
      await page.close();
      await elsewhere.page.close();
    });

    it('outlives the event page, which Firefox ends when it is idle', async () => {
      const { tabId, page } = await visit(lab(), `${lab().site}/home`);
      await page.evaluate(() => fetch('/before').then(() => {}));
      await rowsOf(lab(), tabId, (all) => all[1]?.status === 200);
      // The log is written a moment after what it tells of.
      await pause(LOG_WITHIN);
      await lab().firefox.internals.endBackground();
      await page.evaluate(() => fetch('/after').then(() => {}));
      const rows = await rowsOf(lab(), tabId, (all) => all[2]?.status === 200);
      expect(outline(rows)).toEqual(['GET /home 200', 'GET /before 200', 'GET /after 200']);
      await page.close();
    });

    it('is forgotten when the tab closes', async () => {
      const { tabId, page } = await visit(lab(), `${lab().site}/home`);
      await rowsOf(lab(), tabId, ({ length }) => length > 0);
      await page.close();
      const known = async () => {
        const { firefox } = lab();
        const tabs = await firefox.ask<'listTabs'>({ type: 'listTabs' });
        const keys = await firefox.inExtension('browser.storage.session.get().then(Object.keys)');
        const stored = (keys as string[]).map((key) => Number(key.split(':')[1]));
        return [...tabs.map((tab) => tab.tabId), ...stored];
      };
      await untilTrue('the end of the record', async () => !(await known()).includes(tabId));
      expect(await known()).not.toContain(tabId);
    });
  });
}
