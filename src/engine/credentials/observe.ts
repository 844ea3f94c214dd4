import { readCookieHeader } from '../cookies/cookie-header.js';
import type { Body, Direction, Exchange, JarSnapshot, StorageSnapshot } from '../model.js';
import { candidatesInBody } from '../places/in-body.js';
import { candidatesInHeaders } from '../places/in-headers.js';
import { candidatesInStorage, unnamedInStorage } from '../places/in-storage.js';
import { candidatesInUrl } from '../places/in-url.js';
import { unnamedInBody, unnamedInHeaders, unnamedInUrl } from '../places/unnamed.js';
import { seeGivenKeys, seeKeys } from './address-keys.js';
import { noteMessages } from './answer.js';
import { clearSiteData } from './clear-site-data.js';
import { joinParts } from './cookie-parts.js';
import type { CredentialStore } from './credential-store.js';
import { joinGiven } from './given-parts.js';
import { noteGone } from './gone.js';
import { seeKeptInCookies } from './kept-in-cookie.js';
import { markPairs, withoutPairs } from './kept-pairs.js';
import { seeReferer } from './in-referer.js';
import { seeJarCookie } from './jar-cookies.js';
import { noteByFile } from './note-by-file.js';
import { noteGuard } from './note-guard.js';
import { noteMasked } from './note-masked.js';
import { noteRenewal } from './note-renewal.js';
import { noteRepeated } from './note-repeated.js';
import { noteSinceLogin } from './note-since-login.js';
import { seeHidden, seeReturned, seeReturnedBody } from './observe-possible.js';
import type { ExchangeScene, Scene } from './scene.js';
import { seeAll } from './see-candidates.js';
import { seeSentCookies, type Sent } from './sent-cookies.js';
import { seeSentElsewhere } from './sent-elsewhere.js';
import { seeSetCookie } from './set-cookies.js';
import { seeUnnamed } from './see-unnamed.js';
import {
  noteLifetimeOfHeader,
  noteLifetimes,
  noteLifetimesIn,
  noteLifetimesInMessage,
} from './told-lifetime.js';

// From exchanges and snapshots to credentials: every value that may be one, seen where it stands.

/** Sees what a request carried. */
export function seeRequest(store: CredentialStore, exchange: Exchange, scene: ExchangeScene): Sent {
  const { url, request } = exchange;
  const headers = request.headers.filter(({ name }) => name === 'cookie');
  const sent = headers.map(({ value }) =>
    seeSentCookies(store, withoutPairs(store, readCookieHeader(value)), scene),
  );
  const cookies = sent.flatMap(({ carried }) => carried);
  const candidates = [
    ...candidatesInUrl(url, 'sent'),
    ...candidatesInHeaders(request.headers, 'sent'),
  ];
  const others = [
    ...seeAll(store, candidates, scene),
    ...seeReturned(store, exchange, scene, candidates),
    ...seeKeys(store, url, scene, candidates),
  ];
  noteLifetimesIn(store, url, candidates, scene.at);
  const unnamed = [...unnamedInUrl(url, 'sent'), ...unnamedInHeaders(request.headers, 'sent')];
  const carried = unique(
    cookies,
    others,
    seeUnnamed(store, unnamed, candidates, scene),
    seeBody(store, request.body, 'sent', scene),
  );
  seeReferer(store, exchange, scene);
  seeSentElsewhere(store, exchange, scene, carried);
  markPairs(store, cookies);
  noteRepeated(store, exchange, cookies);
  noteRenewal(store, carried);
  noteSinceLogin(store, exchange, carried);
  const kept = seeKeptInCookies(store, cookies, carried);
  return { carried: kept, emptied: sent.flatMap(({ emptied }) => emptied) };
}

/**
 * Sees the credentials in a WebSocket's messages, and tells their ids message by message; `opened`
 * are those with which it was opened.
 */
