import type { Credential, ExchangeRef } from '../../model.js';
import { type Text, text } from '../../text.js';
import { tellRequest } from '../../values/telling/redact.js';
import { span } from '../../values/telling/span.js';
import type { Aspect } from './cell.js';
import type { Facts } from './facts.js';
import { givenBy, isChangedUnseen } from './given-by.js';
import { ownLife } from './inside.js';

// Aspects of time: since when one has it, and until when.

export const setBy: Aspect = {
  name: 'setBy',
  seen: 'received',
  session: (session, facts) => setByOf(session, facts),
  token: (token, facts) => setByOf(token, facts),
  cookie: (cookie, facts) => setByOf(cookie, facts),
};

function setByOf(credential: Credential, { gaveSince }: Facts): Text {
  const by = givenBy(credential, gaveSince);
  const isCookie = credential.kind === 'cookie';
  if (isCookie && isChangedUnseen(credential))
    return text(
      'cmp_set_by_elsewhere',
      'Not seen here: its present value is of a script, or of another tab or window, where the ' +
        'login may have been.',
    );
  if (by && isInMessage(credential, by))
    return text('cmp_set_by_message', 'A message of the WebSocket {request}.', {
      request: tellRequest(by),
    });
  if (by)
    return isCookie
      ? text('cmp_set_by_header', 'Set-Cookie in the response to {request}.', {
          request: tellRequest(by),
        })
      : text('cmp_set_by_response', 'The response to {request}.', { request: tellRequest(by) });
  if (isCookie)
    return text(
      'cmp_set_by_before',
      'Not seen: by script, in another tab or window, or before recording began.',
    );
  return credential.carriers.every((carrier) => carrier === 'url')
    ? text('cmp_set_by_address', 'Not seen: the first address that was seen had it already.')
    : text(
        'cmp_set_by_unseen',
        'Its issue was not seen: open DevTools before logging in to see response bodies.',
      );
}

/** Of a WebSocket, messages give what the answer that opened it does not. */
function isInMessage({ kind, sightings }: Credential, by: ExchangeRef): boolean {
  const received = sightings.filter(
    ({ direction, firstExchange, lastExchange }) =>
      direction === 'received' && (firstExchange?.id === by.id || lastExchange?.id === by.id),
  );
  return (
    kind !== 'cookie' &&
    received.length > 0 &&
    received.every(({ carrier }) => carrier === 'websocket')
  );
}

export const ends: Aspect = {
  name: 'ends',
  seen: 'received',
  session: (session) =>
    session.kind === 'cookie'
      ? cookieEnd(session)
      : text('cmp_ends_server', 'The server decides: leave the page idle, then reload it.'),
  token: (token) => {
    const own = ownLife(token);
    if (own !== undefined)
      return text('cmp_ends_token', '{span} after its issue (exp).', { span: span(own) });
    if (token.kind === 'cookie') return cookieEnd(token);
    if (token.expires === 'at' && token.expiresAt !== undefined)
      return text('cmp_ends_told', '{span} after its issue, as the response said.', {
        span: span(token.expiresAt - (token.issuedAt ?? token.firstSeen)),
      });
    return token.jwt
      ? text('cmp_ends_never', 'Never, by itself: it has no exp.')
      : text('cmp_ends_unknown', 'Not to be read in it; the server decides.');
  },
  cookie: (cookie, { cookies }) => (cookies.length === 1 ? cookieEnd(cookie) : cookieEnds(cookies)),
};

function cookieEnd({ attributes, expiresAt, cookie, firstSeen }: Credential): Text {
  const isUnknown = attributes?.persistent && expiresAt === undefined;
  if (attributes?.persistent === undefined || isUnknown)
    return text(
      'cmp_ends_session_unknown',
      'Not seen; the server’s own limit cannot be seen either: leave the page idle, ' +
        'then reload it.',
    );
  return expiresAt !== undefined && attributes.persistent
    ? text(
        'cmp_ends_session_date',
        'The cookie after {span}; the server’s own limit cannot be seen: leave the page idle, ' +
          'then reload it.',
        { span: span(expiresAt - (cookie?.setAt ?? firstSeen)) },
      )
    : text(
        'cmp_ends_session',
        'The cookie with the browser session; the server’s own limit cannot be seen: leave the ' +
          'page idle, then reload it.',
      );
}

function cookieEnds(cookies: readonly Credential[]): Text {
  const told = cookies.map((c) => c.attributes?.persistent);
  const persistent = told.filter((one) => one === true).length;
  const unseen = told.filter((one) => one === undefined).length;
  const session = cookies.length - persistent - unseen;
  if (unseen === cookies.length)
    return text('cmp_ends_cookies_unseen', 'Not seen of any of the {count}.', { count: unseen });
  if (persistent === cookies.length)
    return text('cmp_ends_cookies_dates', 'Each on a date of its own.');
  if (session === cookies.length)
    return text('cmp_ends_cookies_session', 'All with the browser session.');
  if (persistent === 0)
    return text(
      'cmp_ends_cookies_session_partly',
      'With the browser session: {session}; not seen: {unseen}.',
      { session, unseen },
    );
  if (session === 0)
    return text('cmp_ends_cookies_dates_partly', 'On a date: {persistent}; not seen: {unseen}.', {
      persistent,
      unseen,
    });
  return unseen > 0
    ? text(
        'cmp_ends_cookies_partly',
        'With the browser session: {session}; on a date: {persistent}; not seen: {unseen}.',
        { session, persistent, unseen },
      )
    : text('cmp_ends_cookies', 'With the browser session: {session}; on a date: {persistent}.', {
        session,
        persistent,
      });
}
