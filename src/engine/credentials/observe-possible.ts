import type { Body, Exchange } from '../model.js';
import { originOf, parseUrl } from '../normalize/site.js';
import type { Candidate } from '../places/candidate.js';
import {
  hiddenIn,
  type PossibleValue,
  sentInBody,
  sentInHeaders,
  sentInUrl,
} from '../places/possible.js';
import type { CredentialStore } from './credential-store.js';
import type { Scene } from './scene.js';
import type { NewSighting } from './sighting.js';

// Values against forgery under names that no list has: a page hides one, and a request brings it back.

/** Notes what a page hides; returns ids of fields that turned out to be against forgery before. */
export function seeHidden(store: CredentialStore, body: Body | undefined, scene: Scene): string[] {
  const { pathname = '', search = '' } = parseUrl(scene.url) ?? {};
  return hiddenIn(body).flatMap((hidden) => {
    const { name, value, isNumber } = hidden;
    const identity = identityOf(name, scene);
    const seen = sightingOf(hidden, 'body', 'received', scene);
    if (store.byValue(value) !== undefined) return [];
    if (store.byIdentity(identity)) return [store.field(identity, value, seen).id];
    store.possible.note(identity, value, seen, { page: pathname + search, isNamed: isNumber });
    return [];
  });
}

/** Sees what a request brings back in its headers, and in its address where it may change something. */
export function seeReturned(
  store: CredentialStore,
  exchange: Exchange,
  scene: Scene,
  known: readonly Candidate[],
): string[] {
  const { method, url, request } = exchange;
  const changes = !/^(?:GET|HEAD|OPTIONS)$/.test(method);
  return [
    ...sentInHeaders(request.headers)
      .filter(({ locator }) => !known.some((one) => one.locator === locator))
      .flatMap((sent) => seeInHeader(store, sent, scene)),
    ...(changes ? sentInUrl(url) : []).flatMap((sent) => seeNamed(store, sent, 'url', scene)),
  ];
}

/** The same in its body. */
export function seeReturnedBody(
  store: CredentialStore,
  body: Body | undefined,
  scene: Scene,
): string[] {
  return sentInBody(body).flatMap((sent) => seeNamed(store, sent, 'body', scene));
}

/** A script chooses the header's name: the value alone tells whose it is. */
function seeInHeader(store: CredentialStore, sent: PossibleValue, scene: Scene): string[] {
  const owner = store.byValue(sent.value);
  const seen = sightingOf(sent, 'header', 'sent', scene);
  const isAgainstForgery = owner?.kind === 'field' || owner?.role === 'csrf';
  if (owner && isAgainstForgery && owner.origin === seen.origin)
    return [store.see(owner.id, seen).id];
  if (owner) return [];
  const [identity] = store.possible
    .withValue(sent.value, seen.origin)
    .filter((one) => store.possible.given(one, sent.value) !== undefined);
  return identity === undefined ? [] : seeBack(store, identity, sent, seen);
}

function seeNamed(
  store: CredentialStore,
  sent: PossibleValue,
  carrier: 'url' | 'body',
  scene: Scene,
): string[] {
  const identity = identityOf(sent.name, scene);
  return seeBack(store, identity, sent, sightingOf(sent, carrier, 'sent', scene));
}

function seeBack(
  store: CredentialStore,
  identity: string,
  { value }: PossibleValue,
  seen: NewSighting,
): string[] {
  const given = store.possible.given(identity, value);
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
  carrier: NewSighting['carrier'],
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
