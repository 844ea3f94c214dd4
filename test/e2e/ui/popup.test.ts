import { describe, expect, it } from 'vitest';
import { useFixture } from './fixture-browser.js';

const open = useFixture();
const POPUP = { view: 'popup', rows: 20 };
const SIZE = { width: 400, height: 500 };

describe('the popup', () => {
  it('sums up the tab', async () => {
    const page = await open(POPUP, SIZE);
    await page.waitForSelector('.verdict');
    const text = await page.evaluate(() => document.body.innerText);
    expect(text).toContain('https://shop.test');
    expect(text).toContain('C+');
    expect(text).toContain('30 requests');
    expect(await page.$$('.worst li')).toHaveLength(3);
    expect(await page.$$('.severity-counts li')).toHaveLength(5);
    const known = await page.$$eval('.recognised li', (lines) =>
      lines.map((line) => line.innerText),
    );
    expect(known).toContainEqual(expect.stringMatching(/authorization\s+localStorage\s+next\s+4m/));
    expect(known).toContainEqual(expect.stringMatching(/JSESSIONID\s+cookie\s+with browser/));
  });

  it('cuts no name of what its findings are about, and no grade asks for more', async () => {
    const page = await open(POPUP, SIZE);
    await page.waitForSelector('.worst li');
    const cut = await page.$$eval('.worst .mono', (names) =>
      names.filter((name) => name.scrollWidth > name.clientWidth).map((name) => name.textContent),
    );
    expect(cut).toEqual([]);
    const text = await page.evaluate(() => document.body.innerText);
    expect(text).not.toContain('not judged');
  });

  it('tells what identifies, where it is and until when, each whole on a line of its own', async () => {
    const page = await open(POPUP, SIZE);
    await page.waitForSelector('.recognised li');
    const lines = await page.$$eval('.recognised button', (all) =>
      all.map((line) => ({
        height: line.getBoundingClientRect().height,
        cut: [...line.children].some((one) => one.scrollWidth > one.clientWidth + 1),
      })),
    );
    expect(lines.length).toBeGreaterThan(2);
    for (const { height, cut } of lines) expect([height < 28, cut]).toEqual([true, false]);
  });

  it('fills a window that the browser made wider, and no name makes it so', async () => {
    const page = await open(POPUP, { width: 430, height: 500 });
    const name = await page.waitForSelector('.recognised .name');
    await name!.evaluate((one) => (one.textContent = 'a_long_name_'.repeat(20)));
    const time = await page.waitForSelector('.recognised .countdown');
    await time!.evaluate((one) => (one.textContent = '12 mths 29d'));
    const right = (selector: string) =>
      page.$eval(selector, (one) => one.getBoundingClientRect().right);
    expect(await right('.popup')).toBe(430);
    const ends = await page.$$eval('.recognised button > :last-child', (all) =>
      all.map((one) => Math.round(one.getBoundingClientRect().right)),
    );
    expect(new Set(ends).size).toBe(1);
    expect(await right('.popup footer .primary')).toBe(430 - 14);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(430);
  });

  it('leads to all that identifies somebody', async () => {
    const page = await open(POPUP, SIZE);
    const more = await page.waitForSelector('.recognised + .link');
    await page.evaluate(() => {
      window.close = () => {};
    });
    await more!.click();
    await page.waitForFunction(() => window.fixture.placeOpened !== null);
    const place = await page.evaluate(() => window.fixture.placeOpened);
    expect(place).toEqual({ screen: 'credentials' });
  });

  it('pauses the recording', async () => {
    const page = await open(POPUP, SIZE);
    await page.waitForSelector('footer [aria-pressed=true]');
    await page.click('footer [aria-pressed=true]');
    const button = await page.waitForSelector('footer [aria-pressed=false]');
    expect(await button?.evaluate((found) => found.textContent)).toBe('Record');
  });

  it.each(['not-inspected', 'not-allowed', 'no-access'])(
    'offers no recording where nothing is listened to: %s',
    async (state) => {
      const popup = await open({ ...POPUP, state }, SIZE);
      await popup.waitForSelector('footer .primary');
      expect(await popup.$('footer [aria-pressed]')).toBeNull();
      const page = await open({ state });
      const button = await page.waitForSelector('.actions .icon-button:has(.record-sign)');
      const told = await button!.evaluate((found) => {
        const one = found as HTMLButtonElement;
        return [one.disabled, one.ariaPressed, one.ariaLabel, one.title];
      });
      expect(told.slice(0, 3)).toEqual([true, 'false', 'Record']);
      expect(told[3]).toMatch(/^Credtrail (?:listens only|does not listen|has no access)/);
    },
  );

  it.each([
    ['.severity-counts li:nth-child(1) button', 'severity'],
    ['.worst li:nth-child(1) button', 'rule'],
    ['.recognised li:nth-child(1) button', 'credential'],
    ['.session-lost-line button', 'request'],
  ])('leads on to what it names: %s', async (link, kind) => {
    const page = await open(POPUP, SIZE);
    await page.waitForSelector(link);
    await page.evaluate(() => {
      window.close = () => {};
    });
    await page.click(link);
    await page.waitForFunction(() => window.fixture.placeOpened !== null);
    const place = await page.evaluate(() => window.fixture.placeOpened);
    expect(Object.keys(place ?? {})).toEqual([kind]);
  });

  it('clears what was recorded, and gives it back', async () => {
    const page = await open({ view: 'popup', rows: 5 }, { width: 400, height: 600 });
    await page.waitForSelector('.verdict');
    await page.click('footer [aria-label=Clear]');
    const undo = await page.waitForSelector('.toast .button');
    await page.waitForFunction(() => document.querySelector('.worst') === null);
    await undo!.click();
    await page.waitForSelector('.worst li');
  });

  it('says what a page that keeps nothing keeps, and does not ask to load it again', async () => {
    const page = await open({ ...POPUP, state: 'empty' }, SIZE);
    await page.waitForSelector('.empty-state');
    const text = await page.evaluate(() => document.body.innerText);
    expect(text).toContain('Nothing identifies you at https://shop.test');
    expect(text).toContain('30 requests were seen.');
    expect(text).not.toContain('Reload');
  });

  it('says that a page was there before anything was recorded, and loads it again', async () => {
    const page = await open({ ...POPUP, state: 'unloaded' }, SIZE);
    await page.waitForSelector('.notice .primary');
    expect(await page.evaluate(() => document.body.innerText)).toContain('loaded before');
    await page.click('.notice .primary');
    await page.waitForFunction(() => window.fixture.asked.includes('reload'));
  });

  it('opens the full view', async () => {
    const page = await open(POPUP, SIZE);
    await page.waitForSelector('footer .primary');
    await page.evaluate(() => {
      window.close = () => {};
    });
    await page.click('footer .primary');
    await page.waitForFunction(() => window.fixture.fullViewOf === 1);
    expect(await page.evaluate(() => window.fixture.asked)).toContain('getReport');
  });

  it('says that the background does not answer, once, and goes on when it does', async () => {
    const page = await open({ ...POPUP, state: 'down' }, SIZE);
    await page.waitForSelector('.empty-state .button');
    const text = await page.evaluate(() => document.body.innerText);
    expect(text.match(/does not answer/g)).toHaveLength(1);
    await page.evaluate(() => {
      window.fixture.state = 'rich';
    });
    await page.waitForSelector('.verdict');
  });

  it('asks at once when somebody wants it to try again', async () => {
    const page = await open({ ...POPUP, state: 'down' }, SIZE);
    await page.waitForSelector('.empty-state .button');
    // In one step: it also asks by itself, and the button is gone with the first answer.
    const askedByIt = await page.evaluate(() => {
      const { asked } = window.fixture;
      const before = asked.length;
      document.querySelector<HTMLButtonElement>('.empty-state .button')!.click();
      return asked.slice(before);
    });
    expect(askedByIt).toContain('getStatus');
  });

  it('says when a page cannot be inspected', async () => {
    const page = await open({ ...POPUP, url: 'chrome://settings' }, SIZE);
    expect(await page.evaluate(() => document.body.innerText)).toContain('cannot be inspected');
    expect(await page.evaluate(() => window.fixture.asked)).toEqual([]);
  });

  it('speaks Korean', async () => {
    const page = await open({ ...POPUP, lang: 'ko' }, SIZE);
    await page.waitForSelector('footer');
    expect(await page.evaluate(() => document.body.innerText)).toContain('전체 보기 열기');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ko');
  });
});
