import { mkdir } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import type { Demo } from '../../demo/start.js';
import { visitInsecure, visitSound } from '../../demo/visit.js';
import type { ExtensionBrowser } from '../../browser/extension-browser.js';
import { settled } from '../../browser/settled.js';
import { tokenTold } from '../../browser/token-told.js';
import { reportText } from '../../src/engine/report/formats/text.js';

interface Stop {
  title: string;
  picture: string;
  visit(page: Page): Promise<unknown>;
}

/** Without a display: logs in to both shops, prints what was seen and takes pictures of it. */
export async function showDemo(extension: ExtensionBrowser, demo: Demo): Promise<void> {
  await show(extension, {
    title: 'The insecure shop',
    picture: 'out/panel-insecure.png',
    visit: (page) => visitInsecure(page, demo, (answer) => tokenTold(extension, page, answer)),
  });
  await show(extension, {
    title: 'The sound shop',
    picture: 'out/panel-sound.png',
    visit: (page) => visitSound(page, demo, (answer) => tokenTold(extension, page, answer)),
  });
}

/** Without a display: loads one page, prints what was seen and takes a picture of it. */
export async function showPage(extension: ExtensionBrowser, url: string): Promise<void> {
  await show(extension, {
    title: url,
    picture: 'out/panel.png',
    visit: (page) => page.goto(url, { waitUntil: 'networkidle2' }),
  });
}

async function show(extension: ExtensionBrowser, { title, picture, visit }: Stop): Promise<void> {
  const page = await extension.browser.newPage();
  // DevTools first: bodies are known only from the moment that it is open.
  const { frame, devtools } = await extension.openPanel(page);
  await visit(page);
  const tabId = await extension.tabIdOf(page);
  const report = await settled(() => extension.ask({ type: 'getReport', tabId }));
  await settled(() => frame.evaluate(() => document.body.innerText));
  await mkdir('out', { recursive: true });
  await devtools.screenshot({ path: picture as `${string}.png` });
  console.log(`\n── ${title} ──\n\n${reportText(report)}\n\nPicture of the panel: ${picture}`);
  await page.close();
}
