import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { shown } from '../../../browser/shown.js';
import { DEFAULT_SETTINGS } from '../../../src/engine/judging.js';
import { useFixture } from './fixture-browser.js';
import { shownTexts } from './texts.js';
import { text, chosen } from './choice-acts.js';
import { show } from './panel-acts.js';

const open = useFixture();

const openGroup = async (page: Page, ruleId: string) => {
  await show(page, 'findings');
  await page.click(`.group summary ::-p-text(${ruleId})`);
  await page.waitForSelector('.group[open]');
};

describe('the findings', () => {
  it('stand under their sites, the one in front first, and say what to do first', async () => {
    const page = await open();
    await show(page, 'findings');
    expect(await shownTexts(page, '.site-heading')).toEqual([
      'https://shop.test 12',
      'https://login.idp.test 1',
    ]);
    expect(await shownTexts(page, '.in-short')).toContain(
      'Say it where the server sets the cookie. authorization, refresh_token',
    );
  });

  it('fold the remedies of several things, and give the advice once', async () => {
    const page = await open();
    await openGroup(page, 'token-in-local-storage');
    expect(await page.$$('.group[open] .members > li')).toHaveLength(2);
    expect(await page.$$('.group[open] .fix')).toHaveLength(1);
    const folded = '.group[open] .members .fold';
    expect(await page.$$(`${folded} .remedy`)).toHaveLength(1);
    expect(await page.$(`${folded}[open]`)).toBeNull();
    await page.click(`${folded} summary`);
    expect(await text(page, `${folded} .remedy`)).toMatch(
      /Lifetime: 14 days → 10 days after its last use, 30 days in any case/,
    );
  });

  it('show the request that a login elsewhere should send, there and beside the flow', async () => {
    const page = await open();
    await openGroup(page, 'oauth-missing-pkce');
    const added = [
      'response_type=code',
      'code_challenge=<BASE64URL(SHA256(code_verifier))>',
      'code_challenge_method=S256',
    ];
    expect(await shownTexts(page, '.group[open] .request-diff ins')).toEqual(added);
    expect(await shownTexts(page, '.group[open] .request-diff del')).toEqual([
      'response_type=token',
      'prompt=none',
    ]);
    await show(page, 'flow');
    expect(await shownTexts(page, '.flows .request-diff ins')).toEqual(added);
  });

  it('count what was accepted, fold it, and put what is accepted altogether last', async () => {
    const page = await open();
    await openGroup(page, 'token-in-local-storage');
    const accept = async (reason: string) => {
      await page.click('.group[open] .members > li:first-child ::-p-text(Accept this…)');
      await page.type('.group[open] .accept input[type=text]', reason);
      await page.click('.group[open] .accept [type=submit]');
    };
    await accept('one');
    await shown(page, '.group[open] > summary ::-p-text(1 accepted)');
    expect(await text(page, '.left-out')).toContain('1 accepted');
    expect(await page.$$('.group[open] .finding-body > .members > li')).toHaveLength(1);
    await accept('two');
    await shown(page, '.group.is-accepted > summary ::-p-text(2 accepted)');
    const last = 'section:first-of-type .group:last-child';
    expect(await text(page, `${last} .rule-id`)).toBe('token-in-local-storage');
    await page.click(`${last} .fold summary`);
    await page.click(`${last} .accepted .link`);
    await shown(page, '.group:not(.is-accepted) > summary ::-p-text(1 accepted)');
  });

  it('come no more from a rule that is switched off, until it is switched on', async () => {
    const page = await open();
    await openGroup(page, 'csrf-unprotected');
    await page.click('.group[open] .switch-off button');
    await shown(page, '.left-out ::-p-text(1 rule is switched off)');
    expect(await shownTexts(page, '.rule-id')).not.toContain('csrf-unprotected');
    await page.click('.left-out .link');
    await page.waitForSelector('#screen-settings');
    expect(await text(page, '#screen-settings .bar [role=status]')).toMatch(/^1 of \d+ are/);
    await page.type('#screen-settings .filter-box input', 'csrf forged');
    await page.waitForFunction(() => document.querySelectorAll('.rule-switches li').length === 1);
    await page.click('.rule-switches input');
    await shown(page, '#screen-settings [role=status] ::-p-text(0 of)');
    expect(await chosen(page)).toEqual(DEFAULT_SETTINGS);
  });
});

describe('the detail of a credential', () => {
  it('says how hard it is to guess, how sure that is, and what was found in the value', async () => {
    const page = await open();
    await show(page, 'credentials');
    await page.click('.grid-row ::-p-text(JSESSIONID)');
    const facts = '.detail .properties';
    expect(await text(page, facts)).toContain('about 41 bits somewhere from 32 to 64, by 3 values');
    expect(await page.$$(`${facts} .evidence li`)).toHaveLength(2);
  });

  it('says how long a token should live', async () => {
    const page = await open();
    await show(page, 'credentials');
    await page.click('.grid-row ::-p-text(refresh_token)');
    expect(await shownTexts(page, '.detail .remedy del')).toEqual(['14 days']);
    expect(await shownTexts(page, '.detail .remedy ins')).toEqual([
      '10 days after its last use, 30 days in any case',
    ]);
  });
});
