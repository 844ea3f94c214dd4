import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExtensionBrowser } from '../../support/extension.js';
import { loginHar } from '../../support/har-file.js';
import type { Frame, Page } from 'puppeteer-core';

const SCREENS = 'overview flow credentials requests storage findings compare settings'.split(' ');

/** Looks at every screen, until it is drawn. */
async function lookAtAll(view: Frame | Page): Promise<void> {
  for (const name of SCREENS) {
    await view.click(`#tab-${name}`);
    await view.waitForSelector(`#screen-${name} > *`);
  }
}

/**
 * All parts of the extension at work on one page, one after the other, to the closing of the tab.
 */
export async function wholeSession(
  extension: ExtensionBrowser,
  address: string,
  folder: string,
): Promise<void> {
  const page = await extension.browser.newPage();
  const { frame } = await extension.openPanel(page);
  await page.goto(address);
  await page.waitForSelector('#done');
  await lookAtAll(frame);
  await revealFirst(frame);
  const tabId = await extension.tabIdOf(page);
  await extension.killWorker();
  const view = await extension.openFullView(tabId);
  await view.waitForSelector('.verdict');
  await lookAtAll(view);
  await openFile(view, folder);
  for (const path of [
    'welcome/welcome.html',
    'rules/rule.html',
    'rules/rule.html?id=jwt-alg-none',
  ]) {
    await view.goto(extension.url(path));
    await view.waitForSelector('h1');
  }
  await (await extension.openPopup(page)).waitForSelector('#app > *');
  await extension.ask<'reload'>({ type: 'reload', tabId });
  await page.waitForSelector('#done');
  await extension.ask<'clear'>({ type: 'clear', tabId });
  await extension.ask<'deleteAll'>({ type: 'deleteAll' });
  await page.close();
}

async function revealFirst(frame: Frame): Promise<void> {
  await frame.click('#tab-credentials');
  await (await frame.waitForSelector('#screen-credentials .grid-row'))!.click();
  await (await frame.waitForSelector('[aria-label="Show the value"]'))!.click();
  await frame.waitForSelector('aside .raw');
}

async function openFile(view: Page, folder: string): Promise<void> {
  const path = join(folder, 'visit.har');
  writeFileSync(path, loginHar());
  const input = await view.waitForSelector('input[type=file][accept*=har]');
  await (input as unknown as { uploadFile(file: string): Promise<void> }).uploadFile(path);
  await view.waitForFunction((name) => document.title.startsWith(name), {}, 'visit.har');
}
