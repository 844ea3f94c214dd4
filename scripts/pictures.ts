// npm run pictures: the pictures of the documentation, taken of the running product on the demo.
import { mkdir } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { type Demo, startDemo } from '../demo/start.js';
import { visitInsecure } from '../demo/visit.js';
import type { ExtensionBrowser } from '../browser/extension-browser.js';
import { launchExtension } from '../browser/launch.js';
import { settled } from '../browser/settled.js';
import { tokenTold } from '../browser/token-told.js';
import { shown } from '../browser/shown.js';
import { takeProof } from './proof-picture.js';
import { takeTour } from './tour.js';

const FOLDER = 'docs/pictures';

type Theme = 'light' | 'dark';

async function takePictures(demo: Demo, theme: Theme): Promise<void> {
  const extension = await launchExtension({
    theme,
    dock: 'undocked',
    hostRules: demo.hostRules,
    spki: [demo.certificateSpki],
    // Emulated, it would not reach the panel, which is a frame of another process.
    args: ['--force-device-scale-factor=2'],
  });
  try {
    await extension.worker();
    const page = await extension.browser.newPage();
    const { frame, devtools } = await extension.openPanel(page);
    await visitInsecure(page, demo, (answer) => tokenTold(extension, page, answer));
    // What the visit shows last: before it the numbers are those of a moment on the way.
    await shown(frame, '.worst ::-p-text(x-legacy-token)');
    const take = async (name: string, width: number, height: number) => {
      await devtools.setViewport({ width, height, deviceScaleFactor: 0 });
      await settled(() => frame.evaluate(() => document.body.innerText));
      await devtools.screenshot({ path: `${FOLDER}/${name}.png` });
    };
    await take(`panel-${theme}`, 1200, 800);
    if (theme === 'light') await take('panel-narrow', 480, 800);
    await takePopup(extension, page, theme);
  } finally {
    await extension.close();
  }
}

async function takePopup(extension: ExtensionBrowser, page: Page, theme: Theme): Promise<void> {
  const popup = await extension.openPopup(page);
  // A popup follows the system's theme, which a headless browser does not have.
  await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  await settled(() => popup.evaluate(() => document.body.innerText));
  const body = await popup.waitForSelector('body');
  await body?.screenshot({ path: `${FOLDER}/popup-${theme}.png` });
}

await mkdir(FOLDER, { recursive: true });
const demo = await startDemo();
try {
  await takePictures(demo, 'light');
  await takePictures(demo, 'dark');
  await takeTour(demo, FOLDER);
  await takeProof(demo, `${FOLDER}/proof.png`);
} finally {
  await demo.stop();
}
