import { estimateBits } from '../../values/entropy.js';
import type { Carrier, Credential } from '../../model.js';
import { text } from '../../text.js';
import { span } from '../../values/span.js';
import { type Aspect, bytesOf } from './cell.js';
import { isSelfContained } from './facts.js';
import { tellHost, tellName, tellRequest, tellValue } from '../../values/redact.js';

// Aspects one can look up: who holds it, where, in which form, since when, until when.

export const stateHolder: Aspect = {
  name: 'stateHolder',
  seen: 'received',
  session: ({ name }) =>
    text('cmp_state_session', 'The server: {name} is an id that means nothing elsewhere.', {
      name: tellName(name),
    }),
  token: (token) =>
    token.jwt
      ? text('cmp_state_token', 'The token itself: {count} claims, signed with {alg}.', {
          count: Object.keys(token.jwt.claims).length,
          alg: tellValue(token.jwt.header.alg),
        })
      : isSelfContained(token)
        ? text('cmp_state_sealed', 'The token itself, sealed so that only the server can read it.')
        : text('cmp_state_reference', 'The server: the token is a reference to it.'),
  cookie: (cookie) =>
    isSelfContained(cookie)
      ? text('cmp_state_cookie_self', '{name} carries the state itself.', {
          name: tellName(cookie.name),
        })
      : text('cmp_state_cookie_id', '{name} carries an id; a cookie is only the envelope.', {
          name: tellName(cookie.name),
        }),
};

const STORED: readonly Carrier[] = ['localStorage', 'sessionStorage', 'indexedDB'];

export const storedIn: Aspect = {
  name: 'storedIn',
  seen: 'stored',
  session: ({ carrier, name }) =>
    carrier === 'url'
      ? text('cmp_stored_url', 'Nowhere: it is part of the address ({name}).', {
          name: tellName(name),
        })
      : text('cmp_stored_jar', 'The browser’s cookie jar, as {name}.', { name: tellName(name) }),
  token: ({ carrier, carriers, name }) => {
    const area = STORED.find((one) => carriers.includes(one));
    if (carrier === 'cookie')
      return text('cmp_stored_jar', 'The browser’s cookie jar, as {name}.', {
        name: tellName(name),
      });
    if (area)
      return text('cmp_stored_area', '{area}, under {name}.', { area, name: tellName(name) });
    return text('cmp_stored_memory', 'In no storage that was seen: script holds it in memory.');
  },
  cookie: ({ host }, { cookies }) =>
    text(
      'cmp_stored_cookies',
      'The browser’s cookie jar: {count} cookies of {host} and its site.',
      { count: cookies.length, host: tellHost(host) },
    ),
};

export const format: Aspect = {
  name: 'format',
  seen: 'received',
  session: (session) => formOf(session),
  token: (token) => formOf(token),
  cookie: (cookie) => formOf(cookie),
};

function formOf({ format: form, value, jwt }: Credential) {
  if (jwt)
    return text('cmp_format_jwt', 'JWT ({alg}): anybody who has it can read it.', {
      alg: tellValue(jwt.header.alg),
    });
  return text('cmp_format_other', '{format}, {length} characters, about {bits} bits of entropy.', {
    format: form,
    length: value.length,
    bits: estimateBits(value),
  });
}

export const setBy: Aspect = {
  name: 'setBy',
  seen: 'received',
  session: (session) => setByOf(session),
  token: (token) => {
    const received = token.sightings.find((s) => s.direction === 'received' && s.firstExchange);
    return received?.firstExchange
      ? text('cmp_set_by_response', 'The response to {request}.', {
          request: tellRequest(received.firstExchange),
        })
      : text(
          'cmp_set_by_unseen',
          'Its issue was not seen: open DevTools before logging in to see response bodies.',
        );
  },
  cookie: (cookie) => setByOf(cookie),
};

function setByOf({ cookie }: Credential) {
  return cookie?.setBy
    ? text('cmp_set_by_header', 'Set-Cookie in the response to {request}.', {
        request: tellRequest(cookie.setBy),
      })
    : text('cmp_set_by_before', 'Not seen: by script, or before recording began.');
}

export const ends: Aspect = {
  name: 'ends',
  seen: 'received',
  session: ({ attributes, expiresAt, cookie, firstSeen }) => {
    if (attributes?.persistent === undefined)
      return text(
        'cmp_ends_session_unknown',
        'Not seen; the server’s own limit cannot be seen either: leave the page idle, then reload it.',
      );
    return attributes.persistent && expiresAt !== undefined
      ? text(
          'cmp_ends_session_date',
          'The cookie after {span}; the server’s own limit cannot be seen: leave the page idle, then reload it.',
          { span: span(expiresAt - (cookie?.setAt ?? firstSeen)) },
        )
      : text(
          'cmp_ends_session',
          'The cookie with the browser session; the server’s own limit cannot be seen: leave the page idle, then reload it.',
        );
  },
  token: (token) =>
    token.expires === 'at' && token.expiresAt !== undefined
      ? text('cmp_ends_token', '{span} after its issue (exp).', {
          span: span(token.expiresAt - (token.issuedAt ?? token.firstSeen)),
        })
      : token.expires === 'never'
        ? text('cmp_ends_never', 'Never: it has no exp.')
        : text('cmp_ends_unknown', 'Not written in it; the server decides.'),
  cookie: (_, { cookies }) => {
    const told = cookies.map((c) => c.attributes?.persistent);
    const persistent = told.filter((one) => one === true).length;
    const unseen = told.filter((one) => one === undefined).length;
    if (unseen > 0)
      return text(
        'cmp_ends_cookies_partly',
        '{session} with the browser session, {persistent} on a date; the end of {unseen} was not seen.',
        { session: cookies.length - persistent - unseen, persistent, unseen },
      );
    return text('cmp_ends_cookies', '{session} with the browser session, {persistent} on a date.', {
      session: cookies.length - persistent,
      persistent,
    });
  },
};

export const size: Aspect = {
  name: 'size',
  seen: 'sent',
  session: (session) =>
    text('cmp_size_session', '{bytes} bytes in every request.', { bytes: bytesOf(session) }),
  token: (token) =>
    text(
      'cmp_size_token',
      '{bytes} bytes in every request that carries it; servers take headers of about 8,192.',
      { bytes: bytesOf(token) },
    ),
  cookie: (_, { cookies }) => {
    const largest = Math.max(0, ...cookies.map(bytesOf));
    const header = cookies.reduce((sum, c) => sum + bytesOf(c) + 3, 0);
    return text(
      'cmp_size_cookie',
      'The largest has {largest} of 4,096 bytes; all {count} (of at least 50) make up to {header} bytes a request.',
      { largest, count: cookies.length, header },
    );
  },
};
