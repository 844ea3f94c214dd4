import { type Demo, startDemo } from '../demo/start.js';
import type { ExtensionBrowser } from '../browser/extension-browser.js';
import { launchExtension } from '../browser/launch.js';
import type { StartArguments } from './start/arguments.js';
import { Cleanup } from './start/cleanup.js';
import { showDemo, showPage } from './start/headless.js';
import { demoGuide, showWindow } from './start/window.js';

export { readArguments } from './start/arguments.js';

/** `npm start`: the demo, or the page that was asked for, in a browser with the extension. */
export async function start({ url, headless }: StartArguments, executable: string): Promise<void> {
  const cleanup = new Cleanup();
  try {
    const demo = url ? undefined : await startDemo();
    if (demo) await cleanup.add(() => demo.stop());
    const extension = await launchExtension({
      executable,
      headless,
      dock: headless ? 'undocked' : 'right',
      handleSignals: false,
      ...(demo && { hostRules: demo.hostRules, spki: [demo.certificateSpki] }),
    });
    await cleanup.add(() => extension.close());
    await extension.worker();
    if (demo) await playDemo(extension, demo, headless);
    else if (url) await (headless ? showPage(extension, url) : showWindow(extension, url));
  } catch (error) {
    // A signal takes the browser away from under the work; its handler ends the process.
    if (!cleanup.ending) throw error;
  } finally {
    await cleanup.end();
  }
}

async function playDemo(extension: ExtensionBrowser, demo: Demo, headless: boolean): Promise<void> {
  console.log(`\n${demoGuide(demo)}`);
  await (headless ? showDemo(extension, demo) : showWindow(extension, demo.insecureUrl));
}
