import type { TestProject } from 'vitest/node';
import { openFixtureSite } from '../e2e/ui/fixture-site.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the built fixture page (`test/e2e/ui/fixture-site.ts`). */
    fixtureOrigin: string;
  }
}

/** Before the browser tests: builds the fixture page, once for all of them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const site = await openFixtureSite();
  project.provide('fixtureOrigin', site.origin);
  return site.close;
}
