import { describe, expect, it } from 'vitest';
import { shown } from '../../../browser/shown.js';
import { useFixture } from './fixture-browser.js';
import { shownTextOf, texts } from './texts.js';

const open = useFixture();

describe('the tabs', () => {
  it('follow the arrow keys, and their panels follow them', async () => {
    const page = await open();
    await page.focus('#tab-overview');
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('#screen-flow[aria-labelledby=tab-flow]');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-flow');
    await page.keyboard.press('End');
    await page.waitForSelector('#screen-compare');
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('#screen-overview');
    const reachable = await page.$$eval('[role=tab]', (tabs) =>
      tabs.filter((tab) => (tab as HTMLElement).tabIndex === 0).map((tab) => tab.id),
    );
    expect(reachable).toEqual(['tab-overview']);
  });
});

describe('the overview', () => {
  it('says the verdict and leads to the worst findings', async () => {
    const page = await open();
    expect(await shownTextOf(page, '.verdict .sentence')).toContain('JSESSIONID');
    expect(await shownTextOf(page, '.verdict .grade')).toBe('C+');
    expect(await page.$$('.worst li')).toHaveLength(5);
    expect(await page.$$('.other-sites li')).toHaveLength(2);
    await page.click('.worst li:nth-child(2) button');
    await page.waitForSelector('details.group[open]');
    expect(await texts(page, 'details.group[open] .title')).toEqual([
      'Scripts can read this session cookie',
    ]);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
  });

  it('shows how its grade comes about', async () => {
    const page = await open();
    await page.click('.grade-steps summary');
    expect(await texts(page, '.grade-steps .number')).toEqual(['100', '−20', '−8', '−8']);
    await page.click('.grade-steps .link');
    await page.waitForSelector('details.group[open]');
  });

  it('puts another site in front, and the first one back', async () => {
    const page = await open();
    const [first = ''] = await texts(page, '.verdict .site');
    await page.click('.other-sites li:nth-child(1) button');
    await shown(page, '.verdict .sentence ::-p-text(SSO_SESSION)');
    expect(await texts(page, '.other-sites strong')).toContain(first);
    await page.click('.other-sites li:nth-child(1) button');
    await shown(page, '.verdict .sentence ::-p-text(JSESSIONID)');
  });

  it('is come back to by key, from wherever the jump led', async () => {
    const page = await open();
    await page.click('.worst li:nth-child(2) button');
    await page.waitForSelector('#screen-findings');
    await page.keyboard.down('Alt');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.up('Alt');
    await page.waitForSelector('#screen-overview');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('screen-overview');
  });

  it('opens the findings of one severity', async () => {
    const page = await open();
    await page.click('.severity-counts li:nth-child(2) button');
    await page.waitForSelector('.group');
    expect(await page.$$('.group')).toHaveLength(2);
  });
});
