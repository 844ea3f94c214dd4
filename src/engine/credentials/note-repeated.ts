import type { Repeated } from '../behaviour.js';
import { isSafe } from '../methods.js';
import type { Exchange } from '../model.js';
import { parseUrl } from '../normalize/addresses/site.js';
import { parametersOf } from '../normalize/addresses/url-parameters.js';
import { roleFacts } from '../role-table.js';
import { isWrittenByBrowser } from '../values/names/browser-headers.js';
import { fieldName } from '../values/names/field-name.js';
import { isMaskOf } from '../values/masked.js';
import { hintOf } from '../values/names/name-hint.js';
import { unwrapPlain } from '../values/unwrap.js';
import type { CredentialStore } from './credential-store.js';

/** Shorter values meet by chance: choices, numbers, words. */
const MIN_VALUE = 12;
const MAX_VALUE = 512;
/** A form or an address has that many at most that are worth a look. */
const MAX_PLACES = 64;
/** What stands for a user wherever its value comes from. */
const FOR_USER = /^(?:cookie|(?:proxy-)?authorization)$/;

interface Place {
  name: string;
  value: string;
  inHeader: boolean;
}

/**
 * A request that has a cookie's value once more beside the Cookie header: the server compares the
 * two, since another site can have the cookie sent and cannot read it (double submit). Which
 * requests have it so, and which go without, tells it from a token that scripts send of a cookie.
 */
export function noteRepeated(
  store: CredentialStore,
  exchange: Exchange,
  cookies: readonly string[],
): void {
  if (cookies.length === 0) return;
  const places = placesIn(exchange);
  for (const id of cookies) {
    const { value = '', behaviour } = store.byId(id) ?? {};
    const plain = value.length <= MAX_VALUE + 2 ? unwrapPlain(value) : '';
    const place = plain.length < MIN_VALUE ? undefined : placeOf(places, plain);
    const known = behaviour?.repeated;
    if (!place && !known) continue;
    if (place && place.value !== plain) store.behaved(id, { masked: place.name });
    store.behaved(id, { repeated: counted(exchange, place, known) });
  }
}

function counted(
  { method, type }: Exchange,
  place: Place | undefined,
  known: Repeated | undefined,
): Repeated {
  const { changes = 0, reads = 0, bareReads = 0, bareChanges = 0 } = known ?? {};
  const change = !isSafe(method);
  const { name, inHeader } = place ?? { name: known!.place, inHeader: known!.inHeader };
  // A page is asked for without headers of scripts, whatever scripts do.
  const mightHave = type === 'fetch' || !inHeader;
  return {
    place: name,
    inHeader,
    changes: changes + Number(place !== undefined && change),
    reads: reads + Number(place !== undefined && !change),
    bareChanges: bareChanges + Number(!place && change && mightHave),
    bareReads: bareReads + Number(!place && !change && mightHave),
  };
}

function placeOf(places: readonly Place[], plain: string): Place | undefined {
  return places.find(
    ({ value, inHeader }) => value === plain || (!inHeader && isMaskOf(value, plain)),
  );
}

function placesIn({ url, method, request }: Exchange): Place[] {
  const headers = request.headers.filter(
    ({ name }) => !FOR_USER.test(name) && !isWrittenByBrowser(name),
  );
  const parsed = isSafe(method) ? undefined : parseUrl(url);
  const parameters = parsed ? parametersOf(parsed).slice(0, MAX_PLACES) : [];
  const fields = (request.body?.fields ?? []).slice(0, MAX_PLACES);
  return [
    ...headers.map(({ name, value }) => ({ name, value, inHeader: true })),
    ...parameters.map(([name, value]) => ({ name, value, inHeader: false })),
    ...fields.map(({ pointer, value }) => ({ name: fieldName(pointer), value, inHeader: false })),
  ]
    .filter(({ name, value }) => value.length >= MIN_VALUE && isNoLogin(name))
    .map((place) => ({ ...place, value: unwrapPlain(place.value) }));
}

/** Under a name of a session or a token it is sent as that. */
function isNoLogin(name: string): boolean {
  const role = hintOf(name)?.role;
  return role === undefined || !roleFacts(role).logsIn;
}
