import type { HTTPRequest, Page } from 'puppeteer-core';
import type { Snapshot, StorageSnapshot } from '../../src/engine/model.js';
import type { ContextJar } from './jar.js';

/** Puts a saved state into the browser of a page, before anything is visited. */
export async function fillBrowser(
  page: Page,
  jar: ContextJar,
  state: readonly Snapshot[],
): Promise<void> {
  await jar.put(state.flatMap((one) => (one.kind === 'jar' ? one.cookies : [])));
  const areas = state.filter(isFillable);
  if (areas.length > 0) await fillStorage(page, areas);
}

/** Records of databases are told by what they hold: how to put them back is not. */
function isFillable(one: Snapshot): one is StorageSnapshot {
  return one.kind === 'storage' && one.area !== 'indexedDB' && /^https?:/.test(one.origin);
}

/** Else the browser asks the server for one. */
const WITHOUT_ICON = '<link rel="icon" href="data:,">';

/** Storage belongs to an origin: an empty page of each is shown, and no server asked for it. */
async function fillStorage(page: Page, areas: readonly StorageSnapshot[]): Promise<void> {
  const answer = { status: 200, contentType: 'text/html', body: WITHOUT_ICON };
  const empty = (request: HTTPRequest) => void request.respond(answer).catch(() => undefined);
  await page.setRequestInterception(true);
  page.on('request', empty);
  for (const { origin, area, items } of areas) {
    if (page.url() !== `${origin}/`) await page.goto(`${origin}/`);
    const pairs = JSON.stringify(items.map(({ key, value }) => [key, value]));
    await page.evaluate(
      `for (const [key, value] of ${pairs}) window[${JSON.stringify(area)}].setItem(key, value)`,
    );
  }
  page.off('request', empty);
  await page.setRequestInterception(false);
}
