import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { useFixture } from './fixture-browser.js';
import { lowContrast } from './low-contrast.js';

const open = useFixture();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const DOCKED = { width: 800, height: 400 };
const LOGIN = '[data-question=authenticates]';
const LOGOUT = '[data-question=survives-logout]';

async function opened(query: Record<string, string> = {}, size = DOCKED): Promise<Page> {
  const page = await open({ screen: 'overview', rows: 20, ...query }, size);
  await page.waitForSelector('.verdict');
  await page.evaluate(() => window.fixture.offerProofs());
  await page.waitForSelector('.prove .button');
  return page;
}

const asked = (page: Page, type: string) =>
  page.evaluate((wanted) => window.fixture.asked.filter((one) => one === wanted).length, type);
const textOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => (element as HTMLElement).innerText);
const said = (page: Page) => page.$eval('.prove [role=status]', (one) => one.textContent);
const finish = (page: Page) => page.evaluate(() => window.fixture.finishProof());
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations: found } = (await page.evaluate('axe.run()')) as AxeResults;
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

describe('a proof on the first screen', () => {
  it('shows what would be sent, to whom and how often, and begins with its button alone', async () => {
    const page = await opened();
    await page.click(`${LOGIN} .button`);
    const offer = await textOf(page, '.prove-offer');
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
    expect(await textOf(page, LOGIN)).toContain('1 of at most 8 requests');
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
    expect(await textOf(page, '.proof-sides')).toContain('"error": …');
    expect(await textOf(page, LOGOUT)).toContain('still logs in');
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
    expect(await textOf(page, LOGIN)).toContain('cut off');
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
    expect(await textOf(page, '.glance')).toContain('logs in together');
  });
});

describe('what a proof said', () => {
  const proved = async (query: Record<string, string> = {}, size = DOCKED) => {
    const page = await opened(query, size);
    await page.click(`${LOGIN} .button`);
    await page.click('.prove-offer .primary');
    await page.waitForSelector(`${LOGIN} progress`);
    await finish(page);
    await page.waitForSelector('.proof');
    return page;
  };

  it('stands at the credential in the flow picture, drawn and told', async () => {
    const page = await proved();
    await page.click('#tab-flow');
    await page.waitForSelector('.picture .proved');
    const drawn = await page.$$eval('.picture .proved', (all) => all.map((one) => one.textContent));
    expect(drawn).toContain('JSESSIONID: logs in together');
    const named = await page.$$eval('.picture-row', (all) =>
      all.map((one) => one.getAttribute('aria-label')),
    );
    expect(named).toContain(
      'Page → Browser storage: cookie jar: JSESSIONID (proof: JSESSIONID: logs in together)',
    );
    await page.click('.flow-picture .toggle');
    const told = await page.$$eval('.picture-list button', (all) =>
      all.filter((one) => one.textContent.includes('(proof: JSESSIONID: logs in together)')),
    );
    expect(told).toHaveLength(1);
  });

  it('stands in its trail, and leads to the request that was repeated', async () => {
    const page = await proved();
    await page.click('.proof-outcomes .link');
    const step = '.trail li:has(.proved-needed-together)';
    await page.waitForSelector(step);
    expect(await textOf(page, step)).toContain('It is needed together with authorization.');
    await page.click(`${step} .link`);
    await page.waitForSelector('#screen-requests .grid-row');
  });

  it.each([
    ['light', 'en', DOCKED],
    ['dark', 'ko', { width: 1280, height: 900 }],
  ])('lies over nothing else there: %s, %s', async (theme, lang, size) => {
    const page = await proved({ theme, lang }, size);
    await page.click('#tab-flow');
    await page.waitForSelector('.picture .proved');
    const covered = await page.evaluate(() => {
      const texts = [...document.querySelectorAll('.picture .arrow text')];
      const boxes = texts.map((one) => one.getBoundingClientRect());
      return [...document.querySelectorAll('.picture .proved')].flatMap((mark) => {
        const own = mark.getBoundingClientRect();
        const others = boxes.filter((_, at) => texts[at] !== mark);
        const isOver = ({ left, right, top, bottom }: DOMRect) =>
          left < own.right && right > own.left && top < own.bottom - 2 && bottom - 2 > own.top;
        return others.some(isOver) ? [mark.textContent] : [];
      });
    });
    expect(covered).toEqual([]);
    await page.mouse.move(0, 0);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(lowContrast)).toEqual([]);
  });
});

it('marks its requests in the list, and finds them there', async () => {
  const page = await opened();
  await page.evaluate(() => window.fixture.finishProof());
  await page.click('#tab-requests');
  await page.waitForSelector('.of-proof');
  const rows = () => page.$$eval('.grid-row', (all) => all.length);
  expect(await rows()).toBeGreaterThan(1);
  await page.type('#screen-requests input', 'is:proof ');
  await page.waitForFunction(() => document.querySelectorAll('.grid-row').length === 1);
  expect(await page.$$('.of-proof')).toHaveLength(1);
});

describe.each([
  ['light', 'en'],
  ['dark', 'ko'],
])('proofs, %s, %s', (theme, lang) => {
  it('have nothing that axe finds, and no low contrast', async () => {
    const page = await opened({ theme, lang }, { width: 800, height: 1600 });
    await page.click(`${LOGIN} .button`);
    await page.mouse.move(0, 0);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(lowContrast)).toEqual([]);
    await page.click('.prove-offer .primary');
    await page.waitForSelector(`${LOGIN} progress`);
    expect(await violations(page)).toEqual([]);
    await finish(page);
    await page.waitForSelector('.proof');
    await page.click(`${LOGOUT} .button`);
    await page.click('.prove-offer .primary');
    await finish(page);
    await page.waitForSelector('.proof-sides');
    await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
    await page.mouse.move(0, 0);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(lowContrast)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.querySelector('.overview')!.scrollWidth > innerWidth,
    );
    expect(overflow).toBe(false);
    expect(await page.evaluate(() => window.pwned)).toBeUndefined();
  });
});
