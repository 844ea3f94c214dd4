import { afterAll, beforeAll } from 'vitest';
import type { ExtensionBrowser } from '../../browser/extension-browser.js';
import { launchExtension, type LaunchOptions } from '../../browser/launch.js';
import { sharedBrowser } from './shared-browser.js';

export type { ExtensionBrowser } from '../../browser/extension-browser.js';
export { launchExtension } from '../../browser/launch.js';

/**
 * The browser with the built extension that files share one after the other, as new for the file
 * (or `describe`) that calls this; `prepare` runs before. Returns how to get at it within a test.
 */
export function useExtension(prepare?: () => Promise<void>): () => ExtensionBrowser {
  return useBrowser(async () => {
    await prepare?.();
    return sharedBrowser();
  });
}

/**
 * The same with a browser of its own: where a test needs other options, or changes what
 * `sharedBrowser` does not make as new, such as the extension's access to sites.
 */
export function useOwnExtension(
  options: LaunchOptions | (() => Promise<LaunchOptions>),
): () => ExtensionBrowser {
  let own: ExtensionBrowser | undefined;
  afterAll(() => own?.close());
  return useBrowser(async () => {
    own = await launchExtension(typeof options === 'function' ? await options() : options);
    await own.worker();
    return own;
  });
}

function useBrowser(begin: () => Promise<ExtensionBrowser>): () => ExtensionBrowser {
  let running: ExtensionBrowser | undefined;
  beforeAll(async () => {
    running = await begin();
  });
  return () => {
    if (!running) throw new Error('The browser runs only while tests do.');
    return running;
  };
}
