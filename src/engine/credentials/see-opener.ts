import type { Credential, Exchange, Millis, Role } from '../model.js';
import { originOf, parseUrl, siteOf } from '../normalize/addresses/site.js';
import { type Unnamed, unnamedInBody, unnamedInHeaders, unnamedInUrl } from '../places/unnamed.js';
import { hintOf } from '../values/names/name-hint.js';
import { isUsersToken } from '../values/names/users-token.js';
import { fieldName } from '../values/names/field-name.js';
import { isUuid } from '../values/ids/uuid.js';
import { regex } from '../regex.js';
import type { CredentialStore } from './credential-store.js';
import type { NewSighting } from './sighting.js';
import { calledBy, isLetIn, isTurnedDown } from './turned-down.js';
import { SENDS } from '../methods.js';

// What lets somebody in, whatever it is called: an address was refused, the answer to what was sent
// then gave a long random value, and with that value, and nothing else that is new or may say who
// asks, the address is open.

/** What opened an address, and the exchange whose answer had given it. */
export interface Opener {
  id: string;
  givenBy: string;
}

/** How long a page waits until it asks again for what it was refused. */
const ASKS_WITHIN: Millis = 60_000;
/** Roles of what says of nobody who it is: it may go along. */
const QUIET: ReadonlySet<Role> = new Set([
  'tracking',
  'consent',
  'preference',
  'load-balancer',
  'device',
]);
/** Names of things and of people, by which nobody is let in. */
const OF_THING = regex('i')`
  (?:^|[^a-z]|[a-z](?=I|U|G))(?:id|ids|uid|uuid|guid|key_?id|ref|user|account|tenant|org|customer
  |version|hash|etag)$|nonce|challenge`;

/** Notes what was refused, and sees what opens it now; to be asked once a request was answered. */
export function seeOpener(
  store: CredentialStore,
  exchange: Exchange,
  carried: readonly string[],
): Opener | undefined {
  const { method, url, startedAt } = exchange;
  const place = `${method} ${originOf(url)}${parseUrl(url)?.pathname ?? ''}${calledBy(exchange)}`;
  if (isTurnedDown(exchange)) store.beside.openers.refuse(place, startedAt);
  const refusedAt = store.beside.openers.refusedAt(place);
  if (refusedAt === undefined || !isLetIn(exchange)) return undefined;
  store.beside.openers.letIn(place);
  const opener = onlyOne(store, exchange, carried, refusedAt);
  if (!opener) return undefined;
  const { cookie, given } = opener;
  if (cookie !== undefined) return given.exchange && { id: cookie, givenBy: given.exchange.id };
  return asToken(store, opener, exchange);
}

interface Found {
  value: string;
  /** Id of the cookie in which a script keeps it. */
  cookie?: string;
  given: NewSighting;
}

/** The one value that is new since the refusal, where nothing else can say who asks. */
function onlyOne(
  store: CredentialStore,
  exchange: Exchange,
  carried: readonly string[],
  refusedAt: Millis,
): Found | undefined {
  const found = new Map<string, Found>();
  for (const { value } of sentIn(exchange)) {
    const owner = store.byValue(value);
    const mayBeNew = !owner || isFirstSent(owner, exchange.id);
    const given = mayBeNew ? givenFor(store, value, exchange, refusedAt) : undefined;
    if (given) found.set(value, { value, given });
  }
  for (const { id, kind, role, value } of carried.flatMap((one) => store.byId(one) ?? [])) {
    if (kind !== 'cookie' && found.has(value)) continue;
    const isCookie = kind === 'cookie';
    const given = isCookie ? givenFor(store, value, exchange, refusedAt) : undefined;
    if (given) found.set(value, { value, cookie: id, given });
    else if (!isQuiet(role)) return undefined;
  }
  const [one, ...others] = found.values();
  return others.length === 0 ? one : undefined;
}

/** The name that it is sent by speaks of a secret, and does not say of which. */
function isFirstSent({ kind, role, sightings }: Credential, id: string): boolean {
  return (
    kind === 'token' &&
    role === 'other' &&
    sightings.every((one) => one.direction === 'sent' && one.firstExchange?.id === id)
  );
}

/** True for the role of what says of nobody who it is. */
export function isQuiet(role: Role): boolean {
  return QUIET.has(role);
}

/** What a request has under names that are no names of things; a path names nothing else. */
export function sentIn({ url, request }: Exchange): Unnamed[] {
  return [
    ...unnamedInUrl(url, 'sent'),
    ...unnamedInHeaders(request.headers, 'sent'),
    ...unnamedInBody(request.body, 'sent'),
  ].filter(isOpen);
}

function isOpen({ carrier, locator, value }: Pick<Unnamed, 'carrier' | 'locator' | 'value'>) {
  const name = fieldName(locator);
  if (carrier === 'url' && locator === 'path') return false;
  // Records are numbered so, unless the name says that it is a token.
  if (isUuid(value) && !isUsersToken(name)) return false;
  return !OF_THING.test(name) && hintOf(name)?.role !== 'csrf';
}

/**
 * The answer in which a value was seen first of all: to what was sent since the refusal, and that
 * may hold what only its user knows.
 */
function givenFor(
  store: CredentialStore,
  value: string,
  { url, startedAt }: Exchange,
  refusedAt: Millis,
): NewSighting | undefined {
  const [first, ...others] = store.beside.unnamed.placesOf(value);
  const isFirst = others.every(({ at }) => first !== undefined && at >= first.at);
  if (!first || !isFirst || first.direction !== 'received' || !isOpen({ ...first, value }))
    return undefined;
  const isSince = first.at >= refusedAt && first.at <= startedAt;
  // Only such a request may hold what only its user knows.
  const isSent = SENDS.has(first.exchange?.method ?? '');
  const isHere = siteOf(first.origin) === siteOf(url);
  return isSince && isSent && isHere && startedAt - first.at <= ASKS_WITHIN ? first : undefined;
}

/**
 * Makes it a credential, seen wherever it was seen; and what was sent in its place before, which it
 * has renewed: then that is what a login gave.
 */
function asToken(
  store: CredentialStore,
  { value, given }: Found,
  { id, method, url, response }: Exchange,
): Opener | undefined {
  const places = store.beside.unnamed.placesOf(value);
  for (const one of places.filter(({ exchange }) => exchange?.id === id))
    store.beside.openers.learn(one);
  const before = store.beside.unnamed
    .valuesIn((one) => store.beside.openers.knows(one))
    .filter((one) => one !== value);
  const [first] = before.flatMap((one) => store.beside.unnamed.placesOf(one)[0] ?? []);
  for (const one of before) seeAtSlot(store, one);
  const token = seeAtSlot(store, value);
  const givenBy = (first ?? given).exchange?.id;
  if (token === undefined || givenBy === undefined) return undefined;
  const opened = { id, method, url, ...(response ? { status: response.status } : {}) };
  store.behaved(token, { opened });
  return { id: token, givenBy };
}

/** Sees a value as a token in all places in which it was, in their order; returns its id. */
export function seeAtSlot(store: CredentialStore, value: string): string | undefined {
  const places = store.beside.unnamed.take(value, () => true);
  let id: string | undefined;
  for (const { byValue: _, ...seen } of places) id = store.token(value, seen).id;
  return id;
}
