import type { CookiePair } from '../cookies/cookie-header.js';
import type { Credential, Millis } from '../model.js';
import { parseUrl } from '../normalize/site.js';
import { isLive } from './credential-state.js';
import type { CredentialStore } from './credential-store.js';
import { joinParts } from './cookie-parts.js';
import {
  changeValue,
  endLife,
  endsLife,
  placeOf,
  reachingIds,
  settleSite,
} from './cookie-shelf.js';
import type { ExchangeScene } from './scene.js';

/** A request this shortly after a deletion was under way when it came. */
const UNDER_WAY: Millis = 1_000;

/** Sees the cookies of a request; returns their credentials' ids. */
export function seeSentCookies(
  store: CredentialStore,
  pairs: readonly CookiePair[],
  scene: ExchangeScene,
): string[] {
  const ids: string[] = [];
  for (const { name, value } of pairs) {
    const known =
      sentCookie(store, name, value, scene, ids) ?? unknownCookie(store, name, value, scene);
    seeSent(store, known, value, scene);
    ids.push(known.id);
  }
  joinParts(store, pairs, ids);
  return ids;
}

function seeSent(
  store: CredentialStore,
  known: Credential,
  value: string,
  scene: ExchangeScene,
): void {
  const { id, name } = known;
  const { at, url } = scene;
  if (!known.cookie?.setBy) store.change(id, (draft) => settleSite(draft, url));
  if (endsLife(known, value)) {
    if (isLive(known, at)) endLife(store, id, at);
  } else if (!isLate(known, value, at)) {
    changeValue(store, id, value, { at, wasHeld: isLive(known, at) });
  }
  store.see(id, placeOf(name, 'sent', scene));
}

/** It was deleted just now, by the answer to a request beside this one. */
function isLate({ value: last, cookie }: Credential, value: string, at: Millis): boolean {
  return cookie?.clearedAt !== undefined && value === last && at - cookie.clearedAt < UNDER_WAY;
}

/** The known cookie that a Cookie header's pair is: by name, domain, path, Secure and partition, and by value if several fit. */
function sentCookie(
  store: CredentialStore,
  name: string,
  value: string,
  { request, url, at }: ExchangeScene,
  claimed: readonly string[],
): Credential | undefined {
  const host = parseUrl(url)?.hostname;
  const unknown = store
    .cookiesNamed(name)
    .filter((cookie) => cookie.attributes?.domain === undefined && cookie.host === host);
  const reaching = reachingIds(store, { name, value }, request).flatMap(
    (id) => store.byId(id) ?? [],
  );
  const fitting = [...reaching, ...unknown].filter(({ id }) => !claimed.includes(id));
  return (
    fitting.find((cookie) => cookie.value === value) ??
    fitting.find((cookie) => isLive(cookie, at)) ??
    fitting[0]
  );
}

/** A cookie seen only being sent: its attributes are unknown until it is set or the jar is read. */
function unknownCookie(
  store: CredentialStore,
  name: string,
  value: string,
  scene: ExchangeScene,
): Credential {
  const place = placeOf(name, 'sent', scene);
  const identity = `cookie:${JSON.stringify([name, parseUrl(scene.url)?.hostname ?? '', 'unknown'])}`;
  return store.byIdentity(identity) ?? store.create('cookie', identity, value, place);
}
