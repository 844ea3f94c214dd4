import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { describe, expect, it } from 'vitest';
import { useExtension } from '../../support/extension.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The pages that the extension opens by itself, with its own content policy. */
describe.each(['light', 'dark'])('axe in the extension, %s', (theme) => {
  const extension = useExtension();

  it('finds nothing at the page of the first start', async () => {
    const page = await extension().browser.newPage();
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    await page.goto(extension().url('welcome/welcome.html'));
    await page.waitForSelector(`[data-theme=${theme}] .welcome`);
    await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
    await page.evaluate(axe);
    const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    expect(found).toEqual([]);
    await page.close();
  });
});
