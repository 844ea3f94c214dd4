import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickOn } from '../../../browser/shown.js';
import { useExtension } from '../../support/extension.js';
import { jwsOf } from '../../support/jose.js';
import { html, type Lab, startLab, until } from '../capture/lab.js';

const SECRET = 'your-256-bit-secret';
const TOKEN = jwsOf('{"alg":"HS256","typ":"JWT"}', '{"sub":"ada"}', SECRET);

/** A token that a famous secret signs: found out by the background, and checked on its screen. */
describe('a token whose secret is famous', () => {
  let lab: Lab;
  let tabId: number;
  let view: Page;
  const folder = mkdtempSync(join(tmpdir(), 'credtrail-words-'));
  const extension = useExtension();

  beforeAll(async () => {
    lab = await startLab({
      '/shop': (_, response) =>
        html(
          response,
          `<script>fetch('/api', { headers: { authorization: 'Bearer ${TOKEN}' } })</script>`,
        ),
    });
    const page = await extension().browser.newPage();
    await page.goto(`${lab.at('shop.test')}/shop`);
    tabId = await extension().tabIdOf(page);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await lab.close();
  });

  const reportWhen = (found: boolean) =>
    until(
      () => extension().ask<'getReport'>({ type: 'getReport', tabId }),
      ({ findings }) => findings.some(({ ruleId }) => ruleId === 'jwt-weak-secret') === found,
    );

  it('is found out without anybody asking, and after the worker has ended', async () => {
    const weak = ({ findings }: Awaited<ReturnType<typeof reportWhen>>) =>
      findings.find(({ ruleId }) => ruleId === 'jwt-weak-secret');
    const report = await reportWhen(true);
    expect(weak(report)).toMatchObject({ severity: 'critical' });
    expect(report.credentials).toMatchObject([
      { signature: { scheme: 'HS256', secret: true, fits: 'built-in' } },
    ]);
    expect(JSON.stringify(report)).not.toContain(SECRET);
    await extension().killWorker();
    expect(weak(await reportWhen(true))).toMatchObject({ severity: 'critical' });
  });

  it('says so on the screen', async () => {
    view = await extension().openFullView(tabId);
    await view.click('#tab-credentials');
    await (await view.waitForSelector('#screen-credentials .grid-row'))!.click();
    const said = await view.waitForSelector('aside .weak-secret');
    expect(await said!.evaluate((one) => one.textContent)).toContain('a well-known one fits');
  });

  it('is verified with that secret, and not with another', async () => {
    await clickOn(view, 'aside .key-check summary');
    const outcome = async (pasted: string) => {
      await view.$eval('aside .key-check textarea', (area) => (area.value = ''));
      await view.type('aside .key-check textarea', pasted);
      await clickOn(view, 'aside .key-check button');
      const output = await view.waitForSelector('aside .key-check output:not(:empty)');
      return output!.evaluate((one) => one.className);
    };
    expect(await outcome('another')).toBe('not-verified');
    expect(await outcome(SECRET)).toBe('verified');
  });

  it('is tried against a word list of the user’s', async () => {
    const list = join(folder, 'words.txt');
    writeFileSync(list, `${'no\r\n'.repeat(500)}${SECRET}\r\nyes\r\n`);
    const input = await view.$('aside .word-list input[type=file]');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(list);
    await view.waitForFunction(() =>
      document.querySelector('aside .word-list [role=status]')?.textContent?.includes('501'),
    );
    await view.close();
  });
});
