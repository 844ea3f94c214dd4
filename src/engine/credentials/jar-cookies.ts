import { cookieKey } from '../cookies/cookie-jar.js';
import type { CookieAttributes, Credential, JarCookie, Millis } from '../model.js';
import { adoptUnknown, changeValue, endLife, endsLife } from './cookie-shelf.js';
import { isLive } from './credential-state.js';
import type { CredentialStore } from './credential-store.js';
import type { NewSighting } from './sighting.js';
import type { CredentialDraft } from './draft.js';

/** Sees a cookie in the browser's jar; returns its credential's id. */
export function seeJarCookie(
  store: CredentialStore,
  cookie: JarCookie,
  site: string,
  at: Millis,
): string {
  const identity = `cookie:${cookieKey(cookie.name, cookie, cookie.partitionKey)}`;
  const known = store.byIdentity(identity) ?? adoptUnknown(store, cookie, identity);
  // The tab may be between two pages; the response that set it knows better.
  const scheme =
    known?.cookie?.setOver ?? (!cookie.secure && site.startsWith('http:') ? 'http' : 'https');
  const place: NewSighting = {
    carrier: 'cookie',
    locator: cookie.name,
    direction: 'stored',
    origin: `${scheme}://${cookie.domain}`,
    at,
  };
  if (known && endsLife(known, cookie.value)) {
    if (isLive(known, at)) endLife(store, known.id, at);
    return known.id;
  }
  if (known && isOlder(known, cookie.value)) return known.id;
  const { id } = known ?? store.create('cookie', identity, cookie.value, place);
  const wasHeld = known === undefined || isLive(known, at);
  changeValue(store, id, cookie.value, { at, wasHeld });
  store.change(id, (draft) => describe(draft, cookie));
  store.see(id, place);
  return id;
}

/**
 * A value that a response has replaced since: the jar was saved before that response came, whatever
 * time it was given. Nothing says that a script brought it back.
 */
function isOlder({ value, pastValues, life }: Credential, held: string): boolean {
  if (value === held || !pastValues.includes(held)) return false;
  const last = life.findLast(({ type }) => type === 'rotated' || type === 'issued');
  return last?.exchange !== undefined;
}

function describe(draft: CredentialDraft, cookie: JarCookie): void {
  const { httpOnly, secure, sameSite, domain, path, hostOnly, partitioned, persistent, expiresAt } =
    cookie;
  const told = {
    httpOnly,
    secure,
    sameSite: keepAsked(draft, sameSite),
    domain,
    path,
    hostOnly,
    partitioned,
    persistent,
  };
  draft.attributes = Object.fromEntries(
    Object.entries(told).filter(([, value]) => value !== undefined),
  );
  draft.expires = persistent ? 'at' : 'session';
  if (expiresAt === undefined) delete draft.expiresAt;
  else draft.expiresAt = expiresAt;
}

/** A jar says `unset` as `lax` in some browsers; what the server asked for is what rules judge. */
function keepAsked(
  { attributes, cookie }: Pick<Credential, 'attributes' | 'cookie'>,
  jar: CookieAttributes['sameSite'] | undefined,
) {
  return attributes?.sameSite === 'unset' && cookie?.setBy ? 'unset' : jar;
}
