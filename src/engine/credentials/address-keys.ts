import { addressOf } from '../address.js';
import { remembered } from '../memo.js';
import type { Exchange } from '../model.js';
import { originOf, parseUrl } from '../normalize/addresses/site.js';
import { refreshAddress } from '../normalize/bodies/leads-on.js';
import { parametersOf } from '../normalize/addresses/url-parameters.js';
import { type Candidate, isHarmlessName } from '../places/candidate.js';
import { looksRandom } from '../values/ids/entropy.js';
import { hintOf } from '../values/names/name-hint.js';
import { isUuid } from '../values/ids/uuid.js';
import type { CredentialStore } from './credential-store.js';
import type { ExchangeScene } from './scene.js';
import { regex } from '../regex.js';

// A session's id in addresses, where no name says so: a part of the path
// (`/mail/ada/43705A88…/folder`), or a parameter that is called anything. Without any cookie
// nothing else in the addresses of pages can say who asks; what numbers a record looks the same,
// and stands beside a cookie.

/** Name of what has none. */
const PATH = 'path';
const LEAST = 22;
const MOST = 128;
/** Bytes in hexadecimal: fewer are what databases number records with. */
const HEX = /^[0-9a-f]+$/i;
const LEAST_HEX = 32;
/** Steps of a login protocol or of a dialogue, which are over soon. */
const OF_STEP = regex('i')`
  ^(?:code|ticket|req(?:uest)?(?:_(?:uri|id))?|hmac|mac|sig(?:nature)?|flow|execution
  |(?:login|consent|logout)_challenge|interaction|continue|next|return\w*|redirect\w*|url
  |target|goto|ref(?:errer)?|tx\w*)$`;

interface Key {
  locator: string;
  value: string;
}

/**
 * Sees the keys in the addresses to which the answer to a password sends, where no cookie knows the
 * user.
 */
export function seeGivenKeys(
  store: CredentialStore,
  { url, request, response, redirectUrl }: Exchange,
  { at, ref }: ExchangeScene,
): string[] {
  if (request.body?.passwordField === undefined) return [];
  const headers = [...request.headers, ...(response?.headers ?? [])];
  if (headers.some(({ name }) => name === 'cookie' || name === 'set-cookie')) return [];
  if (hasCookie(store, url)) return [];
  const origin = originOf(url);
  const before = new Set(keysIn(url).map(({ value }) => value));
  const place = { carrier: 'url', direction: 'received', origin, at, exchange: ref } as const;
  return ledTo(url, redirectUrl, response)
    .filter((address) => originOf(address) === origin)
    .flatMap((address) => keysIn(address))
    .filter(({ value }) => !before.has(value))
    .map(({ locator, value }) => {
      const { id } = store.token(value, { ...place, locator });
      store.behaved(id, { givenInAddress: true });
      return id;
    });
}

/** Its host gave one, which the recording may leave out of requests. */
function hasCookie(store: CredentialStore, url: string): boolean {
  const host = parseUrl(url)?.hostname;
  return store
    .records()
    .some(({ kind, host: of, cookie }) => kind === 'cookie' && of === host && !cookie?.clearedAt);
}

/** Where an answer sends the browser: by its status, its `Refresh` header, or its page. */
function ledTo(
  url: string,
  redirectUrl: string | undefined,
  response: Exchange['response'],
): string[] {
  if (redirectUrl !== undefined) return [redirectUrl];
  const refresh = (response?.headers ?? [])
    .filter(({ name }) => name === 'refresh')
    .map(({ value }) => refreshAddress(value));
  return [...refresh, ...(response?.body?.leadsTo ?? [])].flatMap(
    (address) => addressOf(address, url)?.href ?? [],
  );
}

/** Sees those that an address brings back, but for those that were seen there by their names. */
export function seeKeys(
  store: CredentialStore,
  url: string,
  { at, ref }: ExchangeScene,
  named: readonly Candidate[],
): string[] {
  const isSeen = (key: Key) =>
    named.some(({ locator, value }) => locator === key.locator && value === key.value);
  const place = { carrier: 'url', direction: 'sent', at, exchange: ref } as const;
  return keysIn(url).flatMap((key) => {
    const { locator, value } = key;
    const known = isSeen(key) ? undefined : store.byValue(value);
    const isOne = known?.sightings.some((one) => one.carrier === 'url' && one.locator === locator);
    if (!known || !isOne) return [];
    return [store.see(known.id, { ...place, locator, origin: originOf(url) }).id];
  });
}

/** What may be one, and is called nothing that is known. */
function keysIn(url: string): readonly Key[] {
  const address = url.length < LEAST ? undefined : parseUrl(url);
  return address ? keysOf(address) : [];
}

const keysOf = remembered((address: URL): Key[] => {
  const segments = address.pathname.split('/').map((value) => ({ locator: PATH, value }));
  const parameters = address.search === '' ? [] : parametersOf(address);
  const named = parameters.map(([locator, value]) => ({ locator, value }));
  return [...segments, ...named.filter(({ locator }) => isOpen(locator))].filter(isKey);
});

function isOpen(name: string): boolean {
  return !hintOf(name) && !OF_STEP.test(name) && !isHarmlessName(name);
}

function isKey({ value }: Key): boolean {
  if (value.length < LEAST || value.length > MOST || isUuid(value)) return false;
  return HEX.test(value) ? value.length >= LEAST_HEX : looksRandom(value);
}
