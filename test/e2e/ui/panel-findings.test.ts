import { describe, expect, it } from 'vitest';
import { shown } from '../../../browser/shown.js';
import { useFixture } from './fixture-browser.js';
import { shownTextOf, texts } from './texts.js';
import { show } from './panel-acts.js';

const open = useFixture();

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
    expect(await shownTextOf(page, '.findings')).toContain('Nothing matches the filter.');
  });

  it('say what passes, and lead to what is no credential', async () => {
    const page = await open();
    await show(page, 'findings');
    expect(await shownTextOf(page, '.passed')).toContain('31 checks passed');
    await page.click('.group ::-p-text(csrf-unprotected)');
    expect(await shownTextOf(page, '.group[open] .members .link')).toContain('POST');
  });

  it('show the line that mends a cookie, with what differs and what comes first', async () => {
    const page = await open();
    await show(page, 'findings');
    await page.click('.group ::-p-text(cookie-missing-httponly)');
    const remedy = '.group[open] .members .remedy';
    expect(await texts(page, `${remedy} del`)).toEqual(['Max-Age=864000']);
    expect(await texts(page, `${remedy} ins`)).toEqual(['Secure', 'HttpOnly']);
    expect(await shownTextOf(page, remedy)).toContain('First serve the site over https');
    expect(await shownTextOf(page, remedy)).toContain('In Jakarta Servlet (Tomcat, Jetty):');
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
    expect(await shownTextOf(page, `${member} .accepted`)).toContain('the shop is a lesson');
    await page.click(`${member} .accepted .link`);
    await shown(page, `${member} ::-p-text(Accept this…)`);
  });

  it('say what was checked, rule by rule', async () => {
    const page = await open();
    await show(page, 'findings');
    await page.click('.checked summary');
    expect(await shownTextOf(page, '.checked')).toMatch(
      /Found something[^]*Cannot be known[^]*session-survives-logout[^]*Passed[^]*cookie-prefix-violated/,
    );
  });

  it('say which rules failed', async () => {
    const page = await open();
    await show(page, 'findings');
    expect(await shownTextOf(page, '#screen-findings .notice')).toContain('session-id-low-entropy');
  });
});
