import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shown } from '../../../browser/shown.js';
import { useExtension } from '../../support/extension.js';
import { jwtOf } from '../../support/jose.js';
import { DOCKED } from '../../support/newcomer.js';
import { THOROUGH } from '../../support/thorough.js';
import { html, type Lab, startLab } from '../capture/lab.js';

const TURN = '\u202E\u2066';
const WORDS = `${TURN}שלום a\u200B\u2060b 👩‍👩‍👧🔥`;
const HOST = `${'sub-'.repeat(12)}x.names.test`;
const inHeader = (line: string) => Buffer.from(line).toString('latin1');

/** Sets what no reader expects of a name, and keeps a token under some more. */
function page(_request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('set-cookie', [
    `session_${'N'.repeat(1_500)}=${'0123456789abcdef'.repeat(4)}; Path=/`,
    inHeader(`sess_${WORDS}=9a8f9a7d8f9a7d8f9a7d8f9a7d8f9a00; Path=/`),
    inHeader(`theme=${WORDS}; Path=/; Max-Age=9999`),
  ]);
  const token = jwtOf({ sub: 'ada', scope: 'x'.repeat(2_000), exp: Date.now() / 1_000 + 900 });
  const put = (key: string) =>
    `localStorage.setItem(${JSON.stringify(key)}, ${JSON.stringify(token)});`;
  html(
    response,
    `<meta charset="utf-8"><script>${put('K'.repeat(10_000))} ${put(WORDS)}
    sessionStorage.setItem('note', ${JSON.stringify(WORDS.repeat(1_000))});
    fetch('/api/' + 'q'.repeat(3_000) + '?' + encodeURIComponent(${JSON.stringify(WORDS)}) + '=1', {
      headers: { authorization: 'Bearer ${token}' },
    });</script>`,
  );
}

/** What can be scrolled sideways, though nothing but drawings and rows of buttons may be. */
const scrolledSideways = (view: Page): Promise<string[]> =>
  view.$$eval('body, body *', (all) =>
    all
      .filter((one) => {
        const isScroller = /auto|scroll/.test(getComputedStyle(one).overflowX);
        return (isScroller || one === document.body) && one.scrollWidth > one.clientWidth + 1;
      })
      .filter((one) => !one.closest('.picture, .tabs, .filter-words'))
      .map((one) => `${one.tagName}.${one.className}`),
  );

const ROW = '[role=tabpanel]:not([hidden]) .grid-row';

describe('names that pages choose, in a panel of 800 × 400,', THOROUGH, () => {
  let lab: Lab;
  let view: Page;
  const extension = useExtension();
  beforeAll(async () => {
    lab = await startLab({ '/': page });
    const tab = await extension().browser.newPage();
    await tab.goto(`${lab.at(HOST)}/`);
    await tab.reload();
    view = await extension().openFullView(await extension().tabIdOf(tab));
    await view.setViewport(DOCKED);
    await shown(view, '.identifying ::-p-text(session_NNN)');
  });
  afterAll(() => lab.close());

  it.each(['overview', 'flow', 'credentials', 'requests', 'storage', 'findings', 'compare'])(
    'push nothing out of the screen %s',
    async (screen) => {
      await view.click(`#tab-${screen}`);
      await view.waitForSelector(`#screen-${screen}`);
      expect(await scrolledSideways(view)).toEqual([]);
      if ((await view.$(ROW)) === null) return;
      for (let at = 0; at < (await view.$$(ROW)).length; at += 1) {
        await (await view.$$(ROW))[at]!.click();
        await view.waitForSelector('aside .detail-title');
        expect([at, await scrolledSideways(view)]).toEqual([at, []]);
      }
    },
  );

  it('leave a finding its room', async () => {
    await view.click('#tab-findings');
    await view.waitForSelector('#screen-findings .group');
    const heights = await view.$$eval('.group > summary', (all) =>
      all.map((one) => one.getBoundingClientRect().height),
    );
    expect(Math.max(...heights)).toBeLessThan(90);
  });

  it('turn nothing that is said of them', async () => {
    const tabId = Number(new URL(view.url()).searchParams.get('tabId'));
    const report = await extension().ask<'getReport'>({ type: 'getReport', tabId });
    const turned: string[] = [];
    JSON.stringify(report, (member: string, value: unknown) => {
      if (typeof value !== 'string') return value;
      if (/[\u202A-\u202E\u2066-\u2069]/.test(value)) turned.push(member);
      return value;
    });
    // Names and keys are those of the browser; they stand alone, each in a place of its own.
    expect(turned.filter((member) => !/^(?:name|path|key|locator)$/.test(member))).toEqual([]);
    expect(turned).toContain('locator');
  });
});
