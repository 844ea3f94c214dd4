import { startDemo } from '../demo/start.js';
import type { ExtensionBrowser } from './browser/extension-browser.js';
import { launchExtension } from './browser/launch.js';
import { readArguments } from './start/arguments.js';
import { showDemo, showPage } from './start/headless.js';
import { demoGuide, showWindow } from './start/window.js';

type Close = () => Promise<void>;

/** `npm start`: the demo, or the page that was asked for, in a browser with the extension. */
export async function start(args: string[], executable: string): Promise<void> {
  const { url, headless } = readArguments(args, process.env);
  const open: Close[] = [];
  const close = async () => {
    for (const closeOne of open.splice(0).toReversed()) await closeOne();
  };
  closeOnSignals(close);
  try {
    const demo = url ? undefined : await startDemo();
    if (demo) open.push(() => demo.stop());
    const extension = await launchExtension({
      executable,
      headless,
      dock: headless ? 'undocked' : 'right',
      handleSignals: false,
      ...(demo && { hostRules: demo.hostRules, spki: [demo.certificateSpki] }),
    });
    open.push(() => extension.close());
    if (demo) console.log(`\n${demoGuide(demo)}`);
    await show(extension, { headless, url, demo });
  } finally {
    await close();
  }
}

interface Wanted {
  headless: boolean;
  url: string | undefined;
  demo: Awaited<ReturnType<typeof startDemo>> | undefined;
}

async function show(extension: ExtensionBrowser, { headless, url, demo }: Wanted): Promise<void> {
  await extension.worker();
  const address = url ?? demo?.insecureUrl;
  if (!headless && address) await showWindow(extension, address);
  else if (url) await showPage(extension, url);
  else if (demo) await showDemo(extension, demo);
}

/** Ends everything that was started before the process goes. */
function closeOnSignals(close: Close): void {
  const codes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
  for (const [signal, code] of Object.entries(codes)) {
    process.once(signal, () => {
      void close().finally(() => process.exit(code));
    });
  }
}
