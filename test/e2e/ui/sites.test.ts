import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { shown } from '../../../browser/shown.js';
import { useFixture } from './fixture-browser.js';
import { texts } from './texts.js';

const open = useFixture();

const putInFront = async (page: Page, site: string) => {
  await page.click('#tab-overview');
  await (await shown(page, `.other-sites ::-p-text(${site})`)).click();
  await shown(page, `.verdict .site::-p-text(${site})`);
};

describe('findings of several sites', () => {
  it('are told from the site in front, where nothing was found', async () => {
    const page = await open();
    await putInFront(page, 'https://metrics.test');
    await page.click('#tab-findings');
    await page.waitForSelector('.group');
    expect(await texts(page, '.site-heading')).toEqual([
      'https://metrics.test 0',
      'https://shop.test 12',
      'https://login.idp.test 1',
    ]);
    expect(await texts(page, '.site-clear')).toEqual([
      'Nothing wrong was found in what was seen so far.',
    ]);
  });

  it('keep their names where a filter leaves those of one other site', async () => {
    const page = await open({ screen: 'findings' });
    await page.waitForSelector('.group');
    await page.type('[data-filter]', 'SSO_SESSION');
    await page.waitForFunction(() => document.querySelectorAll('.group').length === 1);
    expect(await texts(page, '.site-heading')).toEqual(['https://login.idp.test 1']);
    // There is something wrong at the site in front, only not in what the filter leaves.
    expect(await page.$('.site-clear')).toBeNull();
  });

  it('need no name where all are of the site in front', async () => {
    const page = await open({ screen: 'findings' });
    await page.waitForSelector('.group');
    await page.type('[data-filter]', 'api-key-exposed');
    await page.waitForFunction(() => document.querySelectorAll('.group').length === 1);
    expect(await texts(page, '.site-heading')).toEqual([]);
  });
});

describe('credentials of several sites', () => {
  it('are grouped at the site in front, the others stand under their sites', async () => {
    const page = await open({ screen: 'credentials' }, { height: 900 });
    await page.waitForSelector('.grid-row');
    expect(await texts(page, '.grid-group')).toEqual([
      'Identifies you 6',
      'No longer identifies you 2',
      'Others 7',
      'https://login.idp.test 1',
    ]);
    expect(await texts(page, '#tab-credentials .count')).toEqual(['6']);
    await putInFront(page, 'https://login.idp.test');
    expect(await texts(page, '#tab-credentials .count')).toEqual(['1']);
    await page.click('#tab-credentials');
    await page.waitForSelector('.grid-row');
    expect(await texts(page, '.grid-group')).toEqual(['Identifies you 1', 'https://shop.test 15']);
  });
});

describe('what is open when another site is put in front', () => {
  it('is nothing of the site before, and is there again on the way back', async () => {
    const page = await open({ screen: 'credentials' });
    await (await shown(page, '.grid-row ::-p-text(JSESSIONID)')).click();
    await shown(page, '.detail-title ::-p-text(JSESSIONID)');
    await putInFront(page, 'https://login.idp.test');
    await page.click('#tab-credentials');
    await page.waitForSelector('.grid-row');
    expect(await page.$('.detail')).toBeNull();
    await page.click('.actions button');
    await shown(page, '.verdict .site::-p-text(https://shop.test)');
    await page.click('#tab-credentials');
    await shown(page, '.detail-title ::-p-text(JSESSIONID)');
  });
});
