import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { clickOn } from '../../../browser/shown.js';
import { MARKUP } from '../../fixtures/hostile.js';
import { useFixture } from './fixture-browser.js';
import { texts, claim } from './token-acts.js';

const open = useFixture();

const openToken = async (page: Page, name: string) => {
  await page.click('#tab-credentials');
  await clickOn(page, `.grid-row ::-p-text(${name})`);
  await page.waitForSelector('aside .jwt');
};

describe('a token', () => {
  it('says what each of its claims means, as text', async () => {
    const page = await open();
    await openToken(page, 'authorization');
    expect(await claim(page, 'alg')).toMatch(/how it is signed/i);
    expect(await claim(page, 'alg')).toContain('RFC 7515 §4.1.1');
    expect(await claim(page, 'sub')).toMatch(/whom it is about/i);
    expect(await claim(page, 'name')).toContain(MARKUP);
    expect(await texts(page, '.claim-words li')).toEqual([
      'https://api.shop.test',
      'orders:read',
      'orders:write',
      'profile',
    ]);
    expect(await claim(page, 'exp')).toMatch(/\d{4} \d\d:\d\d:\d\d ends in [45]m/);
    expect(await claim(page, 'iat')).toMatch(/\(1\d minutes ago\)/);
    expect(await page.$$('aside img, aside b')).toHaveLength(0);
  });

  it('is held against where it goes and where it comes from', async () => {
    const page = await open();
    await openToken(page, 'authorization');
    expect(await texts(page, '.jwt-where > .good')).toEqual([
      'Sent to https://api.shop.test, which is its audience.',
      'It came from https://login.idp.test, which it names as its issuer.',
    ]);
    expect(await texts(page, '.jwt-where > .bad')).toEqual([
      'Sent to https://metrics.test, which its audience does not name: https://api.shop.test',
      'Sent to https://www.shop.test, which its audience does not name: https://api.shop.test',
    ]);
    await openToken(page, 'id_token');
    expect((await texts(page, '.jwt-where > .unknown'))[0]).toContain('no use of it was seen');
  });

  it('without a signature is called what it is', async () => {
    const page = await open();
    await openToken(page, 'old_token');
    expect(await texts(page, '.jwt .weak-secret')).toEqual([
      expect.stringContaining('Unsecured: its header says “alg: none”'),
    ]);
  });
});
