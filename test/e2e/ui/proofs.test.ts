import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { useFixture } from './fixture-browser.js';
import { finish, LOGIN, LOGOUT, openedBy, said } from './proof-acts.js';
import { shownTextOf } from './texts.js';

const opened = openedBy(useFixture());

const asked = (page: Page, type: string) =>
  page.evaluate((wanted) => window.fixture.asked.filter((one) => one === wanted).length, type);

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

describe('a proof on the first screen', () => {
  it('shows what would be sent, to whom and how often, and begins with its button alone', async () => {
    const page = await opened();
    await page.click(`${LOGIN} .button`);
    const offer = await shownTextOf(page, '.prove-offer');
    for (const part of ['GET /api/me', 'www.shop.test', '6 requests', 'at most 11', 'JSESSIONID'])
      expect(offer).toContain(part);
    expect(await asked(page, 'startProof')).toBe(0);
    expect(await focused(page)).toBe('Start');
    const inView = await page.$eval('.prove-offer .primary', (one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    expect(inView).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForSelector(`${LOGIN} progress`);
    expect(await asked(page, 'startProof')).toBe(1);
  });

  it('is put away again by Cancel, and nothing was sent', async () => {
    const page = await opened();
    await page.click(`${LOGIN} .button`);
    await page.click('.prove-offer .button:not(.primary)');
    expect(await page.$('.prove-offer')).toBeNull();
    expect(await asked(page, 'startProof')).toBe(0);
  });

  it('says how far it is, can be stopped, and tells what came of it, aloud as well', async () => {
    const page = await opened();
    await page.click(`${LOGIN} .button`);
    await page.click('.prove-offer .primary');
    await page.waitForSelector(`${LOGIN} progress`);
    expect(await shownTextOf(page, LOGIN)).toContain('1 of at most 8 requests');
    expect(await said(page)).toBe('The proof has begun: at most 8 requests.');
    await page.click(`${LOGIN} .button`);
    expect(await asked(page, 'stopProof')).toBe(1);
    await page.waitForSelector(`${LOGIN} .button:disabled`);
    await finish(page);
    await page.waitForSelector('.proof');
    expect(await said(page)).toBe('JSESSIONID and authorization log you in together.');
    const lines = await page.$$eval('.proof-outcomes li', (all) => all.map((li) => li.textContent));
    expect(lines[0]).toMatch(/^logs in together.*JSESSIONID/);
    expect(lines[2]).toMatch(/^cannot be told/);
    expect(lines).toHaveLength(4);
    await page.click('.proof-answers summary');
    expect(await page.$$('.proof-answers tbody tr')).toHaveLength(6);
  });

  it('asks after a logout whether it ended anything, with the two answers side by side', async () => {
    const page = await opened();
    await page.click(`${LOGOUT} .button`);
    await page.click('.prove-offer .primary');
    await page.waitForSelector(`${LOGOUT} progress`);
    expect(await page.$(`${LOGIN} .button:not(:disabled)`)).toBeNull();
    await finish(page);
    await page.waitForSelector('.proof-sides');
    expect(await shownTextOf(page, '.proof-sides')).toContain('"error": …');
    expect(await shownTextOf(page, LOGOUT)).toContain('still logs in');
  });

  it.each([
    [{ barred: 'off' }, 'switched off'],
    [{ barred: 'not-recorded' }, 'Nothing is recorded'],
    [{ barred: 'unsupported' }, 'This browser'],
    [{ broken: { question: 'authenticates', why: 'no-page' } }, 'Open one and try again'],
    [{ broken: { question: 'authenticates', why: 'left' } }, 'was left'],
    [{ offers: [{ question: 'authenticates', why: 'Open a page that needs it.' }] }, 'Open a page'],
  ])('says where it cannot be: %j', async (state, words) => {
    const page = await opened();
    await page.evaluate((some) => {
      window.fixture.proofs = { ended: 0, offers: [], ...some } as never;
      window.fixture.tell();
    }, state);
    await page.waitForFunction(
      (text) => document.querySelector('.prove')?.textContent?.includes(text),
      {},
      words,
    );
  });

  it('says where it was cut off', async () => {
    const page = await opened();
    await page.click(`${LOGIN} .button`);
    await page.click('.prove-offer .primary');
    await page.waitForSelector(`${LOGIN} progress`);
    await page.evaluate(() => window.fixture.offerProofs());
    await page.waitForSelector('.prove-trouble');
    expect(await shownTextOf(page, LOGIN)).toContain('cut off');
  });
});

describe('a proof beside the credentials', () => {
  it('is asked for, and told where each of them is looked at', async () => {
    const page = await opened({ screen: 'overview' });
    await page.click('#tab-credentials');
    await page.waitForSelector('.grid-row');
    await page.click('.bar .button[aria-expanded]');
    await page.click('.prove-offer .primary');
    await page.waitForSelector(`${LOGIN} progress`);
    await finish(page);
    await page.waitForSelector('.proof');
    await page.click('.proof-outcomes .link');
    await page.waitForSelector('.glance');
    expect(await shownTextOf(page, '.glance')).toContain('logs in together');
  });
});
