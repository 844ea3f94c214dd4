import type { Exchange } from '../model.js';
import { originOf, parseUrl } from '../normalize/site.js';
import { looksRandom } from '../values/entropy.js';
import type { CredentialStore } from './credential-store.js';
import type { ExchangeScene } from './scene.js';

// A session's id as a part of the path: `/mail/ada/43705A88…/folder`. Without any cookie nothing else in
// the addresses of pages can say who asks; what numbers a record looks the same, and stands beside one.

/** Name of the place. */
const PATH = 'path';
const LEAST = 22;
const MOST = 128;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Bytes in hexadecimal: fewer are what databases number records with. */
const HEX = /^[0-9a-f]+$/i;
const LEAST_HEX = 32;

/** Sees the keys in the path to which the answer to a password sends, where no cookie knows the user. */
export function seeGivenPathKeys(
  store: CredentialStore,
  { url, request, response, redirectUrl }: Exchange,
  { at, ref }: ExchangeScene,
): string[] {
  if (request.body?.passwordField === undefined || redirectUrl === undefined) return [];
  const headers = [...request.headers, ...(response?.headers ?? [])];
  if (headers.some(({ name }) => name === 'cookie' || name === 'set-cookie')) return [];
  if (originOf(redirectUrl) !== originOf(url)) return [];
  const before = new Set(keysIn(url));
  const origin = originOf(url);
  const place = { carrier: 'url', locator: PATH, direction: 'received', origin, at } as const;
  return keysIn(redirectUrl)
    .filter((key) => !before.has(key))
    .map((key) => store.token(key, { ...place, exchange: ref }).id);
}

/** Sees those that an address brings back. */
export function seePathKeys(
  store: CredentialStore,
  url: string,
  { at, ref }: ExchangeScene,
): string[] {
  const origin = originOf(url);
  const place = { carrier: 'url', locator: PATH, direction: 'sent', origin, at } as const;
  return keysIn(url).flatMap((key) => {
    const known = store.byValue(key);
    const isOne = known?.sightings.some(
      ({ locator, carrier }) => carrier === 'url' && locator === PATH,
    );
    return known && isOne ? [store.see(known.id, { ...place, exchange: ref }).id] : [];
  });
}

function keysIn(url: string): string[] {
  const segments = (parseUrl(url)?.pathname ?? '').split('/');
  return segments.filter((one) => one.length >= LEAST && one.length <= MOST && isKey(one));
}

function isKey(segment: string): boolean {
  if (UUID.test(segment)) return false;
  return HEX.test(segment) ? segment.length >= LEAST_HEX : looksRandom(segment);
}
