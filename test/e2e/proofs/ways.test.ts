import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { answerByDialog } from '../../../accuracy/live/dialog.js';
import { useExtension } from '../../support/extension.js';
import { askMe, proving } from './proving.js';
import { PAIR, PASSWORD, startWays, type Ways } from './ways.js';

describe('a proof of what is no cookie of the page’s own site', () => {
  let ways: Ways;
  let page: Page;
  const extension = useExtension(async () => {
    ways = await startWays();
  });
  const { prove, verdicts, jar, rules } = proving(extension);
  afterAll(() => ways.close());
  afterEach(() => page.close());

  it.each([
    ['custom.test', 'custom.test', { access_token: 'needed' }],
    ['app.test', 'api.other.test', { access_token: 'needed' }],
    ['basic.test', 'basic.test', { authorization: 'needed' }],
    ['polling.test', 'polling.test', { authorization: 'needed' }],
    ['keyed.test', 'keyed.test', { 'x-password': 'needed' }],
    ['top.test', 'widget.test', { '__Host-sid': 'needed', theme: 'not-needed' }],
  ])('tells what logs in at %s, and leaves all as it was', async (host, api, wanted) => {
    page = await extension().browser.newPage();
    if (host === 'basic.test') {
      await answerByDialog(extension(), page);
      await page.authenticate({ username: 'ada', password: 'correct horse' });
    }
    await page.goto(`${ways.at(host)}/`);
    await page.waitForSelector('body[data-ready]');
    const tabId = await extension().tabIdOf(page);
    const state = async () => [
      await jar(api),
      await page.evaluate(() => JSON.stringify(sessionStorage)),
    ];
    const before = await state();
    const proof = await prove(tabId);
    expect([proof.sentence, await verdicts(tabId, proof)]).toMatchObject([
      expect.any(String),
      wanted,
    ]);
    expect(await state()).toEqual(before);
    expect(await askMe(page)).toContain('ada');
    expect(await rules()).toEqual([]);
  });

  it.each(['polling.test', 'keyed.test'])('keeps no password that %s sends', async (host) => {
    page = await extension().browser.newPage();
    await page.goto(`${ways.at(host)}/`);
    await page.waitForSelector('body[data-ready]');
    const proof = await prove(await extension().tabIdOf(page));
    expect(proof.sent).toBeGreaterThan(3);
    const asking = await extension().askingPage();
    const stored = (await asking.evaluate(
      'chrome.storage.session.get(null).then((all) => JSON.stringify(all))',
    )) as string;
    expect(stored).toContain('/api/me');
    for (const secret of [PASSWORD, PAIR]) expect(stored).not.toContain(secret);
  });
});
