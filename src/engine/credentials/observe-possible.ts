import { isSafe } from '../methods.js';
import type { Body, Carrier, Exchange } from '../model.js';
import { originOf, parseUrl, siteOf } from '../normalize/addresses/site.js';
import { type Candidate, isHarmlessName } from '../places/candidate.js';
import {
  hiddenIn,
  isAside,
  type PossibleValue,
  sentInBody,
  sentInHeaders,
  sentInUrl,
} from '../places/possible.js';
import { fieldName } from '../values/names/field-name.js';
import { hintOf } from '../values/names/name-hint.js';
import type { CredentialStore } from './credential-store.js';
import type { Scene } from './scene.js';
import type { NewSighting } from './sighting.js';

// Values against forgery under names that no list has: a page has one, and a request brings it
// back.

/** The request that brings a value back. */
interface Return {
  /** It may change something. */
  isChange: boolean;
  /** A cookie says who asks. */
  hasCookie: boolean;
}

/** Notes what a page hides; returns ids of fields that turned out to be against forgery before. */
export function seeHidden(store: CredentialStore, body: Body | undefined, scene: Scene): string[] {
  const { pathname = '', search = '' } = parseUrl(scene.url) ?? {};
  return hiddenIn(body).flatMap((hidden) => {
    const { name, value, isNumber } = hidden;
    const identity = identityOf(name, scene);
    const seen = sightingOf(hidden, 'body', 'received', scene);
    const owner = store.byValue(value);
    // A page's body may be told after the request that brings its value back.
    const isBack =
      owner?.kind === 'token' && owner.role === 'csrf' && owner.site === siteOf(scene.url);
    if (owner !== undefined && !isBack) return [];
    if (isBack || store.byIdentity(identity)) return [store.field(identity, value, seen).id];
    store.beside.possible.note(identity, value, seen, {
      page: pathname + search,
      isNamed: isNumber,
    });
    return [];
  });
}

/**
 * Sees what a request brings back in its headers, and in its address where it may change something.
 */
export function seeReturned(
  store: CredentialStore,
  exchange: Exchange,
  scene: Scene,
  known: readonly Candidate[],
): string[] {
  const { url, request } = exchange;
  const how = returnOf(exchange);
  const named = known.flatMap((one) => seeKnown(store, one, scene, how));
  return [
    ...named,
    ...sentInHeaders(request.headers)
      .filter(({ locator }) => !known.some((one) => one.locator === locator))
      .flatMap((sent) => seeByValue(store, sent, 'header', scene, how)),
    ...(how.isChange ? sentInUrl(url) : []).flatMap((sent) =>
      seeNamed(store, sent, 'url', scene, how),
    ),
  ];
}

/** The same in its body, of which nothing but its own place is known. */
export function seeReturnedBody(
  store: CredentialStore,
  body: Body | undefined,
  scene: Scene,
  known: readonly Candidate[],
): string[] {
  const how = { isChange: true, hasCookie: true };
  return [
    ...known.flatMap((one) => seeKnown(store, one, scene, how)),
    ...sentInBody(body).flatMap((sent) => seeNamed(store, sent, 'body', scene, how)),
  ];
}

function returnOf({ method, request }: Exchange): Return {
  return {
    isChange: !isSafe(method),
    hasCookie: request.headers.some(({ name }) => name === 'cookie'),
  };
}

/** A place against forgery, or one called just `token`, has what a page gave under another name. */
function seeKnown(
  store: CredentialStore,
  { carrier, locator, value }: Candidate,
  scene: Scene,
  { isChange }: Return,
): string[] {
  const name = fieldName(locator);
  const isBare = /^_?token$/i.test(name) && carrier !== 'header' && isChange;
  if (!isBare && hintOf(name)?.role !== 'csrf') return [];
  const [identity] = store.beside.possible.withValue(value, siteOf(scene.url));
  const given = identity === undefined ? undefined : store.beside.possible.seenIn(identity, value);
  if (identity === undefined || !given || store.byValue(value)?.kind === 'cookie') return [];
  return [store.field(identity, value, given).id];
}

/** A script chooses the name of a header or a member: the value alone tells whose it is. */
function seeByValue(
  store: CredentialStore,
  sent: PossibleValue,
  carrier: 'header' | 'url' | 'body',
  scene: Scene,
  { isChange, hasCookie }: Return,
): string[] {
  const site = siteOf(scene.url);
  const owner = store.byValue(sent.value);
  const seen = sightingOf(sent, carrier, 'sent', scene);
  const isAgainstForgery = owner?.kind === 'field' || owner?.role === 'csrf';
  if (owner && isAgainstForgery && owner.site === site && isAside(carrier, sent.locator))
    return [store.see(owner.id, seen).id];
  if (owner) return [];
  const identities = store.beside.possible.withValue(sent.value, site);
  if (isAside(carrier, sent.locator) && !isHarmlessName(sent.name)) {
    for (const one of identities)
      if (hasCookie || !isChange) store.beside.possible.broughtBack(one, sent.value, isChange);
  }
  const identity = identities.find(
    (one) => store.beside.possible.given(one, sent.value) !== undefined,
  );
  return identity === undefined ? [] : seeBack(store, identity, sent, seen);
}

function seeNamed(
  store: CredentialStore,
  sent: PossibleValue,
  carrier: 'url' | 'body',
  scene: Scene,
  how: Return,
): string[] {
  const identity = identityOf(sent.name, scene);
  const seen = seeBack(store, identity, sent, sightingOf(sent, carrier, 'sent', scene));
  return seen.length > 0 ? seen : seeByValue(store, sent, carrier, scene, how);
}

function seeBack(
  store: CredentialStore,
  identity: string,
  { value }: PossibleValue,
  seen: NewSighting,
): string[] {
  const given = store.beside.possible.given(identity, value);
  const owner = store.byValue(value);
  if (!given || (owner && owner.identity !== identity)) return [];
  if (!owner) store.field(identity, value, given);
  return [store.field(identity, value, seen).id];
}

/** As fields with a known name have it. */
function identityOf(name: string, { url }: Scene): string {
  return `field:${name} ${originOf(url)}`;
}

function sightingOf(
  { locator }: PossibleValue,
  carrier: Carrier,
  direction: NewSighting['direction'],
  { url, at, ref, pageSite }: Scene,
): NewSighting {
  return {
    carrier,
    locator,
    direction,
    origin: originOf(url),
    at,
    ...(ref ? { exchange: ref } : {}),
    ...(pageSite ? { pageSite } : {}),
  };
}
