import { readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import english from '../../_locales/en/messages.json' with { type: 'json' };
import korean from '../../_locales/ko/messages.json' with { type: 'json' };
import { launchBrowser } from '../../browser/launch.js';
import { makeProfile } from '../../browser/profile.js';
import { reportHtml } from '../../src/engine/report/formats/html/html.js';
import { hostileReport, plainReport } from '../support/hostile-report.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const CATALOGUES: Record<string, Record<string, { message: string }>> = {
  en: english,
  ko: korean,
};
let profile: string;
let browser: Browser;

beforeAll(async () => {
  profile = await makeProfile({});
  browser = await launchBrowser(profile, {});
});
afterAll(async () => {
  await browser.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** Opens a report from the disk, and notes what it asked for and what went wrong. */
async function opened(content: string, scheme: string): Promise<{ page: Page; asked: string[] }> {
  const file = join(profile, 'report.html');
  writeFileSync(file, content);
  const page = await browser.newPage();
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => asked.push(message.text()));
  page.on('pageerror', (error) => asked.push(String(error)));
  await page.goto(`file://${file}`);
  const foreign = asked.filter((url) => !url.startsWith('data:') && url !== `file://${file}`);
  return { page, asked: foreign };
}

async function violations(page: Page): Promise<string[]> {
  // Its policy lets no script in, axe neither.
  await page.setBypassCSP(true);
  await page.reload();
  await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
  await page.evaluate(axe);
  const { violations: found } = (await page.evaluate('axe.run()')) as AxeResults;
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

describe.each(['en', 'ko'])('a report in a file, %s', (language) => {
  const translate = (key: string) => CATALOGUES[language]?.[key]?.message;

  it.each(['light', 'dark'])('is clean to axe and asks for nothing, %s', async (scheme) => {
    const { page, asked } = await opened(reportHtml(plainReport(), { translate }), scheme);
    expect(asked).toEqual([]);
    expect(
      await page.$$eval('.picture img', (all) =>
        all.map((one) => (one as HTMLImageElement).naturalWidth > 0),
      ),
    ).toEqual([true]);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});

it('runs nothing that a page put into it, and shows it as text', async () => {
  const { page, asked } = await opened(reportHtml(hostileReport(), {}), 'light');
  expect(asked).toEqual([]);
  expect(await page.evaluate('typeof window.pwned')).toBe('undefined');
  expect(await page.evaluate('document.body.innerText')).toContain(
    '<script>window.pwned=1</script>',
  );
  await page.close();
});

it('fits its paper', async () => {
  const { page } = await opened(reportHtml(hostileReport(), {}), 'light');
  await page.emulateMediaType('print');
  await page.setViewport({ width: 718, height: 1_000 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(718);
  await page.close();
});
