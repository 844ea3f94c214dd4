import type { BrowserContext, CDPSession, HTTPRequest, Page } from 'puppeteer-core';
import fetchScript from 'virtual:fetch-script';
import { withoutFragment } from '../../src/engine/address.js';
import type { FetchInPage } from '../../src/capture/fetch.iife.js';
import type { Probe } from '../../src/engine/proof/probe-messages.js';
import { answerTo, type Read, READ_BOUNDS } from '../../src/recording/proofs/probe-answer.js';
import type { Sent } from '../../src/recording/proofs/around-proofs.js';
import { ContextJar } from './jar.js';
import { ProbeTraffic } from './probe-traffic.js';
import { cookiesFor } from './withheld.js';

/** From where a request is repeated. */
export interface ProbeOrigin {
  origin: string;
  crossOrigin: boolean;
}

/**
 * Repeats a request in a browser context of its own, into which the visit's cookies are put:
 * whatever the server sets or ends there, the visit's own jar and pages stay as they are.
 */
export async function sendProbe(
  visited: BrowserContext,
  probe: Probe,
  where: ProbeOrigin,
): Promise<Sent> {
  const twin = await visited.browser().createBrowserContext();
  try {
    const [from, to] = [await ContextJar.of(visited), await ContextJar.of(twin)];
    await to.put(cookiesFor(probe, await from.cookies()));
    const page = await twin.newPage();
    await standAt(page, probe, where.origin);
    const cdp = await page.createCDPSession();
    return await repeat(page, cdp, probe, where);
  } finally {
    await twin.close().catch(() => undefined);
  }
}

/**
 * An empty page of the origin that asked; nothing leaves it but the one request, changed as it
 * says.
 */
async function standAt(page: Page, probe: Probe, origin: string): Promise<void> {
  const place = `${origin}/`;
  let isThere = false;
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (!isThere && request.isNavigationRequest() && request.url() === place)
      return void request.respond({ status: 200, contentType: 'text/html', body: '' });
    const isProbe = isThere && request.url() === withoutFragment(probe.url);
    return void (
      isProbe ? request.continue({ headers: changed(request, probe) }) : request.abort()
    ).catch(() => undefined);
  });
  await page.goto(place);
  isThere = true;
}

/** The browser's own headers with those of the probe; its cookies are the jar's. */
function changed(request: HTTPRequest, { headers }: Probe): Record<string, string> {
  const all = new Map(Object.entries(request.headers()));
  for (const { name, value } of headers) {
    const key = name.toLowerCase();
    if (key === 'cookie') continue;
    if (value === undefined) all.delete(key);
    else all.set(key, value);
  }
  return Object.fromEntries(all);
}

async function repeat(
  page: Page,
  cdp: CDPSession,
  probe: Probe,
  { crossOrigin }: ProbeOrigin,
): Promise<Sent> {
  const url = withoutFragment(probe.url);
  const traffic = await ProbeTraffic.of(cdp, url);
  const read = await page.evaluate(
    ask,
    fetchScript,
    url,
    probe.method,
    probe.credentials,
    READ_BOUNDS,
  );
  const seen = await traffic.seen(probe, !('failed' in read));
  return answerTo(probe, read, seen, { crossOrigin, at: Date.now() });
}

/** Runs in the page. */
function ask(script: string, ...args: Parameters<FetchInPage>): Promise<Read> {
  // oxlint-disable-next-line no-eval -- the page is empty, and the script is Credtrail's own
  (0, eval)(script);
  return (globalThis as { fetchInPage?: FetchInPage }).fetchInPage!(...args);
}
