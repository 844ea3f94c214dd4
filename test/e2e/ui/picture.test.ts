import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { MARKUP } from '../../fixtures/hostile.js';
import { useFixture } from './fixture-browser.js';
import { openedRequest } from './panel-acts.js';

const open = useFixture();
const ROW = '.picture-row';

const names = (page: Page): Promise<(string | null)[]> =>
  page.$$eval(ROW, (rows) => rows.map((row) => row.getAttribute('aria-label')));

/** The name of what has the focus. */
const focused = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

describe('the flow picture', () => {
  it('draws who sent what where, in the order in which it happened', async () => {
    const page = await open({ screen: 'flow' });
    const all = await names(page);
    expect(all).toHaveLength(20);
    expect(all[0]).toBe('Page → shop.test: GET /');
    expect(all[1]).toBe('shop.test → Page: JSESSIONID, XSRF-TOKEN');
    expect(all[2]).toBe('Page → Browser storage: cookie jar: JSESSIONID');
    expect(all[7]).toBe('Login: POST /login');
    expect(all[13]).toBe(
      'Page → shop.test: GET /v1/orders/15 with authorization, XSRF-TOKEN, 1,204 times',
    );
    const tops = await page.$$eval(`${ROW} .ground`, (rows) =>
      rows.map((row) => row.getBoundingClientRect().top),
    );
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    expect(await page.$eval('.flow-picture .note', (note) => note.textContent)).toBe(
      '7 earlier steps left out',
    );
  });

  it('has a legend of the arrows that are there', async () => {
    const page = await open({ screen: 'flow' });
    const told = await page.$$eval('.flow-picture .legend li', (kinds) =>
      kinds.map((kind) => kind.innerText),
    );
    expect(told.map((kind) => kind.trim())).toEqual(['request', 'issued', 'stored']);
  });

  it('lets every arrow run between the lanes that it names', async () => {
    const page = await open({ screen: 'flow' });
    const wrong = await page.evaluate(() => {
      const lanes = [...document.querySelectorAll('.picture-heads span')].map((head) => {
        const { left, width } = head.getBoundingClientRect();
        return { name: head.textContent, middle: left + width / 2 };
      });
      const at = (x: number) => lanes.find(({ middle }) => Math.abs(middle - x) < 6)?.name;
      return [...document.querySelectorAll('.picture-line.arrow')].flatMap((row) => {
        const line = row.querySelector('line');
        const matrix = line?.getScreenCTM();
        if (!line || !matrix) return ['no line'];
        const ends = [line.x1.baseVal.value, line.x2.baseVal.value].map(
          (x) => matrix.e + matrix.a * x,
        );
        const drawn = ends.map((x) => at(x)).join(' → ');
        return row
          .querySelector('[aria-label]')
          ?.getAttribute('aria-label')
          ?.startsWith(`${drawn}: `)
          ? []
          : [drawn];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('is one stop of the Tab key, and the arrow keys go from step to step', async () => {
    const page = await open({ screen: 'flow' });
    await page.focus('.flow-picture .section-bar button:last-of-type');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Page → shop.test: GET /');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('Page → Browser storage: cookie jar: JSESSIONID');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe('shop.test → Page: JSESSIONID, XSRF-TOKEN');
    await page.keyboard.press('End');
    expect(await focused(page)).toBe('Logout: POST /logout');
    expect(await page.$$(`${ROW}[tabindex="0"]`)).toHaveLength(1);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.picture'))).toBeNull();
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    expect(await focused(page)).toBe('Logout: POST /logout');
  });

  it('opens the request of an arrow with Enter', async () => {
    const page = await open({ screen: 'flow' });
    await page.focus('.flow-picture .section-bar button:last-of-type');
    await page.keyboard.press('Tab');
    for (let n = 0; n < 4; n += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const row = await openedRequest(page);
    expect(row).toContain('POST');
    expect(row).toContain('/login');
  });

  it.each([
    ['an arrow', 14, '/v1/orders/15'],
    ['a note', 18, '55'],
  ])('opens the request of %s with a click', async (_, nth, path) => {
    const page = await open({ screen: 'flow' });
    await page.click(`.picture-line:nth-of-type(${nth}) ${ROW}`);
    expect(await openedRequest(page)).toContain(path);
  });

  it('tells in a tooltip what does not fit, and shows hostile names as text', async () => {
    const page = await open({ screen: 'flow' });
    const [title = '', drawn = ''] = await page.$eval('.picture-line:nth-of-type(9)', (row) => [
      row.querySelector('title')?.textContent ?? '',
      row.querySelector('.arrow text')?.textContent ?? '',
    ]);
    expect(title).toContain(`GET /search with ${MARKUP}, 3 times`);
    expect(drawn).toMatch(/^GET \/search.*…/);
    expect(drawn).toMatch(/×3$/);
    expect(await page.$$('img, b')).toHaveLength(0);
    expect(await page.evaluate(() => window.pwned)).toBeUndefined();
  });

  it('keeps labels between the lanes', async () => {
    const page = await open({ screen: 'flow' });
    const over = await page.$$eval('.picture-line.arrow', (rows) =>
      rows.flatMap((row) => {
        const line = row.querySelector('.arrow line')?.getBoundingClientRect();
        const text = row.querySelector('.arrow text')?.getBoundingClientRect();
        return line && text && text.width <= line.width + 16 ? [] : [row.textContent];
      }),
    );
    expect(over).toEqual([]);
  });

  it('is told as text, and stays so', async () => {
    const page = await open({ screen: 'flow' });
    const told = await names(page);
    await page.click('.flow-picture .toggle[aria-pressed=false]');
    await page.waitForSelector('.flow-picture .toggle[aria-pressed=true]');
    expect(await page.$(ROW)).toBeNull();
    const listed = await page.$$eval('.picture-list button', (rows) =>
      rows.map((row) => row.textContent),
    );
    expect(listed).toEqual(told);
    await page.click('.picture-list li:nth-child(5) button');
    expect(await openedRequest(page)).toContain('/login');
    await page.click('#tab-flow');
    await page.waitForSelector('.picture-list');
  });

  it('says what will be drawn while there is nothing', async () => {
    const page = await open({ state: 'new', screen: 'flow' });
    expect(await page.$eval('.flow-picture', (section) => section.textContent)).toContain(
      'Nothing that stands for a user has travelled yet',
    );
    expect(await page.$('.flow-picture button, .flow-picture svg')).toBeNull();
  });

  it('is not drawn again by a refresh that brings nothing new', async () => {
    const page = await open({ screen: 'flow' });
    await page.waitForSelector(ROW);
    const [byRefresh, byToggle] = await page.evaluate(async () => {
      // Drawing a row reads its time: so many rows drawn, so many readings at least.
      const parse = Date.parse;
      let readings = 0;
      Date.parse = (text) => {
        readings += 1;
        return parse(text);
      };
      const frame = () =>
        new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const asked = () => window.fixture.asked.filter((type) => type === 'getReport').length;
      const before = asked();
      window.fixture.tell();
      while (asked() === before) await frame();
      await frame();
      const first = readings;
      document.querySelector<HTMLElement>('.flow-picture .toggle')?.click();
      await frame();
      return [first, readings - first];
    });
    expect(byToggle).toBeGreaterThanOrEqual(20);
    expect(byRefresh).toBeLessThan(10);
  });

  it('speaks Korean', async () => {
    const page = await open({ lang: 'ko', screen: 'flow' });
    expect((await names(page))[13]).toBe(
      '페이지 → shop.test: GET /v1/orders/15 with authorization, XSRF-TOKEN, 1,204회',
    );
  });
});
