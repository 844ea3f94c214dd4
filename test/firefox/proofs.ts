import { describe, expect, it } from 'vitest';
import { untilTrue } from '../../browser/firefox-browser.js';
import type { ProofQuestion } from '../../src/messaging/proofs-view.js';
import { PASSWORD, type UseLab, visit } from './lab.js';

export function proofs(lab: UseLab): void {
  describe('a proof', () => {
    const ask = (tabId: number) => lab().firefox.ask<'getProofs'>({ type: 'getProofs', tabId });
    const jar = async (host: string) =>
      (await lab().firefox.inExtension(
        `browser.cookies.getAll({ domain: '${host}' }).then((all) =>
          all.map(({ name, value }) => name + '=' + value).sort())`,
      )) as string[];

    const logIn = async () => {
      const { tabId, page } = await visit(lab(), `${lab().other}/login`);
      await page.type('[name=username]', 'ada');
      await page.type('[name=password]', 'correct horse');
      await Promise.all([page.waitForNavigation(), page.click('button')]);
      return { tabId, page };
    };
    const prove = async (tabId: number, question: ProofQuestion) => {
      await untilTrue('an offer', async () =>
        (await ask(tabId)).offers.some((one) => one.question === question && one.request),
      );
      await lab().firefox.ask<'startProof'>({ type: 'startProof', tabId, question });
      await untilTrue('the end', async () => (await ask(tabId)).ended === 1);
      const report = await lab().firefox.ask<'getReport'>({ type: 'getReport', tabId });
      const names = new Map(report.credentials.map(({ id, name }) => [id, name]));
      const told = report.proofs
        .at(-1)!
        .outcomes.map(({ credentialId, verdict }) => [names.get(credentialId), verdict]);
      return { report, verdicts: Object.fromEntries(told) as object };
    };
    const rules = () =>
      lab().firefox.inExtension('browser.declarativeNetRequest.getSessionRules()');

    it('tells what logs in, and leaves jar, storage and login as they were', async () => {
      const { tabId, page } = await logIn();
      await page.evaluate(() => {
        document.cookie = 'theme=dark';
        localStorage.setItem('kept', 'yes');
        return fetch('/api/me').then((answer) => answer.text());
      });
      await untilTrue('an offer', async () => (await ask(tabId)).offers[0]?.request);
      const before = await jar('localhost');
      const { report, verdicts } = await prove(tabId, 'authenticates');
      expect(verdicts).toMatchObject({ sid: 'needed', theme: 'not-needed' });
      expect(await jar('localhost')).toEqual(before);
      const after = await page.evaluate(async () => ({
        kept: localStorage.getItem('kept'),
        status: (await fetch('/api/me')).status,
      }));
      expect(after).toEqual({ kept: 'yes', status: 200 });
      const { rows } = await lab().firefox.ask<'getRequests'>({
        type: 'getRequests',
        tabId,
        since: 0,
      });
      expect(rows.filter(({ probe }) => probe)).toHaveLength(report.proofs[0]!.sent);
      expect(rows.filter(({ url }) => url.includes('credtrail'))).toEqual([]);
      expect(await rules()).toEqual([]);
      await page.close();
    });

    it.each([
      ['button', 'survived'],
      ['#ends', 'ended'],
    ])('tells whether the logout by %s ended the session: %s', async (button, verdict) => {
      const { tabId, page } = await logIn();
      await page.evaluate(() => fetch('/api/me').then((answer) => answer.text()));
      await untilTrue('an offer', async () => (await ask(tabId)).offers[0]?.request);
      await Promise.all([page.waitForNavigation(), page.click(button)]);
      const before = await jar('localhost');
      const { verdicts } = await prove(tabId, 'survives-logout');
      expect(verdicts).toMatchObject({ sid: verdict });
      // What was put back did not stay, and neither did what the server gave a stranger.
      expect(await jar('localhost')).toEqual(before);
      expect(before.some((one) => one.startsWith('sid='))).toBe(false);
      expect(await rules()).toEqual([]);
      await page.close();
    });

    it('borrows a password that the page sends from its next request, and keeps none', async () => {
      const { tabId, page } = await visit(lab(), `${lab().other}/polling`);
      await page.waitForSelector('body[data-ready]');
      const { report, verdicts } = await prove(tabId, 'authenticates');
      expect(verdicts).toMatchObject({ 'x-password': 'needed' });
      const kept = 'browser.storage.session.get().then((all) => JSON.stringify(all))';
      const stored = (await lab().firefox.inExtension(kept)) as string;
      expect(stored).toContain('/api/news');
      for (const text of [stored, JSON.stringify(report)]) expect(text).not.toContain(PASSWORD);
      await page.close();
    });
  });
}
