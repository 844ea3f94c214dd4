import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder for the profiles of the browsers that test files share (`shared-browser.ts`). */
    sharedProfiles: string;
  }
}

/** Around all tests: whoever shares a browser does not know when the last one has ended. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'credtrail-shared-'));
  project.provide('sharedProfiles', folder);
  return () => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
