import { describe, expect, it } from 'vitest';
import { THOROUGH } from '../../support/thorough.js';
import { useFixture } from './fixture-browser.js';
import { textOf } from './texts.js';

const open = useFixture();

describe('a filter', () => {
  it.each([
    ['credentials', 'session', '.cell-name'],
    ['requests', 'acc', '.cell-name'],
    ['storage', 'sess', '.cell-key'],
    ['findings', 'cookie', '.group .title'],
  ])(
    'of %s says that nothing matches, clears, and marks what it finds',
    async (screen, word, at) => {
      const page = await open({ screen, rows: 60 });
      await page.type('[data-filter]', 'zzzz');
      const clear = await page.waitForSelector('.nothing-matches button');
      await clear!.click();
      await page.waitForSelector(at);
      expect(await page.$eval('[data-filter]', (one) => (one as HTMLInputElement).value)).toBe('');
      expect(await page.$('mark')).toBeNull();
      await page.type('[data-filter]', word);
      const mark = await page.waitForSelector(`${at} mark`);
      expect((await mark!.evaluate(({ textContent }) => textContent)).toLowerCase()).toBe(word);
    },
  );

  it('of findings gives the severities back, too', async () => {
    const page = await open({ screen: 'findings' });
    await page.click('.toggle');
    await page.type('[data-filter]', 'zzzz');
    await (await page.waitForSelector('.nothing-matches button'))!.click();
    await page.waitForSelector('.group');
    expect(await page.$('.toggle[aria-pressed=true]')).toBeNull();
  });
});

describe('the signs of a list', () => {
  it('are told by a legend that Escape closes', async () => {
    const page = await open({ screen: 'credentials' });
    await page.click('.legend-button');
    const legend = await page.waitForSelector('.signs:popover-open');
    const told = await legend!.evaluate(({ textContent }) => textContent);
    for (const said of ['critical', 'HttpOnly is set', 'Secure is missing', 'SameSite=None'])
      expect(told).toContain(said);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('.signs:popover-open') === null);
  });

  it(
    'stand before the words of what is worst, and count the rest at every width',
    THOROUGH,
    async () => {
      for (const width of [1200, 800, 400]) {
        const page = await open({ screen: 'requests', rows: 60 }, { width, height: 400 });
        await page.waitForSelector('.cell-carried .chips');
        const cut = await page.$$eval('.cell-carried .chips, .cell-sets .chips', (all) =>
          all
            .filter((chips) => chips.scrollWidth > chips.clientWidth + 1)
            .map((one) => one.outerHTML),
        );
        expect(cut).toEqual([]);
        const told = await page.$$eval('.cell-carried .chips', (all) =>
          all.map((one) => (one as HTMLElement).innerText.replaceAll(/\s+/g, ' ')),
        );
        expect(told.some((one) => /\+\d/.test(one))).toBe(true);
      }
    },
  );
});

describe('findings by what they are about', () => {
  it('stand under the credential with its one line, stay so, and give way to a jump', async () => {
    const page = await open({ screen: 'findings' });
    await page.waitForSelector('.group');
    await page.select('.bar select', 'subject');
    await page.waitForSelector('.group .role-identity');
    const [group] = await page.$$('.group:has(.role-identity)');
    await (await group!.$('summary'))!.click();
    await page.waitForSelector('.group[open] .cookie-line');
    expect(await page.$$('.group[open] .cookie-line ins')).not.toHaveLength(0);
    await page.reload();
    await page.waitForSelector('.group .role-identity');
    await page.click('#tab-overview');
    await (await page.waitForSelector('.worst button'))!.click();
    await page.waitForSelector('.group[open] .rule-id');
    // The list alone is scrolled to it, nothing around it.
    const moved = await page.evaluate(() =>
      [
        document.documentElement,
        document.body,
        ...document.querySelectorAll('.panel, .screen'),
      ].map(({ scrollTop }) => scrollTop),
    );
    expect(new Set(moved)).toEqual(new Set([0]));
  });

  it('are handed on one by one', async () => {
    const page = await open({ screen: 'findings' });
    await page.evaluate(() => {
      const writeText = async (copied: string) => void Object.assign(window, { copied });
      Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
    });
    await (await page.waitForSelector('.group summary'))!.click();
    await (await page.waitForSelector('.group[open] .finding-actions [aria-haspopup]'))!.click();
    await (await page.waitForSelector('[role=menuitem]'))!.click();
    await page.waitForFunction(() => 'copied' in window);
    const copied = await page.evaluate(() => (window as unknown as { copied: string }).copied);
    expect(copied).toContain(`### ${await textOf(page, '.group .title')}`);
    expect(copied).toContain('**What to change**');
    expect(await textOf(page, '.toast')).toContain('Markdown');
  });
});
