import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { useFixture } from './fixture-browser.js';
import { VIEWS } from './access-acts.js';

const open = useFixture();

const focusedName = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

describe('tab stops', () => {
  it('are one for the toolbar, in which arrow keys move', async () => {
    const page = await open({ screen: 'overview' });
    const stops = '.actions > button[tabindex="0"]';
    expect(await page.$$(stops)).toHaveLength(1);
    await page.focus(stops);
    const first = await focusedName(page);
    await page.keyboard.press('ArrowRight');
    expect(await focusedName(page)).not.toBe(first);
    expect(await page.$$(stops)).toHaveLength(1);
    await page.keyboard.press('Home');
    expect(await focusedName(page)).toBe(first);
  });

  it('are one for what the comparison was read from', async () => {
    const page = await open({ screen: 'compare' });
    await page.waitForSelector('.evidence-link');
    expect((await page.$$('.evidence-link')).length).toBeGreaterThan(2);
    expect(await page.$$('.evidence-link[tabindex="0"]')).toHaveLength(1);
    await page.focus('.evidence-link[tabindex="0"]');
    await page.keyboard.press('End');
    expect(
      await page.$$eval('.evidence-link', (all) => all.at(-1) === document.activeElement),
    ).toBe(true);
  });
});

describe.each([800, 480])('the toolbar, %d wide', (width) => {
  it('has every tool and every tab in view', async () => {
    const page = await open({ screen: 'overview' }, { width, height: 400 });
    await page.waitForSelector('.verdict');
    const reach = '.actions > button, [role=tab]';
    const out = await page.$$eval(reach, (all) =>
      all
        .filter((one) => {
          const { left, right, top } = one.getBoundingClientRect();
          const at = document.elementFromPoint((left + right) / 2, top + 8);
          return left < 0 || right > innerWidth || !at || !one.contains(at);
        })
        .map((one) => one.getAttribute('aria-label') ?? one.textContent),
    );
    expect(out).toEqual([]);
  });
});

describe('little room', () => {
  it.each(['credentials', 'requests'])('at 200 % shows four rows of %s', async (screen) => {
    const page = await open({ screen, rows: 60 }, { width: 400, height: 200 });
    await page.waitForSelector('.grid-row');
    const whole = await page.$$eval(
      '.grid-row',
      (rows) => rows.filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length,
    );
    expect(whole).toBeGreaterThanOrEqual(4);
  });

  it.each([
    [700, 240],
    [400, 200],
    [320, 256],
  ])('covers no tool, nor the tab that is shown, at %d × %d', async (width, height) => {
    const page = await open({ rows: 60 }, { width, height });
    for (const screen of VIEWS) {
      await page.$eval(`#tab-${screen}`, (tab) => (tab as HTMLElement).click());
      await page.waitForSelector(`#screen-${screen}`);
      const covered = await page.$$eval(
        '.actions > button, [role=tab][aria-selected=true], [data-filter], .bar select',
        (all) =>
          all
            .filter((one) => {
              // What a line or a page scrolls to is not covered.
              one.scrollIntoView({ block: 'nearest', inline: 'nearest' });
              const { left, right, top, bottom } = one.getBoundingClientRect();
              return !one.contains(
                document.elementFromPoint((left + right) / 2, (top + bottom) / 2),
              );
            })
            .map((one) => one.getAttribute('aria-label') ?? one.textContent),
      );
      expect([screen, covered]).toEqual([screen, []]);
    }
  });
});

describe('forced colours', () => {
  it('show severities by shape and the recording by its filling', async () => {
    const page = await open({ screen: 'credentials' }, { alone: true });
    await page.emulateMediaFeatures([]);
    const client = await page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
    await page.waitForSelector('.dot');
    const ground = (selector: string) =>
      page.$eval(selector, (one) => getComputedStyle(one).backgroundColor);
    const page_ = await ground('body');
    expect(await ground('.record-sign.on')).not.toBe(page_);
    expect(await ground('.icon-button.toggled')).not.toBe(page_);
    expect(await ground('.dot:not(.severity-info)')).not.toBe('rgba(0, 0, 0, 0)');
    const shapes = await page.evaluate(() =>
      ['critical', 'high', 'medium', 'low', 'info'].map((severity) => {
        const dot = document.body.appendChild(document.createElement('span'));
        dot.className = `dot severity-${severity}`;
        const { clipPath, borderRadius, borderWidth } = getComputedStyle(dot);
        return `${clipPath} ${borderRadius} ${borderWidth}`;
      }),
    );
    expect(new Set(shapes).size).toBe(5);
  });

  it('are those of the drawings as well, whatever the theme', async () => {
    const page = await open({ screen: 'flow', theme: 'light' }, { alone: true });
    const client = await page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'forced-colors', value: 'active' },
        { name: 'prefers-color-scheme', value: 'dark' },
      ],
    });
    const drawn = (selector: string, property: string) =>
      page.$eval(selector, (one, name) => getComputedStyle(one).getPropertyValue(name), property);
    await page.waitForSelector('.picture .note-band rect');
    const ground = await drawn('html', 'background-color');
    expect(await drawn('.picture .note-band rect', 'fill')).toBe(ground);
    expect(await drawn('.picture .arrow text', 'stroke')).toBe(ground);
    expect(new Set(await strokesOf(page)).size).toBe(5);
  });
});

/** How thick and how dashed the strokes of the strip are, as its legend shows them. */
const strokesOf = (page: Page): Promise<string[]> =>
  page.$$eval('.strip .legend path, .legend path[class^=strip]', (all) =>
    all.map((one) => {
      const { strokeWidth, strokeDasharray } = getComputedStyle(one);
      return `${strokeWidth} ${strokeDasharray}`;
    }),
  );

it('tells the strokes of the strip apart by more than their colours', async () => {
  const page = await open({ screen: 'flow', theme: 'light' });
  await page.waitForSelector('.legend path[class^=strip]');
  expect(new Set(await strokesOf(page)).size).toBe(5);
});
