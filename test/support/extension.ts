import { afterAll, beforeAll } from 'vitest';
import type { ExtensionBrowser } from '../../browser/extension-browser.js';
import { launchExtension, type LaunchOptions } from '../../browser/launch.js';

export type { ExtensionBrowser } from '../../browser/extension-browser.js';
export { launchExtension } from '../../browser/launch.js';

/**
 * One browser with the built extension for all tests of the file (or `describe`) that calls this.
 * Returns how to get at it within a test.
 */
export function useExtension(
  options: LaunchOptions | (() => LaunchOptions | Promise<LaunchOptions>) = {},
): () => ExtensionBrowser {
  let running: ExtensionBrowser | undefined;
  beforeAll(async () => {
    running = await launchExtension(typeof options === 'function' ? await options() : options);
    await running.worker();
  });
  afterAll(() => running?.close());
  return () => {
    if (!running) throw new Error('The browser runs only while tests do.');
    return running;
  };
}
