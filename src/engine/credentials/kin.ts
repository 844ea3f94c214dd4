import type { Credential, DecodedJwt, Sighting } from '../model.js';
import { boundedJson } from '../normalize/bodies/bounded-json.js';
import { formatFacts } from '../values/formats.js';
import type { NewSighting } from './sighting.js';

/** Claims that every generation of a token has alike: by whom, about whom, what for. */
const KIN = ['iss', 'sub', 'token_use', 'typ', 'type', 'token_type'];
const KIN_OF_ALL = KIN.filter((claim) => claim !== 'sub');

/**
 * A place, and for whom it holds something: a client has a token for each audience (RFC 8707 §2),
 * and those of one take no other's place.
 */
export function slotOf({ jwt }: Credential, { carrier, locator, origin }: NewSighting): string {
  const audience = jwt ? audienceOf(jwt) : '';
  return JSON.stringify([carrier, locator, origin, ...(audience === '' ? [] : [audience])]);
}

/**
 * Whom a JWT is for, and the client that it was given to, in the words of all issuers: to compare,
 * whatever stands there.
 */
function audienceOf({ claims }: DecodedJwt): string {
  const audience = claims['aud'];
  const client = claims['azp'] ?? claims['client_id'] ?? claims['appid'] ?? claims['cid'];
  if (audience === undefined && client === undefined) return '';
  return boundedJson([[audience].flat().map(boundedJson).toSorted(), client]);
}

/**
 * In bodies a name goes both ways. What a script sends under it comes from none that an answer
 * gave, and an answer renews what its own request sent (RFC 6749 §6).
 */
export function isOtherWay(token: Credential, other: Credential, seen: NewSighting): boolean {
  if (seen.carrier !== 'body') return false;
  const [own, there] = [token, other].map((one) => one.sightings.filter(isAt(seen)));
  if (!own || !there || there.some(({ direction }) => direction === seen.direction)) return false;
  if (seen.direction === 'sent') return !own.some(({ direction }) => direction === 'received');
  return !there.some(({ lastExchange }) => lastExchange?.id === seen.exchange?.id);
}

function isAt(place: NewSighting): (one: Sighting) => boolean {
  return ({ carrier, locator, origin }) =>
    carrier === place.carrier && locator === place.locator && origin === place.origin;
}

/**
 * Two tokens that can be generations of one: of one form, and, where they say so, of one signer,
 * person and purpose. Keys are renewed; the algorithm of a signer stays, and so does the scheme
 * under which a token is sent.
 */
export function isKin(a: Credential, b: Credential): boolean {
  return isSameKind(a, b, KIN);
}

/** The same of whomever: another person may log in after the first. */
export function isSameKind(a: Credential, b: Credential, alike = KIN_OF_ALL): boolean {
  if (a.scheme && b.scheme && a.scheme !== b.scheme) return false;
  if (a.kind !== b.kind || a.format !== b.format || !formatFacts(a.format).renewed) return false;
  const [one, other] = [a.jwt?.claims, b.jwt?.claims];
  if (!one || !other) return true;
  const isSameForm = ['alg', 'typ'].every((name) => a.jwt?.header[name] === b.jwt?.header[name]);
  return (
    isSameForm && alike.every((claim) => boundedJson(one[claim]) === boundedJson(other[claim]))
  );
}
