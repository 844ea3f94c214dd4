import type { Demo } from '../../demo/start.js';
import { DEMO_USER } from '../../demo/demo-user.js';
import type { ExtensionBrowser } from '../../browser/extension-browser.js';

/** With a display: shows the page with DevTools on the panel until the window is closed. */
export async function showWindow(extension: ExtensionBrowser, url: string): Promise<void> {
  const { browser } = extension;
  const [first] = await browser.pages();
  const page = first ?? (await browser.newPage());
  await extension.openPanel(page);
  await page.bringToFront();
  await page.goto(url);
  console.log('The browser is open. Close it, or press Ctrl-C here, to end.');
  if (browser.connected) await new Promise((resolve) => browser.once('disconnected', resolve));
}

/** What a person needs to know to play with the demo. */
export function demoGuide({ insecureUrl, soundUrl }: Demo): string {
  return [
    `The insecure shop  ${insecureUrl}`,
    `Its sound twin     ${soundUrl}`,
    `Log in as          ${DEMO_USER.name} / ${DEMO_USER.password}`,
  ].join('\n');
}
