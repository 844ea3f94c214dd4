import { launchExtension } from '../browser/launch.js';
import { proveInPanel } from '../browser/prove-in-panel.js';
import { settled } from '../browser/settled.js';
import { tokenTold } from '../browser/token-told.js';
import type { Demo } from '../demo/start.js';
import { logOut, visitInsecure } from '../demo/visit.js';

/** What logs in at the insecure shop, and that its logout did not end it: both proved. */
export async function takeProof(demo: Demo, path: `${string}.png`): Promise<void> {
  const extension = await launchExtension({
    theme: 'light',
    dock: 'undocked',
    hostRules: demo.hostRules,
    spki: [demo.certificateSpki],
    args: ['--force-device-scale-factor=1.5'],
  });
  try {
    await extension.worker();
    const page = await extension.browser.newPage();
    const { frame, devtools } = await extension.openPanel(page);
    await devtools.setViewport({ width: 1000, height: 640, deviceScaleFactor: 0 });
    await visitInsecure(page, demo, (answer) => tokenTold(extension, page, answer));
    await proveInPanel(frame, 'authenticates');
    await logOut(page, demo);
    await proveInPanel(frame, 'survives-logout');
    await settled(() => frame.evaluate(() => document.body.innerText));
    await devtools.screenshot({ path });
  } finally {
    await extension.close();
  }
}
