import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { lowContrast } from './low-contrast.js';
import { useFixture } from './fixture-browser.js';
import { DOCKED, finish, LOGIN, LOGOUT, openedBy } from './proof-acts.js';
import { shownTextOf } from './texts.js';

const opened = openedBy(useFixture());

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations: found } = (await page.evaluate('axe.run()')) as AxeResults;
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

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
    expect(await shownTextOf(page, step)).toContain('It is needed together with authorization.');
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
