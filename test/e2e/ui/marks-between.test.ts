import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { shown } from '../../../browser/shown.js';
import { MARKUP } from '../../fixtures/hostile.js';
import { useFixture } from './fixture-browser.js';
import { shownTexts } from './texts.js';
import { FLAG, SECTION, mark, selected, threeMarks } from './mark-acts.js';

const open = useFixture();

/** What stands under a title: name, before, after. */
const rows = (page: Page, title: string): Promise<string[][]> =>
  page.$$eval(
    `${SECTION} .changes tbody`,
    (groups, wanted) =>
      groups
        .filter((group) => group.querySelector('.change-group')?.textContent?.startsWith(wanted))
        .flatMap((group) => [...group.querySelectorAll<HTMLElement>('tr:not(.change-group)')])
        .map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim())),
    title,
  );

describe('what lies between two moments', () => {
  it('leads to its requests', async () => {
    const page = await open({ screen: 'compare' });
    await threeMarks(page);
    expect((await shownTexts(page, '.between'))[0]).toContain('neither a login nor a logout');
    await page.click('.between .link');
    await shown(page, '#screen-requests .nothing-matches ::-p-text(Show all)');
    expect((await shownTexts(page, '.span-line'))[0]).toMatch(
      /^Only\s*\d\d:\d\d:\d\d.* – \d\d:\d\d:\d\d/,
    );
  });

  it('is not mentioned before anything is marked', async () => {
    const page = await open({ screen: 'compare' });
    expect(await page.$(SECTION)).toBeNull();
  });

  it('is told of the last two: after a logout, what it left', async () => {
    const page = await open({ screen: 'compare' });
    await threeMarks(page);
    expect(await selected(page)).toEqual(['B', 'C']);
    expect(await rows(page, 'Appeared')).toEqual([]);
    expect((await rows(page, 'Vanished')).map(([name]) => name)).toEqual([
      'session JSESSIONID',
      'access token authorization',
    ]);
    expect(await shownTexts(page, `${SECTION} .judged > .bad`)).toEqual([
      expect.stringMatching(
        /^Left behind by the logout:\s+refresh token refresh_token\s+remember me __Host-remember$/,
      ),
    ]);
  });

  it('is told of the two that are chosen: at a login, what became of the session', async () => {
    const page = await open({ screen: 'compare' });
    await threeMarks(page);
    await page.select(`${SECTION} div:nth-child(2) > select`, '2');
    await page.waitForFunction(() =>
      document.querySelector('.judged')?.textContent?.includes('session id'),
    );
    expect(await selected(page)).toEqual(['A', 'B']);
    expect(await shownTexts(page, `${SECTION} .judged > li`)).toEqual([
      'The session id changed at the login (good).',
    ]);
    expect(await rows(page, 'New value')).toEqual([
      ['session JSESSIONID', '0123456789ab', 'ba9876543210'],
    ]);
    expect((await rows(page, 'Appeared'))[0]).toEqual([
      'access token authorization',
      'not there',
      'c2c2c2c2c2c2',
    ]);
    expect((await rows(page, 'Vanished')).map(([name]) => name)).toEqual([
      'OAuth state state',
      'not in the report',
    ]);
  });

  it('is asked for again when something changes', async () => {
    const page = await open({ screen: 'compare' });
    await threeMarks(page);
    await page.evaluate(() => {
      window.fixture.compared = { sessionRotated: false, leftBehind: [] };
      window.fixture.tell();
    });
    await page.waitForSelector(`${SECTION} .judged .good`);
    expect(await shownTexts(page, `${SECTION} .judged > li`)).toEqual([
      'The session id did not change at the login: session fixation is possible.',
      'The logout left nothing behind.',
    ]);
    await page.evaluate(() => {
      window.fixture.compared = { sessionRotated: null, leftBehind: null };
      window.fixture.tell();
    });
    await page.waitForFunction(() => document.querySelector('.judged') === null);
  });

  it('unfolds what stayed, and stays unfolded', async () => {
    const page = await open({ screen: 'compare' });
    await threeMarks(page);
    const fold = `${SECTION} .change-group button`;
    expect(await rows(page, 'Stayed')).toEqual([]);
    expect(await page.$eval(fold, (button) => button.getAttribute('aria-expanded'))).toBe('false');
    await page.click(fold);
    await page.evaluate(() => window.fixture.addRows(1));
    await shown(page, '.counts ::-p-text(5,011)');
    const stayed = await rows(page, 'Stayed');
    expect(stayed).toHaveLength(5);
    expect(stayed.join()).toContain(MARKUP);
    expect(stayed[0]?.slice(1)).toEqual(['555555555555', '555555555555']);
  });

  it('leads to a credential', async () => {
    const page = await open({ screen: 'compare' });
    await threeMarks(page);
    await page.click(`${SECTION} .judged .links li:last-child .link`);
    await shown(page, '#screen-credentials aside ::-p-text(__Host-remember)');
  });

  it('is forgotten with the rest', async () => {
    const page = await open({ screen: 'compare' });
    await threeMarks(page);
    await page.click('[aria-label^="Clear"]');
    await page.waitForSelector('.empty-state');
    await page.evaluate(() => {
      window.fixture.state = 'new';
      window.fixture.tell();
    });
    await page.waitForSelector('#screen-compare .empty-state');
    expect(await page.$(SECTION)).toBeNull();
  });

  it.each([400, 1200])('fits %i pixels', async (width) => {
    const page = await open({ screen: 'compare' }, { width });
    await mark(page, 'x'.repeat(80));
    await mark(page, 'B');
    await page.waitForSelector(`${SECTION} .changes`);
    const hidden = await page.$eval('.overview', (box) => box.scrollWidth - box.clientWidth);
    expect(hidden).toBe(0);
    await page.click(FLAG);
    const right = await page.$eval('.mark-form', (form) => form.getBoundingClientRect().right);
    expect(right).toBeLessThanOrEqual(width);
  });
});
