import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { clickOn, shown } from '../../../browser/shown.js';
import { MARKUP } from '../../fixtures/hostile.js';
import { useFixture } from './fixture-browser.js';
import { shownTexts } from './texts.js';

const open = useFixture();

const openCredential = async (page: Page, name: string) => {
  await page.click('#tab-credentials');
  const row = await shown(page, `.grid-row ::-p-text(${name})`);
  await row.click();
  await page.waitForSelector('aside .trail');
};

/** The path of the request that is selected, once its list is there. */
const selectedPath = async (page: Page): Promise<string> => {
  await page.waitForSelector('#screen-requests .grid-row[aria-selected=true]');
  return page.$eval('.grid-row[aria-selected=true] .cell-name span[title]', (name) => {
    const { pathname, search } = new URL(name.getAttribute('title') ?? '');
    return pathname + search;
  });
};

describe('a credential’s trail', () => {
  it('tells what happened to it, when and where', async () => {
    const page = await open({ state: 'logged-out' });
    await openCredential(page, 'authorization');
    expect(await shownTexts(page, '.trail .chip')).toEqual([
      'Login',
      'issued',
      'stored',
      'sent',
      'exposed',
      'sent',
      'Session lost',
      'Logout',
    ]);
    for (const time of await shownTexts(page, '.trail time'))
      expect(time).toMatch(/^\d\d:\d\d:\d\d$/);
    const [login, issued, stored, sent, exposed, hostile] = await shownTexts(page, '.trail .words');
    expect(login).toBe('POST /login');
    expect(issued).toBe('issued by POST /oauth2/token in the response body (/access_token)');
    expect(stored).toBe('seen in localStorage under auth/access_token by then');
    expect(sent).toContain('sent in the header authorization to https://api.shop.test, 83 times');
    expect(sent).toMatch(/last: \d\d:\d\d:\d\d$/);
    expect(exposed).toContain('sent to another site, https://metrics.test');
    expect(hostile).toContain(MARKUP);
    expect(await page.$$('img, b')).toHaveLength(0);
  });

  it('opens the request of a step', async () => {
    const page = await open();
    await openCredential(page, 'authorization');
    await page.click('.trail li:nth-child(4) button');
    expect(await selectedPath(page)).toContain('/v1/orders/15');
  });

  it('is absent where nothing is known', async () => {
    const page = await open();
    await page.click('#tab-credentials');
    await clickOn(page, '.grid-row ::-p-text(consent)');
    await page.waitForSelector('aside .evidence');
    expect(await page.$('.trail')).toBeNull();
  });
});

describe('logins at other servers', () => {
  it('are told with what protects them', async () => {
    const page = await open({ screen: 'flow' });
    const [code = '', implicit = '', saml = ''] = await shownTexts(page, '.flows > li');
    for (const part of [
      'OpenID Connect',
      'authorization code',
      'https://login.idp.test',
      'shop-web',
      'openid profile orders:read orders:write',
      'https://api.shop.test/v1',
    ]) {
      expect(code).toContain(part);
    }
    expect(await shownTexts(page, '.flows > li:first-child .flow-good')).toEqual([
      'PKCE S256',
      'state',
      'nonce',
      'pushed request (PAR)',
      'bound to a key (DPoP)',
    ]);
    expect(await shownTexts(page, '.flows > li:nth-child(2) .flow-bad')).toEqual([
      'no state',
      'client secret in the browser',
    ]);
    expect(implicit).toContain('access_denied');
    expect(implicit).toContain(MARKUP);
    expect(saml).toContain('SAML');
  });

  it('open the request of a step', async () => {
    const page = await open({ screen: 'flow' });
    await page.click('.flows .flow-steps li:nth-child(3) button');
    expect(await selectedPath(page)).toBe('/v1/orders/12?page=2');
  });

  it('are not mentioned where there were none', async () => {
    const page = await open({ state: 'new' });
    expect(await page.$('.flows')).toBeNull();
    expect(await page.$('.session-lost-line')).toBeNull();
  });
});

describe('a lost session', () => {
  it('stands on the overview and leads to its request', async () => {
    const page = await open();
    const [line = ''] = await shownTexts(page, '.session-lost-line');
    expect(line).toMatch(
      /The session was lost \(\d\d:\d\d:\d\d\): GET \/account\/orders was turned away/,
    );
    expect(line).toContain('AWSALB');
    await page.click('.session-lost-line button');
    expect(await selectedPath(page)).toContain('/assets/55.js');
  });

  it('is one line of the popup', async () => {
    const page = await open({ view: 'popup', rows: 20 }, { width: 400, height: 500 });
    await page.waitForSelector('.verdict');
    expect((await shownTexts(page, '.session-lost-line'))[0]).toMatch(/^The session was lost \(\d/);
  });
});

describe('the moments among the requests', () => {
  it.each([
    ['is:login', 'Loginlogin'],
    ['is:session-lost', 'Session lost55'],
    ['is:logout', 'Logout60'],
  ])('are marked, and found by %s', async (filter, path) => {
    const page = await open({ state: 'logged-out', rows: 200 });
    await page.click('#tab-requests');
    await page.waitForSelector('.grid-row');
    await page.type('.filter-box input', filter);
    await page.waitForFunction(() => document.querySelectorAll('.grid-row').length === 1);
    expect(await page.$eval('.cell-name', (cell) => cell.textContent)).toContain(path);
  });
});

describe('the comparison at 400 pixels', () => {
  it('becomes blocks that need no scrolling, each cell with its column’s name', async () => {
    const page = await open({ screen: 'compare' }, { width: 400, height: 900 });
    const table = await page.$eval('.comparison', (box) => ({
      hidden: box.scrollWidth - box.clientWidth,
      names: [...box.querySelectorAll('tbody tr:first-child td')].map(
        (cell) => getComputedStyle(cell, '::before').content,
      ),
    }));
    expect(table).toEqual({ hidden: 0, names: ['"Session"', '"Token"', '"Cookie"'] });
  });
});
