import browser from 'webextension-polyfill';
import type { FetchBounds, FetchInPage, PageFetch } from '../../../capture/fetch.iife.js';
import { IS_FIREFOX } from '../../../capture/which-browser.js';
import { readSetCookie } from '../../../engine/cookies/set-cookie.js';
import type { Header } from '../../../engine/model.js';
import { type Probe, PROOF_LIMITS } from '../../../engine/proof/proof.js';
import { probeFragment } from '../../../recording/probes.js';
import { runIn } from '../frames.js';
import type { ProbePlace, Sent } from '../../../recording/proofs.js';
import { ruleOf } from './probe-rule.js';
import { ProbeWatch, type Watched } from './probe-watch.js';

/** `src/capture/fetch.iife.ts`, as `scripts/page-scripts.ts` builds it. */
const FILES = ['fetch.js'];

const BOUNDS: FetchBounds = {
  text: PROOF_LIMITS.text,
  bytes: 4_194_304,
  patience: 12_000,
};
/** Longer than the page's own patience. */
const WAIT = 15_000;

/** Rules live as long as the browser: that of a worker that ended is not to be met by number. */
const RULE = 1 + Math.floor(Math.random() * 1_000_000);

/** False where the browser has no such rules. */
export const canProve = (): boolean =>
  (browser.declarativeNetRequest as typeof browser.declarativeNetRequest | undefined)
    ?.updateSessionRules !== undefined;

/** Takes down what a worker that ended left. */
export async function clearRules(): Promise<void> {
  if (!canProve()) return;
  const rules = await browser.declarativeNetRequest.getSessionRules();
  const removeRuleIds = rules.map(({ id }) => id);
  if (removeRuleIds.length > 0)
    await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds });
}

/** Has a page make one request, changed by a rule that is there for this one alone. */
export async function sendProbe(probe: Probe, place: ProbePlace, mark: string): Promise<Sent> {
  const fragment = probeFragment(mark);
  const { tabId } = place;
  const watch = new ProbeWatch(tabId, fragment);
  try {
    const rule = ruleOf(RULE, probe, { tabId, fragment, isFirefox: IS_FIREFOX });
    if (!(await isUp([rule]))) return { failed: 'not-changed' };
    const { url, method } = probe;
    const credentials = credentialsOf(probe, place);
    const address = url.replace(/#.*/, '') + fragment;
    const fetched = await fetchIn(place, [address, method, credentials, BOUNDS]);
    if (!fetched) return { failed: 'gone' };
    const isAnswered = !('failed' in fetched);
    const seen = await watch.seen(isAnswered);
    if (seen.sent && !isAsWanted(seen.sent, probe)) return { failed: 'not-changed' };
    if ('failed' in fetched) return unread(fetched.failed, seen, probe, place);
    if (seen.status === undefined || !seen.sent) return { failed: 'not-changed' };
    return answerOf(fetched, seen, probe);
  } finally {
    watch.end();
    await isUp([]);
  }
}

/** Puts these in the place of what was there; false where the browser refuses a header in them. */
function isUp(addRules: ReturnType<typeof ruleOf>[]): Promise<boolean> {
  return browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [RULE], addRules }).then(
    () => true,
    () => false,
  );
}

/** Brings the script into the frame that asks, and has it ask; undefined where the page is gone. */
async function fetchIn(
  { tabId, frameId }: ProbePlace,
  args: Parameters<FetchInPage>,
): Promise<PageFetch | undefined> {
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: FILES }).catch(() => undefined);
  return runIn(tabId, frameId, ask, args, WAIT);
}

/** Runs in the frame, and is brought there as source. */
function ask(...args: Parameters<FetchInPage>): Promise<PageFetch> | undefined {
  return (globalThis as { fetchInPage?: FetchInPage }).fetchInPage?.(...args);
}

/**
 * With its cookies set by the rule the browser need add nothing, and then it takes nothing either: no
 * `Clear-Site-Data`, which it obeys before any rule could remove it, and no password dialog.
 */
function credentialsOf(
  { headers, credentials }: Probe,
  { httpAuth }: ProbePlace,
): RequestCredentials {
  const hasOwn = headers.some(({ name }) => name === 'cookie');
  return hasOwn && !httpAuth ? 'omit' : credentials;
}

/**
 * An answer that the page may not read (CORS, Fetch §3.3): many a server refuses without the headers
 * that would let it. How it refused the browser tells nevertheless; of an answer like the user's own
 * there is nothing to compare.
 */
function unread(
  failed: 'network' | 'timeout',
  seen: Watched,
  probe: Probe,
  { crossOrigin }: ProbePlace,
): Sent {
  const { status = 0 } = seen;
  if (failed !== 'network' || !crossOrigin || status === 0) return { failed };
  return status < 300 ? { failed: 'cors' } : answerOf({ length: 0, text: '' }, seen, probe);
}

/** The rule was there, and nothing else changed what it had changed. */
function isAsWanted(sent: readonly Header[], { headers }: Probe): boolean {
  return headers.every(
    ({ name, value }) => sent.find((one) => one.name === name.toLowerCase())?.value === value,
  );
}

function answerOf(
  { length, text }: { length: number; text: string },
  { status = 0, sent = [], received }: Watched,
  { url }: Probe,
): Sent {
  const first = (wanted: string) => received.find(({ name }) => name === wanted)?.value;
  const told = {
    location: first('location'),
    contentType: first('content-type'),
    wwwAuthenticate: first('www-authenticate'),
    retryAfter: first('retry-after'),
  };
  const lines = received.filter(({ name }) => name === 'set-cookie').map(({ value }) => value);
  const setsCookies = lines.map((line) => {
    const { name, value } = readSetCookie(line, url, Date.now());
    return { name, value };
  });
  return {
    answer: { status, length, text, sent, setsCookies, ...withoutUndefined(told) },
    lines,
  };
}

function withoutUndefined<T extends object>(told: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(told).filter(([, value]) => value !== undefined),
  ) as ReturnType<typeof withoutUndefined<T>>;
}
