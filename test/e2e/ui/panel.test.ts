import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { clickOn, shown } from '../../../browser/shown.js';
import { MARKUP } from '../../fixtures/hostile.js';
import { useFixture } from './fixture-browser.js';
import { texts } from './texts.js';

const open = useFixture();

const show = async (page: Page, screen: string) => {
  await page.click(`#tab-${screen}`);
  await page.waitForSelector(`#screen-${screen}`);
};

const text = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (found) => (found as HTMLElement).innerText);

const selectedRow = (page: Page): Promise<string> =>
  page.$eval('.grid-row[aria-selected=true]', (row) => row.id.replace(/^.*-/, ''));

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
    expect(await text(page, '.verdict .sentence')).toContain('JSESSIONID');
    expect(await text(page, '.verdict .grade')).toBe('C+');
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

describe('the credentials', () => {
  it('are chosen by key, opened with Enter and closed with Escape', async () => {
    const page = await open();
    await show(page, 'credentials');
    await page.focus('[role=grid]');
    // The session comes first, then the tokens; that of the other site stands under its name.
    for (let n = 0; n < 2; n++) await page.keyboard.press('ArrowDown');
    await page.waitForSelector('aside .jwt');
    expect(await text(page, 'aside h2')).toContain('authorization');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('ASIDE');
    await page.keyboard.press('Escape');
    await page.waitForSelector('aside', { hidden: true });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
  });

  it('are put in order by their columns', async () => {
    const page = await open();
    await show(page, 'credentials');
    const first = () => text(page, '.grid-row .cell-name');
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
    expect(await text(page, value)).toBe('A1B2…(32)');
    await page.click('[aria-label="Show the value"]');
    await page.waitForSelector(`${value}.raw`);
    expect(await text(page, value)).toBe('raw of {"credentialId":"c1"}');
    await page.click('[aria-label="Hide the value"]');
    await page.waitForSelector(`${value}.masked`);
    expect(await page.evaluate(() => document.body.innerText)).not.toContain('raw of');
  });
});

describe('the requests', () => {
  const placed = (page: Page) =>
    page.$eval('[role=grid]', (grid) => ({
      top: grid.scrollTop,
      end: grid.scrollHeight - grid.clientHeight,
    }));

  it('are filtered as they are typed', async () => {
    const page = await open({ rows: 200 });
    await show(page, 'requests');
    await page.type('.filter-box input', 'sets:session');
    await page.waitForFunction(() => document.querySelectorAll('.grid-row').length === 1);
    expect(await text(page, '.grid-row')).toContain('/login');
    expect(await text(page, '.bar [role=status]')).toBe('1 of 200');
    // The first one closes what is offered.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelectorAll('.grid-row').length > 1);
    await page.click('.filter-words .toggle:nth-child(2)');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('.filter-box input')?.value === 'has:jwt',
    );
    await page.waitForFunction(
      () => document.querySelector('.bar [role=status]')?.textContent === '67 of 200',
    );
  });

  it('draw less than 100 rows of 100,000, wherever they are scrolled to', async () => {
    const page = await open({ rows: 100_000 });
    await show(page, 'requests');
    await page.waitForSelector('[aria-rowcount="100001"]');
    for (const part of [0, 0.37, 1]) {
      const drawn = await page.$eval(
        '[role=grid]',
        async (grid, share) => {
          grid.scrollTop = (grid.scrollHeight - grid.clientHeight) * share;
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
          const box = grid.getBoundingClientRect();
          const row = document.elementFromPoint(box.x + 20, box.y + box.height / 2);
          return {
            rows: grid.querySelectorAll('.grid-row').length,
            inTheMiddle: Number(row?.closest('[role=row]')?.getAttribute('aria-rowindex')),
          };
        },
        part,
      );
      expect(drawn.rows).toBeLessThan(100);
      expect(Math.abs(drawn.inTheMiddle - part * 100_000)).toBeLessThan(60);
    }
  });

  it('follow new ones only from the end of the list', async () => {
    const page = await open({ rows: 500 });
    await show(page, 'requests');
    await page.waitForSelector('[aria-rowindex="501"]');
    await page.evaluate(() => window.fixture.addRows(50));
    await page.waitForSelector('[aria-rowindex="551"]');
    expect(await placed(page)).toMatchObject({ top: (await placed(page)).end });
    await page.$eval('[role=grid]', (grid) => {
      grid.scrollTop = 240;
    });
    await page.waitForSelector('[aria-rowindex="12"]');
    await page.evaluate(() => window.fixture.addRows(50));
    await page.waitForSelector('[aria-rowcount="601"]');
    expect((await placed(page)).top).toBe(240);
  });

  it('keep what is selected while more arrive', async () => {
    const page = await open({ rows: 500 });
    await show(page, 'requests');
    await page.focus('[role=grid]');
    await page.keyboard.press('Home');
    for (let n = 0; n < 7; n += 1) await page.keyboard.press('ArrowDown');
    await page.waitForSelector('aside .detail-title');
    expect(await text(page, 'aside h2')).toContain('/login');
    await page.evaluate(() => window.fixture.addRows(1000));
    await page.waitForSelector('[aria-rowcount="1501"]');
    expect(await selectedRow(page)).toBe('7');
    const [active, selected] = await page.$eval('[role=grid]', (grid) => [
      grid.getAttribute('aria-activedescendant'),
      grid.querySelector('[aria-selected=true]')?.id,
    ]);
    expect(active).toBe(selected);
    await page.keyboard.press('PageDown');
    await page.waitForFunction(
      () => !document.querySelector('.grid-row[aria-selected=true]')?.id.endsWith('-7'),
    );
  });

  it('lead to the credentials they carried, and findings lead to their request', async () => {
    const page = await open({ rows: 500 });
    await show(page, 'findings');
    await page.click('.group:nth-of-type(2) summary');
    await page.click('.group[open] .evidence .link');
    await page.waitForSelector('#screen-requests aside .detail-title');
    expect(await text(page, 'aside h2')).toContain('POST https://www.shop.test/login');
    expect(await selectedRow(page)).toBe('7');
    await clickOn(page, 'aside .plain .link');
    await page.waitForSelector('#screen-credentials aside h2');
    expect(await text(page, 'aside h2')).toContain('JSESSIONID');
  });
});

