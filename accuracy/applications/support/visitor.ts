import type { Visit } from '../../support/stack.js';
import type { Application } from './application.js';

/** What all visits to sites without a login have in common. */
export const NOBODY = {
  kind: 'visit',
  language: 'JavaScript',
  packages: [],
  noSecondLogin: 'nobody logs in here',
} as const satisfies Partial<Application>;

/** Opens pages one after the other, and waits until each has said what it has to say. */
export async function read({ page, url }: Visit, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(`${url}${path}`);
    await settle({ page });
  }
}

/** Waits until the page's scripts have sent what they had to send. */
export async function settle({ page }: Pick<Visit, 'page'>): Promise<void> {
  await page
    .waitForNetworkIdle({ idleTime: 400, concurrency: 1, timeout: 5_000 })
    .catch(() => undefined);
}
