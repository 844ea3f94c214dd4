import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { shown } from '../../../browser/shown.js';
import { MARKUP } from '../../fixtures/hostile.js';
import { useFixture } from './fixture-browser.js';
import { shownTexts } from './texts.js';
import { FLAG, SECTION, mark, selected, threeMarks } from './mark-acts.js';

const open = useFixture();

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

describe('marking a moment', () => {
  it('takes two keys where the suggested name will do', async () => {
    const page = await open({ state: 'logged-out', screen: 'compare' });
    expect(await mark(page)).toBe('After logout');
    expect(await focused(page)).toBe('Mark this moment');
    expect(await shownTexts(page, `${SECTION} .note`)).toEqual([
      '“After logout” is marked. Mark another moment, for example after the login, to read what ' +
        'changed in between.',
    ]);
    expect(await page.$eval('[role=toolbar] [role=status]', (said) => said.textContent)).toBe(
      'Moment marked: After logout',
    );
    expect(await mark(page)).toBe('Moment 2');
  });

  it('suggests a name for a visit that has only begun', async () => {
    expect(await mark(await open({ state: 'new', screen: 'compare' }))).toBe('Before login');
  });

  it('is given up by Escape, and suggests anew', async () => {
    const page = await open({ state: 'logged-out', screen: 'compare' });
    await page.click(FLAG);
    await page.waitForSelector('.mark-form:popover-open input:focus');
    await page.keyboard.type('never mind');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.mark-form:not(:popover-open)');
    expect(await focused(page)).toBe('Mark this moment');
    expect(await page.$(SECTION)).toBeNull();
    expect(await mark(page)).toBe('After logout');
  });

  it('needs a name', async () => {
    const page = await open({ screen: 'compare' });
    await page.click(FLAG);
    await page.waitForSelector('.mark-form:popover-open input:focus');
    await page.keyboard.type(' ');
    await page.keyboard.press('Enter');
    expect(await page.$('.mark-form:popover-open')).not.toBeNull();
    expect(await page.evaluate(() => window.fixture.asked.includes('mark'))).toBe(false);
  });

  it('shows a name as text', async () => {
    const page = await open({ screen: 'compare' });
    await mark(page, MARKUP);
    expect((await shownTexts(page, `${SECTION} .note`))[0]).toContain(MARKUP);
    await mark(page, 'B');
    await page.waitForSelector(`${SECTION} .changes`);
    expect(await selected(page)).toEqual([MARKUP, 'B']);
    expect(await page.$$('img, b')).toHaveLength(0);
  });
});

describe('a marked moment', () => {
  const inList = (page: Page) => shownTexts(page, '.mark-list .mark-name');

  it('is renamed in its place: Enter takes the new name, Escape leaves the old one', async () => {
    const page = await open({ screen: 'compare' });
    await mark(page, 'A');
    await page.waitForSelector('.mark-list');
    await page.focus('[aria-label="Rename A"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.mark-list input:focus');
    await page.keyboard.type('never mind');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('.mark-list input'));
    expect(await inList(page)).toEqual(['A']);
    expect(await focused(page)).toBe('Rename A');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.mark-list input:focus');
    await page.keyboard.type('before the login');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[aria-label="Rename before the login"]:focus');
    expect(await inList(page)).toEqual(['before the login']);
    expect(
      await page.evaluate(() => window.fixture.asked.filter((one) => one === 'renameMark')),
    ).toEqual(['renameMark']);
  });

  it('is deleted, and had back', async () => {
    const page = await open({ screen: 'compare' });
    await threeMarks(page);
    await page.click('[aria-label="Delete C"]');
    await shown(page, '.toast ::-p-text(Undo)');
    await page.waitForFunction(() => document.querySelectorAll('.mark-list li').length === 2);
    expect(await selected(page)).toEqual(['A', 'B']);
    await page.click('.toast button');
    await page.waitForFunction(() => document.querySelectorAll('.mark-list li').length === 3);
    expect(await inList(page)).toEqual(['A', 'B', 'C']);
  });
});
