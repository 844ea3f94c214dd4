import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCertificate } from '../../accuracy/support/serve.js';
import { type Demo, startDemo } from '../../demo/start.js';
import { logOut, visitInsecure } from '../../demo/visit.js';
import { useExtension } from '../support/extension.js';
import { DOCKED, Newcomer } from '../support/newcomer.js';
import { newcomerFinds } from './demo-newcomer.js';
import { otherScreens } from './demo-screens.js';
import { secretsStay } from './trust/own-pages.js';
import { tokenTold } from '../../browser/token-told.js';
import { clickOn, shown } from '../../browser/shown.js';

/** What the real panel tells of a login that really happened: who kept what, and who got it. */
describe('the story of a visit to the demo', () => {
  let demo: Demo;
  let page: Page;
  let panel: Frame;
  let devtools: Page;
  const extension = useExtension(async () => {
    demo = await startDemo(await testCertificate());
  });

  beforeAll(async () => {
    page = await extension().browser.newPage();
    ({ frame: panel, devtools } = await extension().openPanel(page));
    await visitInsecure(page, demo, (answer) => tokenTold(extension(), page, answer));
    await panel.click('#tab-flow');
    await panel.waitForSelector(arrow('POST /collect'));
  });
  afterAll(() => demo.stop());

  const arrow = (words: string): string => `.picture-row[aria-label*="${words}"]`;

  const texts = (selector: string): Promise<string[]> =>
    panel.$$eval(selector, (found) => found.map((each) => (each as HTMLElement).innerText));

  const openScreen = async (name: string) => {
    await panel.click(`#tab-${name}`);
    await panel.waitForSelector(`#screen-${name}`);
  };

  secretsStay(() => ({ extension: extension(), page }));

  newcomerFinds(() => ({ panel, devtools }));

  it('is drawn from the first visit to the last request, in order', async () => {
    await openScreen('flow');
    const told = await panel.$$eval('.picture-row', (rows) =>
      rows.map((row) => row.getAttribute('aria-label') ?? ''),
    );
    const places = [
      'insecure-shop.test → Page: connect.sid',
      'Page → Browser storage: cookie jar: connect.sid',
      'Page → insecure-shop.test: POST /login with connect.sid',
      'Login: POST /login',
      'insecure-shop.test → Page: access_token, refresh_token',
      'Page → Browser storage: localStorage: access_token',
      'Page → metrics.test: POST /collect with',
    ].map((beginning) => told.findIndex((words) => words.startsWith(beginning)));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('names the lanes in sight', async () => {
    const lanes = await texts('.picture-heads span');
    expect(lanes).toEqual(['Browser storage', 'Page', 'insecure-shop.test', 'metrics.test']);
  });

  it('is compared, aspect by aspect, with what was seen', async () => {
    await openScreen('compare');
    const rows = await panel.$$eval('.comparison tbody tr', (found) =>
      found.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
    );
    expect(rows).toHaveLength(15);
    // A label that is missing would show the aspect's own name: one word in camel case.
    expect(rows.filter(([aspect = '']) => /^[a-z]|[a-z][A-Z]/.test(aspect))).toEqual([]);
    const stored = rows.find(([aspect]) => aspect === 'Stored in') ?? [];
    expect(stored[1]).toContain('connect.sid');
    expect(stored[2]).toContain('localStorage, under access_token');
    expect(rows.flat().filter((cell) => cell === '')).toEqual([]);
    // What the cookie has from the session is said once.
    const format = rows.find(([aspect]) => aspect === 'Format') ?? [];
    expect(format[1]).toContain('signed');
    expect(format[3]).toMatch(/^as the session/);
  });

  it('leads from a cell of the comparison to what it was read from', async () => {
    await openScreen('compare');
    await panel.click('.comparison [aria-label="Seen in POST /api/token"]');
    await panel.waitForSelector('#screen-requests .grid-row[aria-selected=true]');
    await shown(panel, 'aside .detail-title ::-p-text(/api/token)');
    await openScreen('compare');
    await panel.click('.comparison [aria-label="Seen in access_token"]');
    await shown(panel, '#screen-credentials aside .detail-title ::-p-text(access_token)');
  });

  it('leads from an arrow to its request', async () => {
    await openScreen('flow');
    await panel.click(arrow('POST /login with'));
    await panel.waitForSelector('#screen-requests .grid-row[aria-selected=true]');
    const [row = ''] = await texts('.grid-row[aria-selected=true]');
    expect(row).toContain('POST');
    expect(row).toContain('Login');
    await shown(panel, 'aside .detail-title ::-p-text(/login)');
  });

  it('is the trail of the token that went too far', async () => {
    await openScreen('credentials');
    await clickOn(panel, '.grid-row .cell-name ::-p-text(access_token)');
    await panel.waitForSelector('aside .trail');
    const steps = (await texts('.trail .words')).join('\n');
    expect(steps).toContain('issued by POST /api/token in the response body (/access_token)');
    expect(steps).toContain('seen in localStorage under access_token by then');
    expect(steps).toMatch(
      /sent in the header authorization to http:\/\/insecure-shop\.test\S*, \d+ times/,
    );
    expect(steps).toMatch(/sent to another site, http:\/\/metrics\.test/);
    // The login comes before it.
    await clickOn(panel, '.trail .sentence-link ::-p-text(issued by)');
    await panel.waitForSelector('#screen-requests .grid-row[aria-selected=true]');
    await shown(panel, 'aside .detail-title ::-p-text(/api/token)');
  });

  otherScreens(() => ({ extension: extension(), page, panel }));

  it('ends with the logout, which is found among the requests', async () => {
    await logOut(page, demo);
    await openScreen('requests');
    await panel.type('.filter-box input', 'is:logout');
    await panel.waitForFunction(() => document.querySelectorAll('.grid-row').length === 1);
    expect((await texts('.grid-row'))[0]).toMatch(/Logout[\s\S]*logout[\s\S]*POST/);
  });

  it('says without a click that the logout did not end the session', async () => {
    await devtools.setViewport(DOCKED);
    await openScreen('overview');
    const one = new Newcomer(panel);
    expect(await one.reads('.answer', /Did the logout end my session\? . No: .*remember_me/)).toBe(
      true,
    );
  });
});
