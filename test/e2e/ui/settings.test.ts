import { describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { shown } from '../../../browser/shown.js';
import { useFixture } from './fixture-browser.js';

const open = useFixture();

const text = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (found) => (found as HTMLElement).innerText);

/** As if the organisation had set these before the page was opened. */
async function lock(page: Page, names: string[]): Promise<void> {
  await page.evaluate((locked) => {
    window.fixture.locked = locked as typeof window.fixture.locked;
    window.fixture.unreadable = ['sites'];
  }, names);
  await page.click('#tab-settings');
  await page.waitForSelector('.is-locked');
}

describe('what an organisation has set', () => {
  it('is said, cannot be changed, and leaves the rest to the user', async () => {
    const page = await open();
    await lock(page, ['capture', 'preserveLog', 'suppressions', 'disabledRules']);
    const disabled = (selector: string) =>
      page.$eval(selector, (one) => (one as HTMLElement).matches(':disabled'));
    expect(await disabled('[data-setting=capture] input')).toBe(true);
    expect(await disabled('.rule-switches input')).toBe(true);
    expect(await disabled('[aria-label="Preserve log"]')).toBe(true);
    expect(await disabled('select.theme')).toBe(false);
    expect(await text(page, '[data-setting=capture]')).toContain('Set by your organisation.');
    expect(await text(page, '.settings .notice')).toMatch(/cannot read.*: sites$/s);
    await page.click('#tab-findings');
    await page.click('.group summary');
    await page.waitForSelector('.group[open]');
    expect(await page.$('.switch-off')).toBeNull();
    expect(await text(page, '.group[open]')).not.toContain('Accept this');
  });

  it('leaves no way to listen to a site that it left out', async () => {
    const page = await open({ state: 'not-allowed' });
    await page.waitForSelector('.empty-state .button.primary');
    await lock(page, ['capture', 'sites']);
    await page.click('#tab-overview');
    await shown(page, '.empty-state ::-p-text(Set by your organisation)');
    expect(await page.$('.empty-state .button')).toBeNull();
  });
});

describe('a tab that is not recorded', () => {
  it.each([
    ['not-allowed', 'Credtrail does not listen to this site.'],
    ['not-inspected', 'Credtrail listens only to tabs that you inspect.'],
  ])('has no grade in the popup: %s', async (state, said) => {
    const page = await open({ view: 'popup', state });
    await page.waitForSelector('.empty-state');
    expect(await text(page, '.empty-state h2')).toBe(said);
    for (const judged of ['.grade', '.worst', '.recognised', '.severity-counts'])
      expect(await page.$(judged)).toBeNull();
    expect(await text(page, 'footer')).toMatch(/How it works\s+Settings/);
  });

  it('is recorded when somebody says so', async () => {
    const page = await open({ view: 'popup', state: 'not-allowed' });
    await (await page.waitForSelector('.empty-state .button'))!.click();
    await shown(page, '.empty-state ::-p-text(Nothing identifies you)');
    const { options } = await page.evaluate(() => window.fixture.ask('getOptions', {}));
    expect(options.sites).toEqual(['shop.test']);
  });

  it.each([
    [800, 400],
    [320, 600],
  ])('is said in a panel of %d × %d, on every screen, within its width', async (width, height) => {
    const page = await open({ state: 'not-allowed', lang: 'ko' }, { width, height });
    for (const screen of ['overview', 'requests', 'storage', 'settings']) {
      await page.click(`#tab-${screen}`);
      await page.waitForSelector(`#screen-${screen}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await page.click('#tab-requests');
    await page.waitForSelector('.panel > .notice .button');
  });
});
