import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { settled } from '../../../browser/settled.js';
import type { ExtensionBrowser } from '../../support/extension.js';

/** Settings and the like are no secret, and short enough to stand in a text by accident. */
const SHORT = 12;

/** What the extension tells its own pages after a visit to the insecure shop. */
export function secretsStay(lab: () => { extension: ExtensionBrowser; page: Page }): void {
  describe('in what the extension tells its own pages', () => {
    const extension = () => lab().extension;
    let tabId: number;
    let secrets: { name: string; value: string }[];

    beforeAll(async () => {
      tabId = await extension().tabIdOf(lab().page);
      const report = await settled(() =>
        extension().ask<'getReport'>({ type: 'getReport', tabId }),
      );
      const revealed = await Promise.all(
        report.credentials.map(async ({ id, name }) => ({
          name,
          value:
            (await extension().ask<'reveal'>({ type: 'reveal', tabId, what: { credentialId: id } }))
              ?.value ?? '',
        })),
      );
      secrets = revealed.filter(({ value }) => value.length > SHORT);
    });

    const leaked = (answer: unknown) => {
      const told = JSON.stringify(answer);
      return secrets
        .filter(({ value }) => told.includes(value) || told.includes(decodeURIComponent(value)))
        .map(({ name }) => name);
    };

    it('has secrets to keep', () => {
      expect(secrets.map(({ name }) => name)).toEqual(
        expect.arrayContaining([
          'connect.sid',
          'access_token',
          'refresh_token',
          'jsessionid',
          'x-legacy-token',
        ]),
      );
    });

    it('is no raw secret in the report, the list of requests or the storage', async () => {
      expect(leaked(await extension().ask<'getReport'>({ type: 'getReport', tabId }))).toEqual([]);
      expect(
        leaked(await extension().ask<'getRequests'>({ type: 'getRequests', tabId, since: 0 })),
      ).toEqual([]);
      expect(leaked(await extension().ask<'getStorage'>({ type: 'getStorage', tabId }))).toEqual(
        [],
      );
      expect(leaked(await extension().ask<'listTabs'>({ type: 'listTabs' }))).toEqual([]);
    });

    it('is no raw secret, and no password, in any request’s detail', async () => {
      const { rows } = await extension().ask<'getRequests'>({
        type: 'getRequests',
        tabId,
        since: 0,
      });
      expect(rows.length).toBeGreaterThan(10);
      for (const { id, url } of rows) {
        const detail = await extension().ask<'getRequest'>({ type: 'getRequest', tabId, id });
        expect([url, leaked(detail)]).toEqual([url, []]);
        expect(JSON.stringify(detail)).not.toContain('correct horse');
      }
    });

    it('leaves no password anywhere in the store either', async () => {
      const worker = await extension().worker();
      const stored = await worker.evaluate('chrome.storage.session.get(null).then(JSON.stringify)');
      expect(String(stored)).toContain('connect.sid');
      expect(String(stored)).not.toMatch(/correct[ +]horse|correct%20horse/);
      // That of HTTP Basic is in a header, in base64.
      const basic = [...String(stored).matchAll(/Basic ([\w+/=]+)/g)].map(([, value]) => value);
      expect(basic.length).toBeGreaterThan(0);
      for (const value of basic) expect(value).toMatch(/^[0-9a-f]{32}$/);
      expect(await worker.evaluate('chrome.storage.local.get(null).then(JSON.stringify)')).toBe(
        '{}',
      );
    });
  });
}
