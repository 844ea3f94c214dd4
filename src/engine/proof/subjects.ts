import { formsOf } from '../credentials/value-index.js';
import type { Credential, Exchange, Header } from '../model.js';
import { splitPair } from '../normalize/addresses/raw-url.js';
import { parseUrl } from '../normalize/addresses/site.js';
import { parametersOf } from '../normalize/addresses/url-parameters.js';
import { logsIn, roleRank } from '../role-table.js';
import { isSecret } from '../values/telling/mask.js';
import { percentDecode, unwrapPlain, withoutScheme } from '../values/unwrap.js';
import {
  isNamedAsGuard,
  isHttpAuthentication,
  isKept,
  isOwnHeader,
  isUnkept,
} from './own-headers.js';
import type { Subject, SubjectPlace } from './proposal.js';
import { unfollowed } from './unfollowed.js';
import { regex } from '../regex.js';

/** A place of a request, and what stands there. */
interface Filled extends SubjectPlace {
  readonly value: string;
}

/** The id of a session itself, beside which other cookies of a login may stand. */
const SESSION_ID = regex('i')`
  sess(?:ion)?[-_.]?id|^(?:__(?:host|secure)-)?(?:sid|connect\.sid|s?session)$|[-_.]s?id$
  |[a-z]sid$`;
/** Shorter values stand in many places by chance. */
const SHORTEST = 8;

/**
 * What of a request can be withheld: what is likely to log in first, and by its role. Of one role
 * comes first what is called a session, then what was there first: others came to a session with
 * the login.
 */
export function subjectsOf(exchange: Exchange, carried: readonly Credential[]): readonly Subject[] {
  const places = placesOf(exchange);
  const groups = joined(
    carried.flatMap((credential) => {
      const own = places.filter((place) => isIn(credential, place));
      return own.length > 0 ? [{ credentials: [credential], places: own }] : [];
    }),
  );
  const rank = ({ credentials }: Group) =>
    2 * Math.min(...credentials.map(({ role }) => roleRank(role))) +
    (credentials.some(({ name }) => SESSION_ID.test(name)) ? 0 : 1);
  const since = ({ credentials }: Group) => Math.min(...credentials.map((one) => one.firstSeen));
  const sessions = carried.filter(isLikely).flatMap(givenBy);
  const known = groups
    .sort((a, b) => rank(a) - rank(b) || since(a) - since(b))
    .map((group, at) => subjectOf(group, `s${at + 1}`, sessions));
  return [...known, ...unfollowed(exchange, known)];
}

/** The exchanges whose answers gave a credential its values. */
function givenBy({ life, sightings }: Credential): string[] {
  const changes = life.filter(({ type }) => type === 'issued' || type === 'rotated');
  const received = sightings.filter(({ direction }) => direction === 'received');
  return [
    ...changes.map(({ exchange }) => exchange),
    ...received.flatMap(({ firstExchange, lastExchange }) => [firstExchange, lastExchange]),
  ].flatMap((exchange) => exchange?.id ?? []);
}

interface Group {
  credentials: Credential[];
  places: Filled[];
}

/** Credentials that share a place cannot be withheld one without the other. */
function joined(groups: readonly Group[]): Group[] {
  const found: Group[] = [];
  for (const group of groups) {
    const same = found.filter((one) => one.places.some((place) => group.places.includes(place)));
    for (const one of same) found.splice(found.indexOf(one), 1);
    const all = [...same, group];
    found.push({
      credentials: all.flatMap(({ credentials }) => credentials),
      places: [...new Set(all.flatMap((one) => one.places))],
    });
  }
  return found;
}

