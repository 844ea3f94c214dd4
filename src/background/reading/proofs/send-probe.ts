import browser from 'webextension-polyfill';
import type { FetchInPage } from '../../../capture/fetch.iife.js';
import { IS_FIREFOX } from '../../../capture/which-browser.js';
import { withoutFragment } from '../../../engine/address.js';
import type { Probe } from '../../../engine/proof/probe-messages.js';
import { probeFragment } from '../../../recording/proofs/probes.js';
import { runIn } from '../frames.js';
import { answerTo, type Read, READ_BOUNDS } from '../../../recording/proofs/probe-answer.js';
import { withLent } from '../../../recording/requests/lent.js';
import type { ProbePlace, Sent } from '../../../recording/proofs/around-proofs.js';
import { ruleOf } from './probe-rule.js';
import { ProbeWatch } from './probe-watch.js';

/** `src/capture/fetch.iife.ts`, as `scripts/page-scripts.ts` builds it. */
const FILES = ['fetch.js'];

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
export async function sendProbe(asked: Probe, place: ProbePlace, mark: string): Promise<Sent> {
  const probe = withLent(asked, place.lent);
  const fragment = probeFragment(mark);
  const { tabId } = place;
  const watch = new ProbeWatch(tabId, fragment);
  try {
    const rule = ruleOf(RULE, probe, { tabId, fragment, isFirefox: IS_FIREFOX });
    if (!(await isUp([rule]))) return { failed: 'not-changed' };
    const { url, method } = probe;
    const credentials = credentialsOf(probe, place);
    const address = withoutFragment(url) + fragment;
    const fetched = await fetchIn(place, [address, method, credentials, READ_BOUNDS]);
    if (!fetched) return { failed: 'gone' };
    const isAnswered = !('failed' in fetched);
    const seen = await watch.seen(isAnswered);
    return answerTo(probe, fetched, seen, { crossOrigin: place.crossOrigin, at: Date.now() });
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
): Promise<Read | undefined> {
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: FILES }).catch(() => undefined);
  return runIn(tabId, frameId, ask, args, WAIT);
}

/** Runs in the frame, and is brought there as source. */
function ask(...args: Parameters<FetchInPage>): Promise<Read> | undefined {
  return (globalThis as { fetchInPage?: FetchInPage }).fetchInPage?.(...args);
}

/**
 * With its cookies set by the rule the browser need add nothing, and then it takes nothing either:
 * no `Clear-Site-Data`, which it obeys before any rule could remove it, and no password dialog.
 */
function credentialsOf(
  { headers, credentials }: Probe,
  { httpAuth }: ProbePlace,
): RequestCredentials {
  const hasOwn = headers.some(({ name }) => name === 'cookie');
  return hasOwn && !httpAuth ? 'omit' : credentials;
}
