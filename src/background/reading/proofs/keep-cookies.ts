import browser from 'webextension-polyfill';
import { cookieOf, detailsOf } from '../../../capture/edited-cookie.js';
import { readSetCookie } from '../../../engine/cookies/set-cookie.js';
import { siteOf } from '../../../engine/normalize/addresses/site.js';
import type { Discarded } from '../../../recording/proofs/around-proofs.js';
import { storeOf } from '../jar.js';

/**
 * Puts into the jar what a server gave in place of what it takes no more: without that, a proof
 * that met a session whose id changes with every request would have ended it.
 */
export async function keepCookies(
  { tabId, shown }: { tabId: number; shown: string },
  names: readonly string[],
  { url, lines }: Discarded,
): Promise<void> {
  const storeId = (await storeOf(tabId)) ?? '';
  const now = Date.now();
  for (const line of lines) {
    const { name, value, attributes, expiresAt = null, rejected } = readSetCookie(line, url, now);
    if (!names.includes(name) || rejected) continue;
    const partition = attributes.partitioned ? siteOf(shown) : null;
    const cookie = cookieOf(
      { ...attributes, name, value, expiresAt, partition },
      undefined,
      storeId,
    );
    await browser.cookies.set(detailsOf(cookie, url.startsWith('https:')));
  }
}
