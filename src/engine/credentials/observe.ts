import { readCookieHeader } from '../cookies/cookie-header.js';
import type { Body, Direction, Exchange, JarSnapshot, StorageSnapshot } from '../model.js';
import { originOf } from '../normalize/site.js';
import type { Candidate } from '../places/candidate.js';
import { candidatesInBody } from '../places/in-body.js';
import { candidatesInHeaders } from '../places/in-headers.js';
import { candidatesInStorage } from '../places/in-storage.js';
import { candidatesInUrl } from '../places/in-url.js';
import { LIMITS } from '../settings.js';
import { nameInPage } from '../values/field-name.js';
import { formatOf } from '../values/format.js';
import { formatFacts } from '../values/formats.js';
import { hintInForm, hintOf } from '../values/name-hint.js';
import { seeGivenKeys, seeKeys } from './address-keys.js';
import { noteMessages } from './answer.js';
import { clearSiteData } from './clear-site-data.js';
import { joinParts } from './cookie-parts.js';
import type { CredentialStore } from './credential-store.js';
import { noteGone } from './gone.js';
import { markPairs, withoutPairs } from './kept-pairs.js';
import { seeReferer } from './in-referer.js';
import { seeJarCookie } from './jar-cookies.js';
import { noteGuard } from './note-guard.js';
import { noteMasked } from './note-masked.js';
import { noteLeak } from './leaks.js';
import { seeHidden, seeReturned, seeReturnedBody } from './observe-possible.js';
import type { ExchangeScene, Scene } from './scene.js';
import { seeSentCookies } from './sent-cookies.js';
import { seeSetCookie } from './set-cookies.js';
import { noteLifetimes, noteLifetimesIn } from './told-lifetime.js';

// From exchanges and snapshots to credentials: every value that may be one, seen where it stands.

/** Sees what a request carried; returns the credentials' ids. */
export function seeRequest(
  store: CredentialStore,
  exchange: Exchange,
  scene: ExchangeScene,
): string[] {
  const { url, request } = exchange;
  const headers = request.headers.filter(({ name }) => name === 'cookie');
  const cookies = headers.flatMap(({ value }) =>
    seeSentCookies(store, withoutPairs(store, readCookieHeader(value)), scene),
  );
  const candidates = [
    ...candidatesInUrl(url, 'sent'),
    ...candidatesInHeaders(request.headers, 'sent'),
  ];
  const others = [
    ...seeAll(store, candidates, scene),
    ...seeReturned(store, exchange, scene, candidates),
    ...seeKeys(store, url, scene),
  ];
  noteLifetimesIn(store, url, candidates, scene.at);
  const carried = unique(cookies, others, seeBody(store, request.body, 'sent', scene));
  seeReferer(store, exchange, scene);
  markPairs(store, cookies);
  return carried;
}

/** Sees the credentials in a WebSocket's messages; `opened` are those with which it was opened. */
export function seeMessages(
  store: CredentialStore,
  { messages = [] }: Exchange,
  scene: ExchangeScene,
  opened: readonly string[],
): void {
  const sent: string[][] = [];
  for (const { direction, body } of messages) {
    const found = candidatesInBody(body, direction, scene.url);
    const seen = seeAll(
      store,
      found.map((candidate) => ({ ...candidate, carrier: 'websocket' as const })),
      scene,
    );
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
  const inHeaders = candidatesInHeaders(response.headers, 'received');
  const issued = unique(
    seeAll(store, inHeaders, scene),
    seeGivenKeys(store, exchange, scene),
    seeBody(store, response.body, 'received', scene),
  );
  for (const { value } of response.headers.filter(({ name }) => name === 'location'))
    noteLifetimesIn(store, value, inHeaders, scene.at);
  const changed = cookies.filter((cookie) => cookie.changed);
  noteGuard(store, scene, changed, issued);
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
  return unique(found, possible);
}

/** Sees the cookie jar, or one web storage area, as it is at one moment; returns the ids of what is gone from it. */
export function seeSnapshot(
  store: CredentialStore,
  snapshot: JarSnapshot | StorageSnapshot,
): string[] {
  if (snapshot.kind === 'storage') {
    seeAll(
      store,
      candidatesInStorage({ ...snapshot, items: withoutPairs(store, snapshot.items) }),
      { url: snapshot.origin, at: snapshot.at },
    );
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
  return [...new Set(lists.flat())];
}

function seeAll(store: CredentialStore, candidates: readonly Candidate[], scene: Scene): string[] {
  const perPlace = new Map<string, number>();
  for (const { carrier, locator } of candidates) {
    const place = `${carrier} ${locator}`;
    const count = (perPlace.get(place) ?? 0) + 1;
    perPlace.set(place, count);
    if (count === LIMITS.tokensPerText) store.crowded();
  }
  return candidates.map((candidate) => see(store, candidate, scene));
}

function see(
  store: CredentialStore,
  candidate: Candidate,
  { url, at, ref, pageSite, script }: Scene,
): string {
  const { carrier, locator, direction, value, scheme, said } = candidate;
  const origin = originOf(url);
  const place = { carrier, locator, direction, origin, at, ...(ref ? { exchange: ref } : {}) };
  const sighting = { ...place, ...(pageSite ? { pageSite } : {}) };
  const field = csrfFieldOf(candidate, store);
  const { id } =
    field === undefined
      ? store.token(value, sighting)
      : store.field(`field:${field} ${origin}`, value, sighting);
  if (said !== undefined && store.byId(id)?.heldAs !== said)
    store.change(id, (draft) => void (draft.heldAs = said));
  if (scheme !== undefined && store.byId(id)?.scheme !== scheme) {
    store.change(id, (draft) =>
      Object.assign(draft, { scheme }, scheme === 'basic' ? { format: 'basic' } : {}),
    );
  }
  if (script !== undefined && direction === 'sent') {
    store.change(id, (draft) =>
      noteLeak(draft, { ...place, through: 'third-party-script', script }),
    );
  }
  return id;
}

/**
 * Servers give an anti-CSRF field a new value with every page; its name and origin stay. A form sends
 * it back under its name, where a client of OAuth may send a token that it has (RFC 7009 §2.1).
 */
function csrfFieldOf(
  { carrier, locator, direction, value }: Candidate,
  store: CredentialStore,
): string | undefined {
  if (carrier !== 'body' || (direction === 'sent' && isKnownToken(value, store))) return undefined;
  const inPage = nameInPage(locator);
  const isForm = direction === 'sent' && !locator.startsWith('/');
  const name = inPage ?? (isForm ? locator : undefined);
  if (name === undefined) return undefined;
  const hint = inPage === undefined ? hintOf(name) : hintInForm(name);
  return hint?.role === 'csrf' || /^_?token$/i.test(name) ? name : undefined;
}

function isKnownToken(value: string, store: CredentialStore): boolean {
  return store.byValue(value)?.kind === 'token' || formatFacts(formatOf(value).format).unmistakable;
}
