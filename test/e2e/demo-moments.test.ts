import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCertificate } from '../../accuracy/support/serve.js';
import { type Demo, startDemo } from '../../demo/start.js';
import { logOut, visitInsecure, visitSound } from '../../demo/visit.js';
import { useExtension } from '../support/extension.js';
import { THOROUGH } from '../support/thorough.js';

/**
 * What a user reads who marks three moments of a visit: before the login, after it, after the
 * logout.
 */
describe('the moments of a visit to the demo', () => {
  let demo: Demo;
  const extension = useExtension(async () => {
    demo = await startDemo(await testCertificate());
  });
  afterAll(() => demo.stop());

  const SECTION = '.before-and-after';

  const texts = (panel: Frame, selector: string): Promise<string[]> =>
    panel.$$eval(selector, (found) => found.map((each) => (each as HTMLElement).innerText));

  /** Marks, once the panel shows what happened, under the name that it then suggests. */
  const mark = async (panel: Frame, name: string, shown: string) => {
    await panel.click('#tab-flow');
    await panel.waitForSelector(shown);
    await panel.click('[aria-label="Mark this moment"]');
    expect(await panel.$eval('.mark-form input', (input) => input.value)).toBe(name);
    await panel.click('.mark-form [type=submit]');
    await panel.waitForSelector('.mark-form:not(:popover-open)');
  };

  const compare = async (panel: Frame, from: string, to: string) => {
    await panel.click('#tab-compare');
    await panel.waitForSelector(`${SECTION} select`);
    for (const [at, name] of [from, to].entries()) {
      const select = `${SECTION} div:nth-child(${at + 1}) > select`;
      const id = await panel.$$eval(
        `${select} option`,
        (options, wanted) => options.find(({ text }) => text.startsWith(wanted))?.value ?? '',
        name,
      );
      await panel.select(select, id);
    }
    await panel.waitForSelector(`${SECTION} .judged`);
    return (await texts(panel, `${SECTION} .judged > li`)).join('\n');
  };

  const visitMarked = async (url: string, visit: (page: Page, demo: Demo) => Promise<void>) => {
    const page = await extension().browser.newPage();
    const { frame: panel } = await extension().openPanel(page);
    await page.goto(url);
    await mark(panel, 'Before login', '.picture-row');
    await visit(page, demo);
    await mark(panel, 'After login', '.picture-row[aria-label^="Login: POST /login"]');
    await logOut(page, demo);
    await mark(panel, 'After logout', '.picture-row[aria-label^="Logout: POST /logout"]');
    return panel;
  };

  describe('at the shop that does it right', () => {
    let panel: Frame;
    beforeAll(async () => {
      // The shop starts its session with the login form.
      panel = await visitMarked(`${demo.soundUrl}/login`, visitSound);
    });

    it('tell that the session got a new id at the login', async () => {
      const judged = await compare(panel, 'Before login', 'After login');
      expect(judged).toBe('The session id changed at the login (good).');
    });

    it('tell that the logout left nothing behind', async () => {
      const judged = await compare(panel, 'After login', 'After logout');
      expect(judged).toBe('The logout left nothing behind.');
    });
  });

  describe('at the shop that does it wrong', THOROUGH, () => {
    let panel: Frame;
    beforeAll(async () => {
      panel = await visitMarked(`${demo.insecureUrl}/`, visitInsecure);
    });

    it('tell that the session kept its id at the login', async () => {
      const judged = await compare(panel, 'Before login', 'After login');
      expect(judged).toBe(
        'The session id did not change at the login: session fixation is possible.',
      );
    });

    it('tell what the logout left behind', async () => {
      const judged = await compare(panel, 'After login', 'After logout');
      expect(judged).toMatch(/^Left behind by the logout:/);
      for (const name of ['access_token', 'refresh_token', 'remember_me'])
        expect(judged).toContain(name);
    });

    it('lead to a credential that appeared', async () => {
      await compare(panel, 'Before login', 'After login');
      await panel.click(`${SECTION} .changes tbody tr:not(.change-group) .link`);
      await panel.waitForSelector('#screen-credentials aside .detail-title');
    });
  });
});