describe('the storage', () => {
  it('shows one area at a time, and what was left out', async () => {
    const page = await open();
    await show(page, 'storage');
    await page.waitForSelector('.sidebar');
    expect(await page.$$('.grid-row')).toHaveLength(2);
    await page.click('.sidebar section:nth-of-type(2) button');
    await page.waitForSelector('[aria-rowcount="10003"]');
    expect(await text(page, '#screen-storage .notice')).toContain('34 items');
    expect((await page.$$('.grid-row')).length).toBeLessThan(100);
    await page.click('.grid-row');
    await page.waitForSelector('aside .plain');
    expect(await page.$$('aside .plain > li')).toHaveLength(2);
  });
});

describe('the findings', () => {
  it('are searched and chosen by severity', async () => {
    const page = await open();
    await show(page, 'findings');
    expect(await page.$$('.group')).toHaveLength(12);
    await page.click('.toggle:nth-child(3)');
    await page.waitForFunction(() => document.querySelectorAll('.group').length === 3);
    await page.type('.filter-box input', 'api key');
    await page.waitForFunction(() => document.querySelectorAll('.group').length === 1);
    await page.type('.filter-box input', ' nothing has this');
    await page.waitForFunction(() => document.querySelectorAll('.group').length === 0);
    expect(await text(page, '.findings')).toContain('Nothing matches the filter.');
  });

  it('say what passes, and lead to what is no credential', async () => {
    const page = await open();
    await show(page, 'findings');
    expect(await text(page, '.passed')).toContain('31 checks passed');
    await page.click('.group ::-p-text(csrf-unprotected)');
    expect(await text(page, '.group[open] .members .link')).toContain('POST');
  });

  it('show the line that mends a cookie, with what differs and what comes first', async () => {
    const page = await open();
    await show(page, 'findings');
    await page.click('.group ::-p-text(cookie-missing-httponly)');
    const remedy = '.group[open] .members .remedy';
    expect(await texts(page, `${remedy} del`)).toEqual(['Max-Age=864000']);
    expect(await texts(page, `${remedy} ins`)).toEqual(['Secure', 'HttpOnly']);
    expect(await text(page, remedy)).toContain('First serve the site over https');
    expect(await text(page, remedy)).toContain('In Jakarta Servlet (Tomcat, Jetty):');
    await show(page, 'credentials');
    await page.click('.grid-row ::-p-text(JSESSIONID)');
    expect(await texts(page, '.detail .remedy ins')).toEqual(['Secure', 'HttpOnly']);
  });

  it('are accepted with a reason, and taken back', async () => {
    const page = await open();
    await show(page, 'findings');
    await page.click('.group ::-p-text(cookie-missing-httponly)');
    const member = '.group[open] .members > li:first-child';
    await page.click(`${member} ::-p-text(Accept this…)`);
    await page.type(`${member} .accept input[type=text]`, 'the shop is a lesson');
    await page.click(`${member} .accept [type=submit]`);
    await page.waitForSelector(`${member} .accepted`);
    await page.click('.group[open] .fold summary');
    expect(await text(page, `${member} .accepted`)).toContain('the shop is a lesson');
    await page.click(`${member} .accepted .link`);
    await shown(page, `${member} ::-p-text(Accept this…)`);
  });

  it('say what was checked, rule by rule', async () => {
    const page = await open();
    await show(page, 'findings');
    await page.click('.checked summary');
    expect(await text(page, '.checked')).toMatch(
      /Found something[^]*Cannot be known[^]*session-survives-logout[^]*Passed[^]*cookie-prefix-violated/,
    );
  });

  it('say which rules failed', async () => {
    const page = await open();
    await show(page, 'findings');
    expect(await text(page, '#screen-findings .notice')).toContain('session-id-low-entropy');
  });
});

