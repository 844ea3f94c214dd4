import type { Report } from '../../../src/engine/report/report.js';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useExtension } from '../../support/extension.js';
import { html, type Lab, lookedAt, rowsOf, startLab, until } from './lab.js';

const FORM = `<form action="/session" method="post">
  <input name="user" value="ada"><input name="key" type="password" value="correct horse">
  <button>in</button></form>`;
/** A field by the name of what scripts ask a form for. */
const STAYS = `<form action="/session?next=1" method="post" onsubmit="event.preventDefault()">
  <input name="user" value="ada"><input name="secret" type="password" value="correct horse">
  <input name="elements"><button>in</button></form>`;
/** No form: nothing is submitted that a content script could see. */
const BY_SCRIPT = `<input id="key" type="password" value="correct horse"><button>in</button>
  <script>document.querySelector('button').onclick = () => fetch('/login', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'k=' + key.value,
  }).then(() => { document.title = 'sent'; });</script>`;

describe('a password over http', () => {
  let lab: Lab;
  const extension = useExtension(async () => {
    lab = await startLab({
      '/form': (_, response) => html(response, FORM),
      '/stays': (_, response) => html(response, STAYS),
      '/by-script': (_, response) => html(response, BY_SCRIPT),
      '/session': (_, response) => html(response, '<title>sent</title>'),
      '/login': (_, response) => {
        response.setHeader('set-cookie', 'sid=0123456789abcdef0123456789abcdef');
        response.end();
      },
    });
  });
  afterAll(() => lab.close());

  // Other hosts each time: what a browser was given once is no login the next time.
  describe.each([
    { panel: false, hosts: ['a.test', 'b.test', 'c.test'] as const },
    { panel: true, hosts: ['d.test', 'e.test', 'f.test'] as const },
  ])('the panel is open: $panel', ({ panel, hosts: [form, unseen, own] }) => {
    let page: Page;
    let tabId: number;
    beforeAll(async () => {
      page = await extension().browser.newPage();
      await page.goto(lab.at(form));
      tabId = await extension().tabIdOf(page);
      if (panel) await extension().openPanel(page);
      await page.bringToFront();
    });
    afterAll(() => page.close());

    const visit = async (host: string, path: string) => {
      await page.goto(`${lab.at(host)}/${path}`);
      await lookedAt(extension(), page);
      await page.click('button');
      await page.waitForFunction(() => document.title === 'sent');
      await until(
        () => rowsOf(extension(), page),
        (rows) =>
          rows.some(
            ({ method, status, url }) =>
              method === 'POST' && status === 200 && url.startsWith(`http://${host}`),
          ),
      );
    };
    const getReport = () => extension().ask<'getReport'>({ type: 'getReport', tabId });
    const found = async () =>
      (await getReport()).findings.filter(({ ruleId }) => ruleId === 'password-over-http');

    it('is found where a form was submitted', async () => {
      await visit(form, 'form');
      const [finding] = await until(found, (findings) => findings.length > 0);
      expect(finding).toMatchObject({ severity: 'high', about: { site: `http://${form}` } });
      expect(JSON.stringify(await getReport())).not.toContain('correct horse');
    });

    it('cannot be known where a script sent what nobody saw', async () => {
      await visit(unseen, 'by-script');
      const site = `http://${unseen}`;
      const outcomeIn = ({ sites }: Report) =>
        sites
          .filter((one) => one.site === site)
          .flatMap(({ checked }) => checked)
          .find(({ ruleId }) => ruleId === 'password-over-http')?.outcome;
      // With the panel open what was sent is told a moment after the login.
      const expected = panel ? undefined : 'unknown';
      const report = await until(
        getReport,
        (told) =>
          told.events.some((one) => one.type === 'login' && one.site === site) &&
          outcomeIn(told) === expected,
      );
      expect(outcomeIn(report)).toBe(expected);
    });

    it('is told of a form that its page sends by itself, and kept nowhere', async () => {
      await page.goto(`${lab.at(own)}/stays`);
      await lookedAt(extension(), page);
      await page.click('button');
      const asking = await extension().askingPage();
      const stored = await until(
        async () =>
          String(await asking.evaluate('chrome.storage.session.get(null).then(JSON.stringify)')),
        (text) => text.includes('/session?next=1'),
      );
      expect(stored).toContain('login-form');
      expect(stored).not.toContain('correct horse');
      expect(JSON.stringify(await getReport())).not.toContain('correct horse');
    });
  });
});
