import type { Credential, ExchangeRef, Millis } from '../../model.js';
import { siteOf } from '../../normalize/addresses/site.js';
import type { Effect } from '../effect.js';

// A server may let somebody log in to the session that it gave before, and give nothing more.

/**
 * The cookies that the browser sent to the site when somebody logged in there, and what the login
 * itself brought.
 */
export function sentAtLogin(login: ExchangeRef, at: Millis, all: readonly Credential[]): Effect[] {
  const site = siteOf(login.url);
  const sent = ({ kind, sightings }: Credential) =>
    sightings.some(
      (one) =>
        one.direction === 'sent' &&
        (kind === 'cookie'
          ? one.site === site && one.firstAt <= at && one.lastAt >= at
          : one.lastExchange?.id === login.id),
    );
  return all
    .filter(sent)
    .map(({ id }) => ({ kind: 'behaved', id, behaviour: { sentAtLogin: login } }));
}

/**
 * What requests and pages of the site sent until then, beside its cookies: it was there for whoever
 * came.
 */
export function sentForNobody(site: string, at: Millis, all: readonly Credential[]): Effect[] {
  const before = ({ kind, behaviour, sightings }: Credential) =>
    kind !== 'cookie' &&
    behaviour.usedAnonymously === true &&
    sightings.some(
      (one) =>
        one.direction === 'sent' &&
        one.firstAt < at &&
        (one.site === site || one.pageSite === site),
    );
  return all
    .filter(before)
    .map(({ id }) => ({ kind: 'behaved', id, behaviour: { sentForNobody: true } }));
}

/** It was no login. */
export function notSentAtLogin(login: ExchangeRef, all: readonly Credential[]): Effect[] {
  return all
    .filter(({ behaviour }) => behaviour.sentAtLogin?.id === login.id)
    .map(({ id }) => ({ kind: 'behaved', id, behaviour: { sentAtLogin: undefined } }));
}
