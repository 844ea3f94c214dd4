import type { CredentialDraft } from './draft.js';
import type {
  Body,
  Credential,
  Direction,
  Exchange,
  ExchangeRef,
  JarSnapshot,
  Millis,
  StorageSnapshot,
} from '../model.js';
import { readCookieHeader } from '../cookies/cookie-header.js';
import { originOf } from '../normalize/site.js';
import type { Candidate } from '../places/candidate.js';
import { clearSiteData } from './clear-site-data.js';
import {
  type CookieContext,
  joinParts,
  seeJarCookie,
  seeSentCookies,
  seeSetCookie,
} from './cookies.js';
import type { CredentialStore } from './credential-store.js';
import { noteGone } from './gone.js';
import { candidatesInBody } from '../places/in-body.js';
import { candidatesInHeaders } from '../places/in-headers.js';
import { candidatesInStorage } from '../places/in-storage.js';
import { candidatesInUrl } from '../places/in-url.js';
import { noteLeak } from './leaks.js';
import { seeReferer } from './in-referer.js';
import { hintOf } from '../values/name-hint.js';

// From exchanges and snapshots to credentials: every value that may be one, seen where it stands.

/** Where and when a value is seen; without `ref` it is a snapshot's. */
interface Scene {
  url: string;
  at: Millis;
  ref?: ExchangeRef;
  pageSite?: string;
  script?: string;
}

/** Sees what a request carried; returns the credentials' ids. */
export function seeRequest(
  store: CredentialStore,
  exchange: Exchange,
  context: CookieContext,
): string[] {
  const { url, request } = exchange;
  const headers = request.headers.filter(({ name }) => name === 'cookie').map(({ value }) => value);
  const cookies = headers.flatMap((value) =>
    seeSentCookies(store, readCookieHeader(value), context),
  );
  const candidates = [
    ...candidatesInUrl(url, 'sent'),
    ...candidatesInHeaders(request.headers, 'sent'),
  ];
  const carried = unique(
    cookies,
    seeAll(store, candidates, context),
    seeBody(store, request.body, 'sent', context),
  );
  seeReferer(store, exchange, context.at, context.ref);
  return carried;
}

/** Sees the credentials in a WebSocket's messages. */
export function seeMessages(
  store: CredentialStore,
  { messages = [] }: Exchange,
  context: CookieContext,
): void {
  for (const { direction, body } of messages) {
    const candidates = candidatesInBody(body, direction).map((found) => ({
      ...found,
      carrier: 'websocket' as const,
    }));
    seeAll(store, candidates, context);
  }
}

/** Sees what a response gave; `changed` leaves out cookies that were only set again. */
export function seeResponse(
  store: CredentialStore,
  exchange: Exchange,
  context: CookieContext,
): { set: string[]; changed: string[] } {
  const { response } = exchange;
  if (!response) return { set: [], changed: [] };
  const cookies = response.headers
    .filter(({ name }) => name === 'set-cookie')
    .flatMap(({ value }) => seeSetCookie(store, value, context) ?? []);
  const issued = unique(
    seeAll(store, candidatesInHeaders(response.headers, 'received'), context),
    seeBody(store, response.body, 'received', context),
  );
  const changed = cookies.filter((cookie) => cookie.changed);
  const cleared = clearSiteData(store, exchange, context);
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
  return seeAll(store, candidatesInBody(body, direction), scene);
}

/** Sees the cookie jar, or one web storage area, as it is at one moment; returns what is gone from it. */
export function seeSnapshot(
  store: CredentialStore,
  snapshot: JarSnapshot | StorageSnapshot,
): CredentialDraft[] {
  if (snapshot.kind === 'storage') {
    seeAll(store, candidatesInStorage(snapshot), { url: snapshot.origin, at: snapshot.at });
  } else {
    for (const cookie of snapshot.cookies) seeJarCookie(store, cookie, snapshot.site, snapshot.at);
    joinParts(store, snapshot.cookies);
  }
  return noteGone(store, snapshot);
}

/** The lists as one, each id once. */
export function unique(...lists: string[][]): string[] {
  return [...new Set(lists.flat())];
}

function seeAll(store: CredentialStore, candidates: Candidate[], scene: Scene): string[] {
  return candidates.flatMap((candidate) => see(store, candidate, scene) ?? []);
}

function see(
  store: CredentialStore,
  candidate: Candidate,
  { url, at, ref, pageSite, script }: Scene,
): string | undefined {
  const { carrier, locator, direction, value } = candidate;
  const origin = originOf(url);
  const sighting = {
    carrier,
    locator,
    direction,
    at,
    origin,
    ...(pageSite ? { pageSite } : {}),
    ...(ref ? { exchange: ref } : {}),
  };
  const field = csrfFieldOf(candidate);
  const credential = field
    ? store.field(`field:${field} ${origin}`, value, sighting)
    : store.token(value, sighting);
  if (credential && candidate.scheme !== undefined) credential.scheme = candidate.scheme;
  if (credential && candidate.scheme === 'basic') credential.format = 'basic';
  if (credential && script !== undefined && direction === 'sent') {
    noteLeak(credential, {
      through: 'third-party-script',
      carrier,
      locator,
      origin,
      script,
      at,
      ...(ref ? { exchange: ref } : {}),
    });
  }
  return credential?.id;
}

/** Servers give an anti-CSRF field a new value with every page; its name and origin stay. */
function csrfFieldOf({ carrier, locator, direction }: Candidate): string | undefined {
  if (carrier !== 'body' || direction !== 'received') return undefined;
  const name = /^(?:input|meta)\[(.*)\]$/.exec(locator)?.[1];
  return name !== undefined && (hintOf(name)?.role === 'csrf' || /^_?token$/i.test(name))
    ? name
    : undefined;
}
