import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { clickOn } from '../../../browser/shown.js';
import { useFixture } from './fixture-browser.js';

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
