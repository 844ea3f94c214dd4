import { expect, it } from 'vitest';
import { untilTrue } from '../../browser/firefox-browser.js';
import { BEARER, type UseLab, visit } from './lab.js';

/** Firefox's internals lead there: one test, which sees that the panel runs where it belongs. */
export function toolbox(lab: UseLab): void {
  it('shows the panel in the real toolbox, which reads the bodies of answers there', async () => {
    // Not the site with the service worker, whose requests Firefox's toolbox holds up.
    const { firefox, other } = lab();
    const { page, tabId } = await visit(lab(), `${other}/toolbox`);
    const address = page.url();
    await firefox.internals.openPanel(address);
    const shown = await untilTrue('the panel', async () => {
      const text = await firefox.internals.panelText(address);
      return text.includes('Overview') ? text : '';
    });
    expect(shown).toMatch(/^moz-extension:.*\/devtools\/panel\.html/);
    // Firefox begins to watch the network some time after it shows the panel, and tells nobody
    // when.
    const report = await untilTrue('the token of the body', async () => {
      await page.evaluate(() => fetch('/token', { method: 'POST' }).then((got) => got.text()));
      const now = await firefox.ask<'getReport'>({ type: 'getReport', tabId });
      return now.credentials.some(({ carrier }) => carrier === 'body') ? now : undefined;
    });
    expect(JSON.stringify(report)).not.toContain(BEARER);
    await firefox.internals.closeToolbox(address);
    await page.close();
  });
}
