import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { type FirefoxBrowser, untilTrue } from '../../browser/firefox-browser.js';
import { settled } from '../../browser/settled.js';
import { startDemo } from '../../demo/start.js';
import { type DrivenPage, visitInsecure, visitSound } from '../../demo/visit.js';
import type { Exchange } from '../../src/engine/observed.js';
import { readHar } from '../../src/engine/normalize/sources/har.js';
import { readStorageState } from '../../src/engine/normalize/sources/storage-state.js';
import { Analysis } from '../../src/engine/pipeline/analyze.js';
import { essence } from '../support/essence.js';
import { THOROUGH } from '../support/thorough.js';
import type { UseLab } from './lab.js';

/** The browser asks for them by itself, for its tab: the toolbox may tell of no answer. */
const ICON = /\/(?:favicon\.ico|icon\.svg)(?:\?|$)/;

const itemsOf = (area: string) =>
  `Object.entries(${area}).map(([name, value]) => ({ name, value }))`;

/**
 * Web storage of the page's origin, as Playwright writes it. A file of requests cannot know that.
 */
async function stored(page: Page): Promise<unknown> {
  const areas =
    `({ localStorage: ${itemsOf('localStorage')}, sessionStorage: ` +
    `${itemsOf('sessionStorage')} })`;
  const kept = (await page.evaluate(areas)) as object;
  return { cookies: [], origins: [{ origin: new URL(page.url()).origin, ...kept }] };
}

/**
 * The toolbox lists requests from some time after it was opened, and tells nobody when; of an answer
 * it asks for more then, which is gone once its page was left.
 */
async function untilLogged(firefox: FirefoxBrowser, page: Page, address: string) {
  let visits = 0;
  await untilTrue('the log of Firefox’s toolbox', async () => {
    await page.goto(`${address}?${++visits}`);
    return (await logged(firefox, page)).some(({ url }) => url.endsWith(`?${visits - 1}`));
  });
}

/** The page, as somebody drives it who leaves none before the toolbox has all answers to it. */
function patient(firefox: FirefoxBrowser, page: Page): DrivenPage {
  const told = () =>
    untilTrue('the answers in Firefox’s toolbox', async () => {
      const waiting = (await logged(firefox, page)).filter(
        ({ url, response }) => !ICON.test(url) && response === undefined,
      );
      if (waiting.length === 0) return true;
      throw new Error(
        `Without one: ${waiting.map(({ method, url }) => `${method} ${url}`).join()}`,
      );
    });
  return {
    url: () => page.url(),
    goto: (url) => page.goto(url),
    click: async (selector) => {
      await told();
      return page.click(selector);
    },
    type: (selector, text) => page.type(selector, text),
    waitForSelector: (selector) => page.waitForSelector(selector),
    $eval: (selector, read) => page.$eval(selector, read),
  };
}

/** What “Save All As HAR” would save now; each saving counts its pages on, so they are left out. */
async function logged({ internals }: FirefoxBrowser, page: Page): Promise<Exchange[]> {
  return readHar(await internals.savedHar(page.url())).exchanges;
}

/** What Firefox's own Network panel saves is as good as having looked. */
export function saved(lab: UseLab): void {
  describe('a HAR file that Firefox’s toolbox saves', () => {
    type Visit = typeof visitSound;
    const bothOf = async (shop: 'insecure' | 'sound', visit: Visit) => {
      const { firefox } = lab();
      const demo = await startDemo();
      const urls = { insecure: demo.insecureUrl, sound: demo.soundUrl, metrics: demo.metricsUrl };
      const hosts = Object.values(urls).map((url) => new URL(url).hostname);
      await firefox.internals.resolveHere(hosts.join());
      await firefox.internals.keepNetworkLog();
      const page = await firefox.browser.newPage();
      try {
        const icon = `${urls[shop]}/favicon.ico`;
        await page.goto(icon);
        await firefox.internals.openPanel(icon);
        await untilLogged(firefox, page, icon);
        const tabId = await firefox.tabIdOf(page);
        const live = () => firefox.ask<'getReport'>({ type: 'getReport', tabId });
        await visit(patient(firefox, page), demo, () =>
          untilTrue('the token of the body', async () =>
            (await live()).events.some(({ type }) => type === 'issued'),
          ),
        );
        const watched = await settled(live);
        // The toolbox goes on listing requests for a while after they were answered.
        const exchanges = await settled(() => logged(firefox, page));
        const analysis = new Analysis();
        for (const exchange of exchanges) analysis.addExchange(exchange);
        const at = Math.max(...exchanges.map(({ startedAt }) => startedAt));
        for (const snapshot of readStorageState(await stored(page), at).snapshots)
          analysis.addSnapshot(snapshot);
        const source = { kind: 'har', url: page.url(), dropped: 0 } as const;
        return {
          saved: essence(analysis.report({ source, version: '0' })),
          watched: essence(watched),
        };
      } finally {
        await firefox.internals.closeToolbox(page.url());
        await page.close();
        await demo.stop();
      }
    };

    it('says the same as the panel says live: the insecure shop', async () => {
      const { saved: told, watched } = await bothOf('insecure', visitInsecure);
      expect(told).toEqual(watched);
    });

    it('says the same as the panel says live: the sound shop', THOROUGH, async () => {
      const { saved: told, watched } = await bothOf('sound', visitSound);
      expect(told).toEqual(watched);
    });
  });
}