function subjectOf(
  { credentials, places }: Group,
  id: string,
  sessions: readonly string[],
): Subject {
  const [first] = credentials as [Credential, ...Credential[]];
  const part = partOf(credentials, places);
  const ends = credentials.flatMap(({ expiresAt }) => expiresAt ?? []);
  return {
    id,
    credentialIds: credentials.map((one) => one.id),
    identities: credentials.map(({ identity }) => identity),
    name: first.name,
    places: places.map(({ carrier, name }) => ({ carrier, name })),
    part,
    ...(part === 'others' && credentials.some(isObscure) && { isObscure: true }),
    ...(part === 'others' && credentials.some(isServers) && { isServers: true }),
    ...(part === 'others' && credentials.some(isGivenBy(sessions)) && { isGiven: true }),
    ...(credentials.every(({ role }) => role === 'api-key') && { isKey: true }),
    ...(ends.length > 0 && { expiresAt: Math.min(...ends) }),
  };
}

function partOf(credentials: readonly Credential[], places: readonly Filled[]): Subject['part'] {
  if (credentials.some(isLikely)) return 'likely';
  const isGuard =
    credentials.some(({ role }) => role === 'csrf') ||
    places.some(({ name }) => isNamedAsGuard(name));
  return isGuard ? 'guard' : 'others';
}

/** By its role it may say who the user is. */
export function isLikely(credential: Credential): boolean {
  const { role } = credential;
  return logsIn(credential) || role === 'basic' || role === 'api-key';
}

function isObscure({ role, value }: Credential): boolean {
  return role === 'other' && value.length >= SHORTEST;
}

function isServers(credential: Credential): boolean {
  return isObscure(credential) && credential.attributes?.httpOnly === true;
}

/** Random, and given a value by one of these exchanges. */
function isGivenBy(sessions: readonly string[]): (credential: Credential) => boolean {
  return (credential) =>
    isObscure(credential) &&
    isSecret('', credential.value) &&
    givenBy(credential).some((id) => sessions.includes(id));
}

function placesOf({ url, request: { headers } }: Exchange): Filled[] {
  const cookies = headers
    .filter(({ name }) => name === 'cookie')
    .flatMap(({ value }) => value.split(';'))
    .map((pair) => splitPair(pair.trim()));
  const address = parseUrl(url);
  return [
    ...cookies.map(({ name, value = '' }): Filled => ({ carrier: 'cookie', name, value })),
    ...headers
      .filter(({ name }) => isOwnHeader(name))
      .map(({ name, value }): Filled => ({ carrier: 'header', name, value })),
    ...(address ? parametersOf(address as URL) : []).map(([name, value]): Filled => ({
      carrier: 'url',
      name,
      value,
    })),
  ];
}

function isIn({ kind, name, role, value, pastValues }: Credential, place: Filled): boolean {
  if (kind === 'cookie' && place.carrier === 'cookie' && place.name === name) return true;
  if (role === 'basic') return place.name === 'authorization' && isHttpAuthentication(place);
  if (isUnkept(place)) return place.carrier === 'header' && place.name === name;
  return [value, ...pastValues].some((one) => standsIn(one, place));
}

/** A value in any of its forms; or the part of one that is behind a scheme (RFC 9110 §11.6.2). */
function standsIn(value: string, place: Filled): boolean {
  const source = percentDecode(place.value);
  const has = (one: string) =>
    one.length >= SHORTEST && (source.includes(one) || place.value.includes(one));
  if ([...formsOf(value)].some(has)) return true;
  const bare = withoutScheme(place.value);
  return bare !== place.value && bare.length >= SHORTEST && unwrapPlain(value).includes(bare);
}

/** The headers that a page's script had written, with present values in the place of old ones. */
export function headersOf({ request }: Exchange, carried: readonly Credential[]): Header[] {
  return request.headers
    .filter((header) => isOwnHeader(header.name) && isKept(header))
    .map(({ name, value }) => ({ name, value: renewed(value, carried) }));
}

function renewed(source: string, carried: readonly Credential[]): string {
  for (const { value, pastValues } of carried) {
    if (source.includes(value)) continue;
    const past = pastValues.find((one) => one.length >= SHORTEST && source.includes(one));
    if (past !== undefined) return source.replace(past, () => value);
  }
  return source;
}
