import type { Credential, Exchange, ExchangeRef, Millis } from '../model.js';
import { siteOf } from '../normalize/addresses/site.js';
import type { Unnamed } from '../places/unnamed.js';
import { logsIn } from '../role-table.js';
import { hintAt } from '../roles/place-hint.js';
import { ELSEWHERE } from '../roles/traffic-cues.js';
import { fieldName } from '../values/names/field-name.js';
import { isUsersToken } from '../values/names/users-token.js';
import type { CredentialStore } from './credential-store.js';
import type { NewSighting } from './sighting.js';
import { isQuiet, seeAtSlot, sentIn } from './see-opener.js';
import { isLetIn } from './turned-down.js';

// What the answer to a password told, whatever it is called there (`result`, `handle`), and
// requests bring back where nothing else says who asks: by that the server knows its user.

/** What a login told, and the exchange that did. */
export interface Told {
  id: string;
  login: ExchangeRef;
  at: Millis;
}

/** So many requests bring it back, where its name says nothing. */
const ENOUGH = 2;

interface Found {
  sent: Unnamed;
  given: NewSighting & { exchange: ExchangeRef };
}

/** Notes answers to passwords, and sees what they told; to be asked once a request was answered. */
export function seeTold(
  store: CredentialStore,
  exchange: Exchange,
  carried: readonly string[],
): Told | undefined {
  const { id, url, request } = exchange;
  if (!isLetIn(exchange)) return undefined;
  if (request.body?.passwordField !== undefined) {
    store.beside.told.answered(id, siteOf(url));
    return undefined;
  }
  if (!store.beside.told.knows(siteOf(url))) return undefined;
  const found = onlyOne(store, exchange, carried);
  if (!found || !isProven(store, found, exchange)) return undefined;
  const { given, sent } = found;
  const token = asToken(store, sent.value);
  if (token === undefined) return undefined;
  store.behaved(token, { onlyTold: true });
  return { id: token, login: given.exchange, at: given.at };
}

/** The one value that a login told, where nothing else can say who asks. */
function onlyOne(
  store: CredentialStore,
  exchange: Exchange,
  carried: readonly string[],
): Found | undefined {
  if (exchange.request.headers.some(({ name }) => name === 'authorization')) return undefined;
  const found = new Map<string, Found>();
  for (const sent of sentIn(exchange)) {
    const given = givenFor(store, sent.value, siteOf(exchange.url));
    if (given && isOpenTo(store.byValue(sent.value))) found.set(sent.value, { sent, given });
  }
  // A key names the program; what is called by what logs in is beside that all the same.
  const isNamed = [...found.values()].every(({ sent }) => isCalledLogin(sent));
  const others = carried
    .flatMap((id) => store.byId(id) ?? [])
    .filter(({ role, value }) => !found.has(value) && !isQuiet(role))
    .some(({ role }) => role !== 'api-key' || !isNamed);
  const [one, ...more] = found.values();
  return others || more.length > 0 ? undefined : one;
}

function isCalledLogin(sent: Unnamed): boolean {
  const hint = hintAt(sent);
  return hint !== undefined && logsIn(hint);
}

/** Nothing is known of it but that it is sent, be it to another site than the page's alone. */
function isOpenTo(owner: Credential | undefined): boolean {
  if (owner === undefined) return true;
  const { kind, role, evidence } = owner;
  const isGoing = role === 'tracking' && evidence.every(({ key }) => key === ELSEWHERE.text.key);
  return kind === 'token' && (role === 'other' || isGoing);
}

/** The answer to a password in which a value was seen first of all. */
function givenFor(store: CredentialStore, value: string, site: string): Found['given'] | undefined {
  const [first, ...others] = store.beside.unnamed.placesOf(value);
  if (first?.exchange === undefined || first.direction !== 'received') return undefined;
  if (!others.every(({ at }) => at >= first.at)) return undefined;
  const { exchange } = first;
  return store.beside.told.isLogin(exchange.id, site) ? { ...first, exchange } : undefined;
}

/**
 * Its name says so, or requests go on bringing it back in a recording that leaves out no cookie: an
 * export without them would show the key of a thing alone.
 */
function isProven(store: CredentialStore, { sent }: Found, { id, frameId }: Exchange): boolean {
  if (hintAt(sent)) return isCalledLogin(sent);
  if (isUsersToken(fieldName(sent.locator))) return true;
  const count = store.beside.told.broughtBack(sent.value, id);
  const isWhole = frameId !== undefined || store.all().some(({ kind }) => kind === 'cookie');
  return count >= ENOUGH && isWhole;
}

/** Sees it as a token in all places in which it was; returns its id. */
function asToken(store: CredentialStore, value: string): string | undefined {
  const owner = store.byValue(value);
  if (!owner) return seeAtSlot(store, value);
  for (const { byValue: _, ...seen } of store.beside.unnamed.take(value, () => true))
    store.see(owner.id, seen);
  return owner.id;
}