export function seeMessages(
  store: CredentialStore,
  { messages = [] }: Exchange,
  scene: ExchangeScene,
  opened: readonly string[],
): string[][] {
  const all: string[][] = [];
  const sent: string[][] = [];
  for (const { direction, body } of messages) {
    const found = candidatesInBody(body, direction, scene.url);
    const named = found.map((candidate) => ({ ...candidate, carrier: 'websocket' as const }));
    const unnamed = unnamedInBody(body, direction).map((one) => ({
      ...one,
      carrier: 'websocket' as const,
    }));
    const seen = unique(seeAll(store, named, scene), seeUnnamed(store, unnamed, named, scene));
    all.push(seen);
    if (direction === 'received') noteLifetimesInMessage(store, body, found, scene.at);
    // Pings and the transport's own words say nothing.
    if (direction === 'sent' && body.fields.length > 0) sent.push(seen);
  }
  const [first = [], ...others] = sent;
  if (others.length > 0)
    noteMessages(
      store,
      opened,
      first.filter((id) => others.every((one) => one.includes(id))),
    );
  return all;
}

/** Sees what a response gave; `changed` leaves out cookies that were only set again. */
export function seeResponse(
  store: CredentialStore,
  exchange: Exchange,
  scene: ExchangeScene,
): { set: string[]; changed: string[] } {
  const { response } = exchange;
  if (!response) return { set: [], changed: [] };
  const cookies = response.headers
    .filter(({ name }) => name === 'set-cookie')
    .flatMap((header) => seeSetCookie(store, header, scene) ?? []);
  joinGiven(store, cookies);
  const inHeaders = candidatesInHeaders(response.headers, 'received');
  const issued = unique(
    seeAll(store, inHeaders, scene),
    seeUnnamed(store, unnamedInHeaders(response.headers, 'received'), inHeaders, scene),
    seeGivenKeys(store, exchange, scene),
    seeBody(store, response.body, 'received', scene),
  );
  for (const { value } of response.headers.filter(({ name }) => name === 'location'))
    noteLifetimesIn(store, value, inHeaders, scene.at);
  noteLifetimeOfHeader(store, response.body, inHeaders, scene.at);
  const changed = cookies.filter((cookie) => cookie.changed);
  noteGuard(store, scene, changed, issued);
  noteByFile(store, exchange, scene, changed);
  noteMasked(store, issued);
  const cleared = clearSiteData(store, exchange, scene);
  return {
    set: unique(
      cookies.map(({ id }) => id),
      issued,
      cleared,
    ),
    changed: unique(
      changed.map(({ id }) => id),
      issued,
      cleared,
    ),
  };
}

/** Sees the credentials among a body's fields. */
export function seeBody(
  store: CredentialStore,
  body: Body | undefined,
  direction: Direction,
  scene: Scene,
): string[] {
  const candidates = candidatesInBody(body, direction, scene.url);
  const found = seeAll(store, candidates, scene);
  if (direction === 'received' && body) noteLifetimes(store, body, candidates, scene.at);
  const possible =
    direction === 'sent'
      ? seeReturnedBody(store, body, scene, candidates)
      : seeHidden(store, body, scene);
  const unnamed = seeUnnamed(store, unnamedInBody(body, direction), candidates, scene);
  return unique(found, possible, unnamed);
}

/**
 * Sees the cookie jar, or one web storage area, as it is at one moment; returns the ids of what is
 * gone from it.
 */
export function seeSnapshot(
  store: CredentialStore,
  snapshot: JarSnapshot | StorageSnapshot,
): string[] {
  if (snapshot.kind === 'storage') {
    const plain = { ...snapshot, items: withoutPairs(store, snapshot.items) };
    const scene = { url: snapshot.origin, at: snapshot.at };
    const candidates = candidatesInStorage(plain);
    seeAll(store, candidates, scene);
    seeUnnamed(store, unnamedInStorage(plain), candidates, scene);
  } else {
    const ids = withoutPairs(store, snapshot.cookies).map((cookie) =>
      seeJarCookie(store, cookie, snapshot.site, snapshot.at),
    );
    joinParts(store, snapshot.cookies, ids);
    markPairs(store, ids);
  }
  return noteGone(store, snapshot);
}

/** The lists as one, each id once. */
export function unique(...lists: readonly (readonly string[])[]): string[] {
  return lists.every(({ length }) => length === 0) ? [] : [...new Set(lists.flat())];
}
