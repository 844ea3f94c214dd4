import type { Credential, Exchange, ExchangeRef, Leak, Millis } from '../model.js';
import { originOf, parseUrl, registrableDomain } from '../normalize/site.js';
import { tokensIn } from './candidate.js';
import type { CredentialStore } from './credential-store.js';
import { candidatesInUrl, parametersOf } from './in-url.js';
import { isTelling } from './value-index.js';

// Ways out that a credential's own use does not show. They are kept apart from its sightings: what it
// is and how it is used are judged by those alone.

const MAX_LEAKS = 20;

type NewLeak = Omit<Leak, 'firstAt' | 'lastAt' | 'count' | 'exchange'> & { at: Millis; exchange?: ExchangeRef };

/** Notes a leak, or raises the count of the same one. */
export function noteLeak(credential: Credential, { at, exchange, ...way }: NewLeak): void {
  const leaks = (credential.leaks ??= []);
  const known = leaks.find((leak) => isSameWay(leak, way));
  if (known) Object.assign(known, { lastAt: at, count: known.count + 1 });
  else if (leaks.length < MAX_LEAKS) leaks.push({ ...way, firstAt: at, lastAt: at, count: 1, ...(exchange ? { exchange } : {}) });
}

/** Gives a credential the leaks of another that turned out to be the same. */
export function joinLeaks(credential: Credential, leaks: readonly Leak[]): void {
  for (const { firstAt, lastAt, count, exchange, ...way } of leaks) {
    noteLeak(credential, { ...way, at: firstAt, ...(exchange ? { exchange } : {}) });
    const joined = credential.leaks?.find((leak) => isSameWay(leak, way));
    if (joined) Object.assign(joined, { lastAt: Math.max(joined.lastAt, lastAt), count: joined.count + count - 1 });
  }
}

/**
 * Sees what the Referer header (RFC 9110 §10.1.3) tells another origin: values that are known, and
 * tokens, whose page was then asked for with them.
 */
export function seeReferer(store: CredentialStore, { url, request }: Exchange, at: Millis, exchange: ExchangeRef): void {
  const referer = request.headers.find(({ name }) => name === 'referer')?.value ?? '';
  const page = parseUrl(referer);
  const origin = originOf(url);
  if (!page || !page.protocol.startsWith('http') || page.origin === origin) return;
  const named = parametersOf(page).map(([locator, value]) => ({ locator, value })).filter(({ value }) => isTelling(value));
  const told = new Set<Credential>();
  for (const { locator, value } of [...named, ...candidatesInUrl(referer, 'sent')]) {
    const token = tokensIn(value)[0] === value;
    const place = { carrier: 'url', locator, direction: 'sent', origin: page.origin, at } as const;
    const credential = store.byValue(value) ?? (token ? store.token(value, place) : undefined);
    if (credential) told.add(credential);
  }
  for (const credential of told) noteLeak(credential, { through: 'referer', carrier: 'header', locator: 'referer', origin, at, exchange });
}

/** Origin of the script that made a request, where it is known and of another site than its page. */
export function foreignScriptOf({ script, type, initiator, topUrl }: Exchange): string | undefined {
  // The initiator of a sandboxed frame is `null`.
  const page = [initiator, topUrl].find((url) => url !== undefined && parseUrl(url)?.hostname);
  if (script === undefined || page === undefined || type === 'document') return undefined;
  return domainOf(script) === domainOf(page) ? undefined : script;
}

type Way = Pick<Leak, 'through' | 'carrier' | 'locator' | 'origin' | 'script'>;

function isSameWay(a: Way, b: Way): boolean {
  return a.through === b.through && a.carrier === b.carrier && a.locator === b.locator && a.origin === b.origin && a.script === b.script;
}

function domainOf(url: string): string {
  return registrableDomain(parseUrl(url)?.hostname ?? '');
}
