import { describe, expect, it } from 'vitest';
import { untilTrue } from '../../browser/firefox-browser.js';
import { type UseLab, visit } from './lab.js';

export function proofs(lab: UseLab): void {
  describe('a proof', () => {
    const ask = (tabId: number) => lab().firefox.ask<'getProofs'>({ type: 'getProofs', tabId });
    const jar = (host: string) =>
      lab().firefox.inExtension(
        `browser.cookies.getAll({ domain: '${host}' }).then((all) =>
          all.map(({ name, value }) => name + '=' + value).sort())`,
      );

    it('tells what logs in, and leaves jar, storage and login as they were', async () => {
      const { tabId, page } = await visit(lab(), `${lab().other}/login`);
      await page.type('[name=username]', 'ada');
      await page.type('[name=password]', 'correct horse');
      await Promise.all([page.waitForNavigation(), page.click('button')]);
      await page.evaluate(() => {
        document.cookie = 'theme=dark';
        localStorage.setItem('kept', 'yes');
        return fetch('/api/me').then((answer) => answer.text());
      });
      await untilTrue('an offer', async () => (await ask(tabId)).offers[0]?.request);
      const before = await jar('localhost');
      await lab().firefox.ask<'startProof'>({
        type: 'startProof',
        tabId,
        question: 'authenticates',
      });
      await untilTrue('the end', async () => (await ask(tabId)).ended === 1);
      const report = await lab().firefox.ask<'getReport'>({ type: 'getReport', tabId });
      const names = new Map(report.credentials.map(({ id, name }) => [id, name]));
      const told = report.proofs[0]!.outcomes.map(({ credentialId, verdict }) => [
        names.get(credentialId),
        verdict,
      ]);
      expect(Object.fromEntries(told)).toMatchObject({ sid: 'needed', theme: 'not-needed' });
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
      const rules = 'browser.declarativeNetRequest.getSessionRules()';
      expect(await lab().firefox.inExtension(rules)).toEqual([]);
      await page.close();
    });
  });
}