describe('the toolbar', () => {
  it('pauses, resumes and clears', async () => {
    const page = await open({ rows: 100 });
    await page.click('[aria-label="Pause recording"]');
    await page.waitForSelector('.paused');
    await page.click('[aria-label="Record"]');
    await page.waitForSelector('.paused', { hidden: true });
    await show(page, 'requests');
    await page.waitForSelector('.grid-row');
    await page.click('[aria-label="Clear"]');
    await page.waitForSelector('.empty-state');
    expect(await text(page, '.empty-state')).toContain('Reload the page');
    await page.click('.toast .button');
    await page.waitForSelector('.grid-row');
    await page.waitForSelector('.toast', { hidden: true });
  });

  it('does what the keys of the Network panel do', async () => {
    const page = await open({ rows: 100, screen: 'requests' });
    await page.waitForSelector('.grid-row');
    await page.focus('#tab-requests');
    const press = async (key: 'e' | 'f' | 'l') => {
      await page.keyboard.down('Control');
      await page.keyboard.press(key);
      await page.keyboard.up('Control');
    };
    await press('f');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-filter'))).toBe(
      true,
    );
    await press('e');
    await page.waitForSelector('.paused');
    await press('l');
    await page.waitForSelector('.toast');
  });

  it('says how much was let go', async () => {
    const page = await open();
    expect(await text(page, '.dropped')).toBe('bounded: 12 earlier requests let go');
  });

  it.each([
    ['JSON: can be', 'json', /^\{\s+"schemaVersion": 2,/],
    ['HTML', 'html', /^<!doctype html>\s+<html lang="en">/],
    ['Markdown', 'md', /^# How https:\/\/shop\.test remembers its users/],
    ['SARIF', 'sarif', /"version": "2\.1\.0"/],
    ['JUnit', 'xml', /^<\?xml [^>]*>\s+<testsuites /],
    ['Text', 'txt', /\nhttps:\/\/shop\.test: hybrid, grade C\+\n/],
  ])('exports the report as %s', async (item, ending, begin) => {
    const page = await open();
    const content = await savedBy(
      page,
      `credtrail-www.shop.test.${ending}`,
      '[aria-label^="Export"]',
      `.action-menu ::-p-text(${item})`,
    );
    expect(content).toMatch(begin);
  });

  it('saves the picture of the site in front', async () => {
    const page = await open({ screen: 'flow' });
    const svg = await savedBy(
      page,
      'credtrail-shop.test.svg',
      '.flow-picture button ::-p-text(Save as SVG)',
    );
    const viewer = await page.browser().newPage();
    const drawn = await viewer.evaluate((source) => {
      const { documentElement: root } = new DOMParser().parseFromString(source, 'image/svg+xml');
      return {
        name: root.nodeName,
        title: root.querySelector('title')?.textContent,
        notes: root.querySelectorAll('.moment').length,
      };
    }, svg);
    await viewer.close();
    expect(drawn).toMatchObject({ name: 'svg', title: 'Who sent which credential where' });
    expect(drawn.notes).toBeGreaterThan(0);
  });
});

/** What a file holds that clicks, one after the other, save. */
async function savedBy(page: Page, name: string, ...selectors: string[]): Promise<string> {
  const downloadPath = await mkdtemp(join(tmpdir(), 'credtrail-export-'));
  const session = await page.browser().target().createCDPSession();
  const done = new Promise<void>((resolve) => {
    session.on('Browser.downloadProgress', ({ state }) => {
      if (state === 'completed') resolve();
    });
  });
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    browserContextId: page.browserContext().id!,
    downloadPath,
    eventsEnabled: true,
  });
  for (const selector of selectors) await page.click(selector);
  await done;
  const content = await readFile(join(downloadPath, name), 'utf8');
  await rm(downloadPath, { recursive: true });
  return content;
}

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
    await page.click('.empty-state .button');
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
