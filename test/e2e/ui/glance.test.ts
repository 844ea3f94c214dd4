import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { clickOn } from '../../../browser/shown.js';
import { useFixture } from './fixture-browser.js';
import { texts } from './texts.js';

const open = useFixture();

const glance = (page: Page): Promise<string> =>
  page.$eval('.glance', (one) => (one as HTMLElement).innerText.replace(/\s+/g, ' '));

describe('the head of a credential', () => {
  it.each([
    ['JSESSIONID', /Kept in cookie H S –/],
    ['authorization', /Kept in localStorage Ends/],
    ['api_key', /Kept in no storage that was seen Ends/],
  ])('says where %s is kept', async (name, said) => {
    const page = await open({ screen: 'credentials' }, { width: 800, height: 400 });
    await clickOn(page, `.cell-name ::-p-text(${name})`);
    await page.waitForSelector('.glance');
    expect(await glance(page)).toMatch(said);
  });

  it('says nothing of where something is that is over', async () => {
    const page = await open({ screen: 'credentials' });
    await clickOn(page, '.cell-name ::-p-text(old_session)');
    await page.waitForSelector('.glance');
    expect(await glance(page)).not.toContain('Kept in');
  });
});

describe('the overview', () => {
  const chips = (page: Page): Promise<string[]> =>
    page.$$eval('.identifying', (all) =>
      all.map((one) => (one as HTMLElement).innerText.replace(/\s+/g, ' ')),
    );

  it('says where that is which identifies', async () => {
    const page = await open({}, { width: 800, height: 400 });
    await page.waitForSelector('.identifying');
    const [session, token] = await chips(page);
    expect(session).toMatch(/JSESSIONID cookie/);
    expect(token).toMatch(/authorization localStorage/);
  });

  it.each([400, 500, 800])('cuts no name there, %d wide', async (width) => {
    const page = await open({}, { width, height: 350 });
    await page.waitForSelector('.identifying');
    const cut = await page.$$eval('.identifying .name', (names) =>
      names.filter((name) => name.scrollWidth > name.clientWidth + 1).map((one) => one.textContent),
    );
    expect(cut).toEqual([]);
  });
});

describe('after a logout', () => {
  it('nothing of the login is said to identify anybody, wherever that is told', async () => {
    const page = await open({ state: 'logged-out' });
    await page.waitForSelector('.identifying');
    const told = ['Identifies you', 'After the logout'];
    expect(await texts(page, '.identifies > span')).toEqual(told.map((one) => `${one}:`));
    expect(await texts(page, '#tab-credentials .count')).toEqual(['1']);
    await page.click('#tab-credentials');
    await page.waitForSelector('.grid-group');
    expect(await texts(page, '.grid-group')).toEqual([
      'Identifies you 1',
      'After the logout 5',
      'No longer identifies you 2',
      'Others 7',
      'https://login.idp.test 1',
    ]);
    await clickOn(page, '.cell-name ::-p-text(JSESSIONID)');
    await page.waitForSelector('.glance');
    expect(await glance(page)).toContain('After the logout Nobody was seen to log in since.');
    const popup = await open({ view: 'popup', state: 'logged-out' }, { width: 400, height: 700 });
    await popup.waitForSelector('.recognised');
    expect(await texts(popup, '.recognised-head h2')).toEqual(told);
  });
});
