import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shown } from '../../../browser/shown.js';
import { DEFAULT_SETTINGS } from '../../../src/engine/judging.js';
import { downloadsTo } from './downloads.js';
import { useFixture } from './fixture-browser.js';
import { shownTexts } from './texts.js';
import { text, chosen } from './choice-acts.js';
import { show } from './panel-acts.js';

const open = useFixture();

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credtrail-settings-'));
});

afterAll(() => rm(folder, { recursive: true }));

describe('the rules in the settings', () => {
  it('stand by what they are about, and the focus goes along with one that is switched', async () => {
    const page = await open({ screen: 'settings' });
    await page.waitForSelector('.rule-switches input');
    const headings = () => shownTexts(page, '.rule-group h4');
    expect((await headings())[0]).toMatch(/^Cookies \d+$/);
    const id = 'jwt-alg-none';
    await page.focus(`[data-rule=${id}]`);
    await page.keyboard.press('Space');
    await shown(page, '.rule-group h4 ::-p-text(Switched off)');
    expect((await headings())[0]).toBe('Switched off 1');
    const focused = () =>
      page.evaluate(() => (document.activeElement as HTMLElement).dataset['rule']);
    expect(await focused()).toBe(id);
    await page.keyboard.press('Space');
    await page.waitForFunction(
      () => !document.querySelector('.rule-group h4')?.textContent.startsWith('Switched off'),
    );
    expect(await focused()).toBe(id);
  });
});

describe('the settings', () => {
  it('are opened by their button, and left by it or by a tab', async () => {
    const page = await open();
    await show(page, 'credentials');
    await show(page, 'settings');
    expect(await page.$('[role=tab][aria-selected=true]')).toBeNull();
    expect(await page.$$('[role=tab][tabindex="0"]')).toHaveLength(1);
    await page.click('#tab-settings');
    await page.waitForSelector('#screen-credentials');
    await show(page, 'settings');
    await show(page, 'findings');
  });

  it('take a limit when its field is left, and give the default back', async () => {
    const page = await open();
    await show(page, 'settings');
    const row = '.limits tbody tr:nth-child(2)';
    const field = (await page.waitForSelector(`${row} input`)) as ElementHandle<HTMLInputElement>;
    expect(await field.evaluate(({ value }) => value)).toBe('1');
    await field.click({ clickCount: 3 });
    await field.type('0');
    expect(await field.evaluate((input) => input.getAttribute('aria-invalid'))).toBe('true');
    await field.press('Tab');
    expect(await chosen(page)).toEqual(DEFAULT_SETTINGS);
    await field.click({ clickCount: 3 });
    await field.type('8');
    await field.press('Tab');
    await page.waitForSelector(`${row}.is-changed`);
    expect((await chosen(page)).thresholds).toEqual({ sessionLifetime: 8 * 86_400 });
    await page.select(`${row} select`, 'hour');
    await page.waitForFunction(
      async () =>
        (await window.fixture.ask('getSettings', {})).thresholds.sessionLifetime === 8 * 3_600,
    );
    await page.click(`${row} .link`);
    await page.waitForSelector(`${row}.is-changed`, { hidden: true });
    expect(await chosen(page)).toEqual(DEFAULT_SETTINGS);
    await page.waitForFunction((input) => input.value === '1', {}, field);
  });

  it('list what was accepted at any site, and take it back', async () => {
    const page = await open();
    const settings = {
      ...DEFAULT_SETTINGS,
      suppressions: [
        { ruleId: 'csrf-unprotected', site: 'https://shop.test', reason: 'a lesson' },
        { ruleId: 'no-rule', site: 'https://else.test', key: 'no-rule x', reason: 'long ago' },
      ],
    };
    await page.evaluate(
      (given) => window.fixture.ask('setSettings', { settings: given }),
      settings,
    );
    await show(page, 'settings');
    await page.waitForSelector('.accepted-list li:nth-child(2)');
    expect(await text(page, '.accepted-list')).toMatch(
      /A forged request[^]*a lesson[^]*no-rule x[^]*long ago/,
    );
    await page.click('.accepted-list li:nth-child(1) .link');
    await page.waitForFunction(() => document.querySelectorAll('.accepted-list li').length === 1);
    expect((await chosen(page)).suppressions).toEqual(settings.suppressions.slice(1));
  });

  it('are saved as a file, and taken from one that is right', async () => {
    const page = await open({}, { alone: true });
    await show(page, 'settings');
    await downloadsTo(page, folder);
    await page.click('.settings-file ::-p-text(Save as a file)');
    const path = join(folder, 'credtrail-settings.json');
    await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toContain('thresholds');
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(DEFAULT_SETTINGS);

    const input = (await page.$('.settings-file input')) as ElementHandle<HTMLInputElement>;
    const give = async (name: string, content: string) => {
      await writeFile(join(folder, name), content);
      await input.uploadFile(join(folder, name));
    };
    await give('bad.json', '{"disabledRules": [1]}');
    await shown(page, '.settings-file [role=status] ::-p-text(disabledRules[0])');
    await give('worse.json', '{');
    await shown(page, '.settings-file [role=status] ::-p-text(JSON)');
    expect(await chosen(page)).toEqual(DEFAULT_SETTINGS);
    const settings = { ...DEFAULT_SETTINGS, thresholds: { hstsMaxAge: 60 } };
    await give('good.json', JSON.stringify(settings));
    await page.waitForSelector('.limits .is-changed');
    expect(await chosen(page)).toEqual(settings);
    await page.click('.settings-file .link');
    await page.waitForSelector('.limits .is-changed', { hidden: true });
    expect(await chosen(page)).toEqual(DEFAULT_SETTINGS);
  });

  it('say where they could not be stored', async () => {
    const page = await open();
    await show(page, 'settings');
    await page.evaluate(() => {
      window.fixture.state = 'down';
    });
    await page.click('.rule-switches input');
    await page.waitForSelector('#screen-settings [role=alert]');
  });
});
