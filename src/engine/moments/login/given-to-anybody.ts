import { cameAlong } from '../../credentials/came-along.js';
import type { BodyField, Credential, Exchange } from '../../model.js';
import { parseUrl } from '../../normalize/addresses/site.js';
import { fieldName } from '../../values/names/field-name.js';
import { parametersOf } from '../address-words.js';
import { isLinkParameter } from './beside-login-words.js';
import { KNOWS_NOBODY } from '../from-before.js';
import { isOfGuest } from './guest-grant.js';

/** `{}`, or nothing. */
const NO_FIELDS = 2;
const REFRESH = /refresh[-_]?token$/i;
/**
 * True for a script's request by which a server can know nobody, whatever it gives: it says
 * nothing, has no key in its address and no header that says who asks; and its cookies were given
 * by pages, before anybody could have said who he is. Where no cookie is seen, a recorder may have
 * left all of them out. Or it asks for the next of what anybody was given. `wroteBefore`: something
 * was sent before it by which somebody may have logged in.
 */
export function isByAnybody(
  exchange: Exchange,
  carried: readonly Credential[],
  wroteBefore: boolean,
): boolean {
  const { method, type, url, request } = exchange;
  if (type !== 'fetch' || method === 'DELETE' || bringsKey(url)) return false;
  // Its page may be the one to which a login elsewhere led.
  if (method !== 'GET' && isLedBack(exchange)) return false;
  const has = (header: string) => request.headers.some(({ name }) => name === header);
  if (!has('cookie') || (has('authorization') && !carried.some(isOfGuest))) return false;
  const renews = renewsGuest(exchange, carried);
  if (!renews && (wroteBefore || !saysNothing(exchange))) return false;
  return carried.every((one) => {
    return isOfGuest(one) || isOfVisit(one) || (renews && isOnlyInBody(one));
  });
}

function saysNothing({ method, request }: Exchange): boolean {
  return method === 'GET' || request.isEmpty === true || (request.body?.bytes ?? 3) <= NO_FIELDS;
}

/** It brings a guest's token under the name of what renews one (RFC 6749 §6), and no password. */
function renewsGuest({ request: { body } }: Exchange, carried: readonly Credential[]): boolean {
  if (!body || body.passwordField !== undefined || body.newPassword) return false;
  const guests = carried.filter(isOfGuest).map(({ value }) => value);
  const isCode = ({ pointer }: BodyField) =>
    !REFRESH.test(pointer) && isLinkParameter(fieldName(pointer));
  if (body.fields.some(isCode)) return false;
  return body.fields.some(({ pointer, value }) => REFRESH.test(pointer) && guests.includes(value));
}

/** A state, a number of the request: no header has it. */
function isOnlyInBody({ kind, sightings }: Credential): boolean {
  return kind === 'token' && sightings.every(({ carrier }) => carrier === 'body');
}

/** A page gave it, at an address without a key, in this visit. */
function isOfVisit(one: Credential): boolean {
  const { kind, role, cookie, behaviour } = one;
  if (behaviour.issuedAtLogin || behaviour.opened) return false;
  if (KNOWS_NOBODY.has(role)) return true;
  if (kind !== 'cookie' || cameAlong(one)) return false;
  const { method, url } = cookie?.setBy ?? {};
  return method === 'GET' && url !== undefined && !bringsKey(url);
}

/** True for what the page sends to which a login elsewhere led. */
export function isLedBack({ url, topUrl, request }: Exchange): boolean {
  const from = request.headers.find(({ name }) => name === 'referer')?.value;
  return [url, topUrl, from].some((one) => bringsKey(one));
}

/** Links of letters, and the answers of login protocols (RFC 6749 §4.1.2, SAML Bindings §3.4). */
function bringsKey(url: string | undefined): boolean {
  if (parseUrl(url ?? '')?.username) return true;
  return parametersOf(url).some(
    ([name]) => isLinkParameter(name) || /^(?:saml|wresult)/i.test(name),
  );
}
