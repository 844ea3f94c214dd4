import type { Credential, Exchange, ExchangeRef } from '../model.js';
import { siteOf } from '../normalize/addresses/site.js';
import { unnamedInBody } from '../places/unnamed.js';
import { hintAt } from '../roles/place-hint.js';
import { fieldName } from '../values/names/field-name.js';
import { hintOf } from '../values/names/name-hint.js';
import { isUuid } from '../values/ids/uuid.js';
import { regex } from '../regex.js';
import type { CredentialStore } from './credential-store.js';
import { seeAtSlot } from './see-opener.js';
import { isLetIn } from './turned-down.js';
import { SENDS } from '../methods.js';

// A refresh token, whatever it is called (RFC 6749 §6): an answer gave it beside an access token
// that was used then, and the next one was given for it alone.

/** Steps of a login, and things: what comes of them may be another token, and renews none. */
const OF_STEP_OR_THING = regex('i')`
  challenge|verif|code|nonce|state|otp|mfa|2fa|factor|pending|transaction|ticket|invit|device|user
  |account|tenant|org|team|workspace|project|profile|member|customer|cart
  |(?:^|[^a-z])u?u?id$|[a-z]I[dD]$|_id$`;

/** Where a value was seen first. */
interface Origin {
  value: string;
  givenBy: string;
}

/**
 * Sees what a request asked with for the next access token, where its answer gave one: `set` are
 * the ids of what it gave. Returns its id.
 */
export function seeRenewer(
  store: CredentialStore,
  exchange: Exchange,
  ref: ExchangeRef,
  set: readonly string[],
): string | undefined {
  // Only such a request asks with a secret.
  if (!SENDS.has(exchange.method) || !isLetIn(exchange) || !exchange.request.body) return undefined;
  const next = set.flatMap((id) => store.byId(id) ?? []).filter((one) => isNext(one, ref));
  const asked = next.length > 0 ? askedWith(store, exchange, next) : undefined;
  if (!asked || !store.all().some((one) => isUsedFrom(one, asked))) return undefined;
  const id = asToken(store, asked.value);
  if (id !== undefined) store.behaved(id, { renews: ref });
  return id;
}

/** Given as an access token, or in the place of one. */
function isNext({ kind, replaces, sightings }: Credential, { id }: ExchangeRef): boolean {
  if (kind !== 'token') return false;
  const given = sightings.find(
    ({ carrier, direction, firstExchange }) =>
      carrier === 'body' && direction === 'received' && firstExchange?.id === id,
  );
  return given !== undefined && (replaces !== undefined || hintAt(given)?.role === 'access-token');
}

/** The one secret of a request, which an earlier answer of its site gave. */
function askedWith(
  store: CredentialStore,
  { id, url, request }: Exchange,
  next: readonly Credential[],
): Origin | undefined {
  const sent = unnamedInBody(request.body, 'sent').filter(({ value }) => !isInHeader(store, value));
  const [first, ...others] = sent;
  if (!first || others.some(({ value }) => value !== first.value)) return undefined;
  const { locator, value } = first;
  const name = fieldName(locator);
  if (hintOf(name) !== undefined || OF_STEP_OR_THING.test(name)) return undefined;
  // Beside what says who asks, an id is that of what is asked for.
  const saysWho = request.headers.some((header) => header.name === 'authorization');
  if ((saysWho && isUuid(value)) || next.some((one) => one.value === value)) return undefined;
  const givenBy = giverOf(store, value, siteOf(url));
  return givenBy === undefined || givenBy === id ? undefined : { value, givenBy };
}

/** An access token goes in a header, and may stand in such a request beside what renews it. */
function isInHeader(store: CredentialStore, value: string): boolean {
  return store.byValue(value)?.sightings.some(isSentInHeader) ?? false;
}

function isSentInHeader({ carrier, direction }: Credential['sightings'][number]): boolean {
  return carrier === 'header' && direction === 'sent';
}

/** The exchange whose answer had it in its body before it stood anywhere else. */
function giverOf(store: CredentialStore, value: string, site: string): string | undefined {
  const owner = store.byValue(value);
  if (owner && owner.kind !== 'token') return undefined;
  const [place] = store.beside.unnamed.placesOf(value);
  const known = owner?.sightings.toSorted((a, b) => a.firstAt - b.firstAt)[0];
  const first = known ? { ...known, exchange: known.firstExchange } : place;
  const isGiven = first?.carrier === 'body' && first.direction === 'received';
  return isGiven && siteOf(first.origin) === site ? first.exchange?.id : undefined;
}

/** What the same answer gave went in a header then. */
function isUsedFrom({ kind, value, sightings }: Credential, asked: Origin): boolean {
  if (kind !== 'token' || value === asked.value || !sightings.some(isSentInHeader)) return false;
  return sightings.some(
    ({ direction, firstExchange, lastExchange }) =>
      direction === 'received' && [firstExchange?.id, lastExchange?.id].includes(asked.givenBy),
  );
}

/** Sees it, and what stands where it did since, as tokens; returns its id. */
function asToken(store: CredentialStore, value: string): string | undefined {
  for (const one of store.beside.unnamed.placesOf(value))
    if (one.carrier === 'body') store.beside.openers.learn(one);
  const id = store.byValue(value)?.id ?? seeAtSlot(store, value);
  for (const later of store.beside.unnamed.valuesIn((one) => store.beside.openers.knows(one)))
    seeAtSlot(store, later);
  return id;
}
