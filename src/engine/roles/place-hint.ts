import type { Role, Sighting } from '../model.js';
import { nameInPage } from '../values/names/field-name.js';
import { isKeyName } from '../values/names/key-name.js';
import { hintInForm, hintOf } from '../values/names/name-hint.js';

/**
 * Members that say nothing of what they hold: there the key of the entry says it (MSAL's cache).
 */
const PLAIN_NAME = /^(?:secret|value|token|raw)$/i;

/**
 * Subprotocols of a WebSocket carry what the Authorization header would; a key says that it is one.
 */
const SUBPROTOCOL =
  /^sec-websocket-protocol(?:;(?:bearer|jwt|token|ticket|secret|auth|authorization|(key)))?$/;

/** Members above a secret that are asked what it is. */
const MAX_ABOVE = 8;

/**
 * A secret to encrypt messages with (Push API, PushSubscription.toJSON; Firebase's registrations).
 */
const PUSH_SECRET = /(?:^|\/)(?:keys|web)\/auth$/;

const AUTH_TOKEN = /^(?:x-)?auth(?:entication|orization)?[-_]?token$/i;

type Place = Pick<Sighting, 'carrier' | 'locator' | 'direction'> &
  Partial<Pick<Sighting, 'firstExchange'>>;

/** What the name of a place hints at; where that says nothing, the entry that it is in. */
export function hintAt(place: Place): { role: Role } | undefined {
  const { locator, carrier, direction } = place;
  const subprotocol = carrier === 'header' ? SUBPROTOCOL.exec(locator) : null;
  if (subprotocol) return { role: subprotocol[1] === undefined ? 'access-token' : 'api-key' };
  if (PUSH_SECRET.test(locator)) return { role: 'device' };
  const name = nameIn(locator);
  const named = nameInPage(locator) === undefined ? hintOf(name) : hintInForm(name);
  // What is called so outside a cookie is sent by a script, whatever the server keeps of it.
  if (AUTH_TOKEN.test(name)) return { role: 'access-token' };
  if (named?.role === 'oauth-state' && isOwnNonce(place)) return { role: 'csrf' };
  // Consents are kept; a header that speaks of cookies stands in for them.
  if (named && !(carrier === 'header' && named.role === 'consent')) return named;
  if (/^authorization$/i.test(name)) return { role: 'access-token' };
  if (direction === 'stored' && PLAIN_NAME.test(name)) return hintAbove(locator);
  const isOfService = carrier === 'header' || (carrier === 'url' && direction === 'sent');
  return isOfService && isKeyName(name) ? { role: 'api-key' } : undefined;
}

/** What an address of OAuth has beside its nonce (OpenID Connect Core §3.1.2.1, §3.2.2.5). */
const OF_OAUTH = /[?&#;](?:client_id|response_type|redirect_uri|request_uri|id_token|code|state)=/;

/** A nonce outside of messages of OAuth: an application sends it back to itself. */
function isOwnNonce({ carrier, direction, locator, firstExchange }: Place): boolean {
  // OTRS and Znuny have it in each of their links and forms.
  if (locator === 'ChallengeToken') return true;
  if (carrier !== 'url' || direction !== 'sent' || !/nonce$/i.test(locator)) return false;
  return firstExchange !== undefined && !OF_OAUTH.test(firstExchange.url);
}

/** JSON has pointers; forms, and pages with forms, have names. */
export function isInForm(carrier: Sighting['carrier'], locator: string): boolean {
  return carrier === 'body' && !locator.startsWith('/');
}

/**
 * What the nearest member above says: `cache/RefreshToken/…-refreshtoken-…/secret`. What is kept
 * for an installation or a device is its own, whatever it is called there; a `state` above is a
 * program's.
 */
function hintAbove(locator: string): { role: Role } | undefined {
  const above = locator.split('/').slice(0, -1).slice(-MAX_ABOVE).toReversed();
  const hints = above
    .flatMap((name) => hintOfMember(name) ?? [])
    .filter(({ role }) => role !== 'oauth-state');
  return hints.find(({ role }) => role === 'device') ?? hints[0];
}

function hintOfMember(name: string): { role: Role } | undefined {
  return AUTH_TOKEN.test(name) ? { role: 'access-token' } : hintOf(name);
}

/** A field called just `token` says nothing of whose it is. */
export function isBareToken(locator: string): boolean {
  return /^_?token$/i.test(nameIn(locator));
}

/** The role that a place hints at, be it only that of a token. */
export function roleAt(place: Place): Role | undefined {
  return isBareToken(place.locator) ? 'access-token' : hintAt(place)?.role;
}

/** The key of the entry of a store that a place is in. */
export function storageKeyOf(locator: string): string {
  return locator.split('/', 1)[0]!;
}

function nameIn(locator: string): string {
  const place = locator.replace(/^[^]*[/;]/, '');
  return nameInPage(place) ?? place;
}
