import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { shown } from '../../../browser/shown.js';
import { b64u } from '../../support/base64.js';
import { jwsOf, jwtOf } from '../../support/jose.js';
import { useFixture } from './fixture-browser.js';
import { texts, claim } from './token-acts.js';

const open = useFixture();

const valueOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (field) => (field as HTMLTextAreaElement).value);

const ENCODED = '.scratch-encoded textarea';

const HEADER = 'textarea.header';

const CLAIMS = 'textarea.claims';

const KEY = '.scratch-signature textarea';

const scratchpad = async (page: Page) => {
  await page.click('#tab-scratchpad');
  await page.waitForSelector(ENCODED);
};

/** As pasted: at once, and with an event. */
const paste = (page: Page, selector: string, text: string) =>
  page.$eval(
    selector,
    (field, value) => {
      (field as HTMLTextAreaElement).value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    text,
  );

const press = (page: Page, name: string) =>
  page.$$eval(
    '.scratchpad button',
    (buttons, wanted) =>
      (buttons.find((button) => button.textContent === wanted) as HTMLElement).click(),
    name,
  );

const SECRET = 'a secret of a fair length, for tests';

describe('the scratchpad', () => {
  const token = jwtOf({ sub: 'ada', exp: 1_700_000_000 }, { alg: 'HS256' });

  it('takes apart what is pasted, and says what it means', async () => {
    const page = await open();
    await scratchpad(page);
    await paste(page, ENCODED, `Authorization: Bearer ${token}`);
    await page.waitForFunction(
      (selector) => (document.querySelector(selector) as HTMLTextAreaElement).value !== '',
      {},
      CLAIMS,
    );
    expect(JSON.parse(await valueOf(page, CLAIMS))).toEqual({ sub: 'ada', exp: 1_700_000_000 });
    expect(await claim(page, 'exp')).toMatch(/from then on nobody may accept it/i);
    expect(await page.evaluate(() => window.fixture.asked.includes('reveal'))).toBe(false);
  });

  it('puts together what is changed, unsigned, and tells of faults where they are', async () => {
    const page = await open();
    await scratchpad(page);
    await paste(page, ENCODED, token);
    await page.waitForSelector('.scratch-signature .note');
    await paste(page, CLAIMS, '{\n  "sub": "eve",\n}');
    await page.waitForSelector(`${CLAIMS}[aria-invalid]`);
    expect((await texts(page, '.scratch-fault')).filter(Boolean)).toEqual([
      'Not JSON: look at line 3.',
    ]);
    expect(await valueOf(page, ENCODED)).toBe(token);
    await paste(page, CLAIMS, '{ "sub": "eve" }');
    await page.waitForSelector('.scratch-signature .weak-secret');
    expect(await valueOf(page, ENCODED)).toBe(`${token.split('.')[0]}.${b64u('{"sub":"eve"}')}.`);
    await paste(page, ENCODED, 'no token');
    await page.waitForSelector(`${ENCODED}[aria-invalid]`);
    expect((await texts(page, '.scratch-fault')).filter(Boolean)).toEqual([
      'No JWT: a token has three parts with dots between them, an encrypted one five.',
    ]);
  });

  it('signs, and verifies what it signed', async () => {
    const page = await open();
    await scratchpad(page);
    await press(page, 'New token');
    await page.waitForSelector(KEY);
    await paste(page, KEY, SECRET);
    await shown(page, '.scratch-buttons button:not(:disabled) ::-p-text(Sign)');
    await press(page, 'Sign');
    await shown(page, 'output.verified ::-p-text(Signed with HS256.)');
    await press(page, 'Verify');
    await shown(page, 'output.verified ::-p-text(Verified)');
    await paste(page, KEY, 'another secret');
    await press(page, 'Verify');
    await shown(page, 'output.refused ::-p-text(Not verified)');
    // It spoke of another token.
    await paste(page, CLAIMS, '{}');
    await page.waitForFunction(() => document.querySelector('output')?.textContent === '');
  });

  it('keeps nothing: left and opened again it is empty', async () => {
    const page = await open();
    await page.click('#tab-credentials');
    await scratchpad(page);
    await paste(page, ENCODED, token);
    await page.waitForSelector('.scratch-signature');
    await page.keyboard.down('Alt');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.up('Alt');
    await page.waitForSelector('#screen-credentials');
    await scratchpad(page);
    expect(await valueOf(page, ENCODED)).toBe('');
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('eyJ');
  });

  it('stands ten thousand claims, and any depth', async () => {
    const page = await open({}, { width: 800, height: 400 });
    await scratchpad(page);
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`claim${n}`, n]));
    await paste(page, ENCODED, jwtOf(many, { alg: 'HS256' }));
    await page.waitForSelector('.jwt-members + .jwt-members tr, .scratch-meanings .link');
    expect((await page.$$('.scratch-meanings tr')).length).toBeLessThan(110);
    await page.click('.scratch-meanings .link');
    await page.waitForFunction(
      () => document.querySelectorAll('.scratch-meanings tr').length > 190,
    );
    const deep = `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    await paste(page, ENCODED, jwsOf('{"alg":"HS256"}', deep));
    await page.waitForFunction(() => document.body.innerText.includes('[…]'));
    const wide = jwtOf({ ['x'.repeat(10_000)]: 'y'.repeat(10_000), aud: ['z'.repeat(500)] });
    await paste(page, ENCODED, wide);
    await page.waitForFunction(() => document.body.innerText.includes('zzz'));
    const hidden = await page.$eval('.scratchpad', (box) => box.scrollWidth - box.clientWidth);
    expect(hidden).toBe(0);
  });

  it('works before anything was recorded, and by its address', async () => {
    const page = await open({ state: 'empty', screen: 'scratchpad' });
    await page.waitForSelector(ENCODED);
    await paste(page, HEADER, '{"alg":"none"}');
    await page.waitForFunction(
      (selector) => (document.querySelector(selector) as HTMLTextAreaElement).value !== '',
      {},
      ENCODED,
    );
  });

  it('opens the token in a token, and shows the header of an encrypted one', async () => {
    const page = await open();
    await scratchpad(page);
    await paste(page, ENCODED, jwsOf('{"alg":"HS256","cty":"JWT"}', token));
    await shown(page, '.scratchpad button ::-p-text(Open the inner token)');
    await press(page, 'Open the inner token');
    await page.waitForFunction(
      (selector, wanted) =>
        (document.querySelector(selector) as HTMLTextAreaElement).value === wanted,
      {},
      ENCODED,
      token,
    );
    const head = b64u('{"alg":"dir","enc":"A256GCM"}');
    await paste(page, ENCODED, `${head}..aXY.Y2lwaGVy.dGFn`);
    await page.waitForFunction(() => !document.querySelector('textarea.claims'));
    expect(await valueOf(page, HEADER)).toContain('A256GCM');
  });
});
