import type { TestProject } from 'vitest/node';
import { openFixtureSite } from '../e2e/ui/fixture-site.js';
import { startScreenBrowser } from './screen-browser.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the built fixture page (`test/e2e/ui/fixture-site.ts`). */
    fixtureOrigin: string;
    /** WebSocket address of the browser, without the extension, that shows that page. */
    fixtureBrowser: string;
  }
}

/**
 * Once before all tests of screens: the fixture page is built and served, and the browser started
 * that shows it. `useFixture` (`test/e2e/ui/fixture-browser.ts`) takes them up in each file.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [site, browser] = await Promise.all([openFixtureSite(), startScreenBrowser()]);
  project.provide('fixtureOrigin', site.origin);
  project.provide('fixtureBrowser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await site.close();
  };
}
