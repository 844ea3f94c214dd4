import { describe, expect, it } from 'vitest';
import { useFixture } from './fixture-browser.js';
import { show } from './panel-acts.js';
import { shownTextOf } from './texts.js';

const open = useFixture();

describe('the credentials', () => {
  it('are chosen by key, opened with Enter and closed with Escape', async () => {
    const page = await open();
    await show(page, 'credentials');
    await page.focus('[role=grid]');
    // The session comes first, then the tokens; that of the other site stands under its name.
    for (let n = 0; n < 2; n++) await page.keyboard.press('ArrowDown');
    await page.waitForSelector('aside .jwt');
    expect(await shownTextOf(page, 'aside h2')).toContain('authorization');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('ASIDE');
    await page.keyboard.press('Escape');
    await page.waitForSelector('aside', { hidden: true });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
  });

  it('are put in order by their columns', async () => {
    const page = await open();
    await show(page, 'credentials');
    const first = () => shownTextOf(page, '.grid-row .cell-name');
    const head = '[role=columnheader]:nth-child(3)';
    await page.click(`${head} button`);
    await page.waitForSelector(`${head}[aria-sort=ascending]`);
    const ascending = await first();
    await page.click(`${head} button`);
    await page.waitForSelector(`${head}[aria-sort=descending]`);
    expect(await first()).not.toBe(ascending);
    await page.click(`${head} button`);
    await page.waitForSelector(`${head}[aria-sort=none]`);
    expect(await first()).toBe('JSESSIONID');
  });

  it('name their flags for those who cannot see the marks', async () => {
    const page = await open();
    await show(page, 'credentials');
    const marks = await page.$$eval('.grid-row[id$="-1"] .mark', (found) =>
      found.map((mark) => mark.getAttribute('aria-label')),
    );
    expect(marks).toEqual(['HttpOnly is missing', 'Secure is set', 'SameSite is missing']);
  });

  it('count down without drawing anything else again', async () => {
    const page = await open();
    await show(page, 'credentials');
    const changed = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          new MutationObserver((records) => {
            resolve(
              records.map(({ target }) =>
                (target instanceof Element ? target : target.parentElement)?.closest('time')
                  ? 'countdown'
                  : target.nodeName,
              ),
            );
          }).observe(document.body, {
            subtree: true,
            childList: true,
            characterData: true,
            attributes: true,
          });
        }),
    );
    expect(new Set(changed)).toEqual(new Set(['countdown']));
  });

  it('say in one breath where and when they were seen', async () => {
    const page = await open({ screen: 'credentials' });
    await (await page.waitForSelector('.grid-row'))!.click();
    await page.waitForSelector('aside .properties');
    const cells = await page.$$eval('aside .properties td', (all) => all.map((td) => td.innerText));
    expect(cells).toContain('cookie · sent 1,204 times');
    // A time that does not tick needs no more room than its figures.
    const spare = await page.$$eval('aside .properties .instant', (times) =>
      times.map((time) => {
        const words = document.createRange();
        words.selectNodeContents(time);
        return time.getBoundingClientRect().width - words.getBoundingClientRect().width;
      }),
    );
    expect(Math.max(...spare)).toBeLessThan(1);
  });

  it('show a value only when asked, and hide it again', async () => {
    const page = await open();
    await show(page, 'credentials');
    await page.click('.grid-row');
    const value = 'aside [data-testid=value]';
    await page.waitForSelector(value);
    expect(await shownTextOf(page, value)).toBe('A1B2…(32)');
    await page.click('[aria-label="Show the value"]');
    await page.waitForSelector(`${value}.raw`);
    expect(await shownTextOf(page, value)).toBe('raw of {"credentialId":"c1"}');
    await page.click('[aria-label="Hide the value"]');
    await page.waitForSelector(`${value}.masked`);
    expect(await page.evaluate(() => document.body.innerText)).not.toContain('raw of');
  });
});
