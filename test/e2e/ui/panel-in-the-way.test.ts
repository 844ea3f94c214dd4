import { describe, expect, it } from 'vitest';
import { shown } from '../../../browser/shown.js';
import { MARKUP } from '../../fixtures/hostile.js';
import { useFixture } from './fixture-browser.js';
import { show } from './panel-acts.js';

const open = useFixture();

describe('what is in the way', () => {
  it('asks for the access that is missing', async () => {
    const page = await open({ state: 'no-access', rows: 0 });
    await page.click('.notice .button');
    await page.waitForSelector('.verdict');
    expect(await page.evaluate(() => window.fixture.accessAskedFor)).toBe(
      'https://www.shop.test/account',
    );
  });

  it('says that the background does not answer, and goes on when it does', async () => {
    const page = await open({ state: 'down' });
    await shown(page, '.empty-state ::-p-text(does not answer)');
    // Once: nothing else is there to be shown.
    expect(await page.$('.notice.error')).toBeNull();
    await page.evaluate(() => {
      window.fixture.state = 'rich';
    });
    await page.waitForSelector('.verdict');
    expect(await page.$('.empty-state')).toBeNull();
    await page.evaluate(() => {
      window.fixture.state = 'down';
      window.fixture.tell();
    });
    await shown(page, '.notice.error ::-p-text(open it again)');
    expect(await page.$('.verdict')).not.toBeNull();
  });
});

describe('hostile text', () => {
  it.each(['credentials', 'requests', 'storage', 'findings'])(
    'is only text on the screen %s',
    async (screen) => {
      const page = await open({ rows: 12 }, { height: 900 });
      await show(page, screen);
      await page.waitForSelector('.grid-row, .group');
      let seen = '';
      for (const each of await page.$$('.grid-row, .group summary')) {
        await each.click();
        await page.waitForSelector('aside h2, .group[open]');
        seen += await page.evaluate(() => document.body.innerText);
      }
      expect(seen).toContain(MARKUP);
      expect(await page.$$('img, b')).toHaveLength(0);
      expect(await page.evaluate(() => window.pwned)).toBeUndefined();
    },
  );
});

describe('a narrow panel', () => {
  it.each([400, 320])('never scrolls sideways at %d pixels', async (width) => {
    const page = await open({ rows: 100 }, { width, height: 600 });
    for (const screen of [
      'overview',
      'credentials',
      'requests',
      'storage',
      'findings',
      'settings',
    ]) {
      await show(page, screen);
      const [row] = await page.$$('.grid-row');
      await row?.click();
      const sideways = await page.evaluate(
        () =>
          document.scrollingElement && document.scrollingElement.scrollWidth > window.innerWidth,
      );
      expect(sideways, screen).toBe(false);
      // Nor is anything cut off: what is too long wraps, or ends in dots.
      const cut = await page.evaluate(() =>
        [
          ...document.querySelectorAll(
            '[role=tabpanel]:not([hidden]) *:not(.unseen, .filter-words)',
          ),
        ]
          .filter((one) => {
            const { overflowX, textOverflow } = getComputedStyle(one);
            const isWider = one.scrollWidth > one.clientWidth + 1;
            return isWider && overflowX !== 'visible' && textOverflow !== 'ellipsis';
          })
          .map((one) => `${one.localName}.${one.className} ${one.scrollWidth} ${one.clientWidth}`),
      );
      expect(cut, screen).toEqual([]);
    }
  });

  it('scrolls the flow picture within itself', async () => {
    const page = await open({ screen: 'flow' }, { width: 400, height: 500 });
    const box = await page.$eval('.picture', ({ clientWidth, scrollWidth, clientHeight }) => ({
      clientWidth,
      scrollWidth,
      clientHeight,
    }));
    expect(box.scrollWidth).toBeGreaterThan(box.clientWidth);
    expect(box.clientHeight).toBeLessThan(500);
    expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(400);
    await page.$eval('.picture', (picture) => {
      picture.scrollTop = 300;
    });
    const [head, top] = await page.evaluate(() =>
      ['.picture-heads', '.picture'].map(
        (selector) => document.querySelector(selector)?.getBoundingClientRect().top ?? 0,
      ),
    );
    expect(Math.abs((head ?? 0) - (top ?? 0))).toBeLessThan(3);
  });

  it('stacks the detail below the list', async () => {
    const page = await open({ rows: 100 }, { width: 400, height: 600 });
    await show(page, 'credentials');
    await (await page.waitForSelector('.grid-row'))!.click();
    await page.waitForSelector('.split.stacked [role=separator][aria-orientation=horizontal]');
    await page.focus('[role=separator]');
    await page.keyboard.press('ArrowUp');
    await page.waitForSelector('[role=separator][aria-valuenow="47"]');
  });
});
