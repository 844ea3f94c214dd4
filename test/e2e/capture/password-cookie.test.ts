import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useExtension } from '../../support/extension.js';
import { html, type Lab, startLab, until } from './lab.js';

const PASSWORD = 'orchid Violet 9';
const HELD = btoa(`ada:${PASSWORD}:app`);
const FORM = `<form action="/session" method="post">
  <input name="user" value="ada"><input name="password" type="password" value="${PASSWORD}">
  <button>in</button></form>`;

/** In the real DevTools: the panel alone has the password and the cookie at hand. */
describe('a cookie that holds the password', () => {
  let lab: Lab;
  let tabId: number;
  const extension = useExtension(async () => {
    lab = await startLab({
      '/form': (_, response) => html(response, FORM),
      '/session': (_, response) => {
        response.setHeader('set-cookie', [`app=${HELD}; HttpOnly`, 'theme=dark']);
        html(response, '<title>sent</title>');
      },
    });
  });
  afterAll(() => lab.close());

  beforeAll(async () => {
    const page = await extension().browser.newPage();
    await page.goto(lab.at('a.test'));
    tabId = await extension().tabIdOf(page);
    await extension().openPanel(page);
    await page.goto(`${lab.at('a.test')}/form`);
    await page.click('button');
    await page.waitForFunction(() => document.title === 'sent');
  });

  it('is found with the panel open, and is kept and told without the password', async () => {
    const report = await until(
      () => extension().ask<'getReport'>({ type: 'getReport', tabId }),
      ({ findings }) => findings.some(({ ruleId }) => ruleId === 'password-in-cookie'),
    );
    const found = report.findings.filter(({ ruleId }) => ruleId === 'password-in-cookie');
    expect(found).toMatchObject([{ severity: 'critical' }]);
    const { name, preview } = report.credentials.find(
      ({ id }) => id === found[0]?.about.credentialId,
    )!;
    expect([name, preview]).toEqual(['app', '…']);
    expect(JSON.stringify(report)).not.toContain(HELD);
    const worker = await extension().worker();
    const stored = String(
      await worker.evaluate('chrome.storage.session.get(null).then(JSON.stringify)'),
    );
    expect(stored).toContain('passwordCookies');
    expect(stored).not.toContain(PASSWORD);
  });
});
