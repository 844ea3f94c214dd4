import { describe, expect, it } from 'vitest';
import { untilTrue } from '../../browser/firefox-browser.js';
import { rowsOf, type UseLab, visit } from './lab.js';

const ALL = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'];

/** Firefox grants hosts by a person's choice, and takes them back at any moment. */
export function hostAccess(lab: UseLab): void {
  describe('without access to a site', () => {
    it('says so and records nothing, and records again once it has it', async () => {
      const { firefox, site } = lab();
      await firefox.inExtension(`browser.permissions.remove({ origins: ${JSON.stringify(ALL)} })`);
      const { page, tabId } = await visit(lab(), `${site}/home`);
      const status = await firefox.ask<'getStatus'>({ type: 'getStatus', tabId });
      expect(status).toMatchObject({ hostAccess: false, requests: 0 });
      const view = await firefox.openOwn(`devtools/panel.html?tabId=${tabId}`, '[role=tablist]');
      const text = await firefox.textWith(view, 'Credtrail has no access to this site');
      expect(text).toContain('Allow on this site');
      await firefox.internals.grant(ALL);
      await untilTrue('access', async () => {
        const now = await firefox.ask<'getStatus'>({ type: 'getStatus', tabId });
        return now.hostAccess;
      });
      await page.reload();
      expect(await rowsOf(lab(), tabId, ({ length }) => length > 0)).toHaveLength(1);
      await view.close();
      await page.close();
    });
  });
}
