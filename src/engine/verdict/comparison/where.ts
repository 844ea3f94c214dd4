import { strengthOf } from '../../credentials/strength.js';
import type { Credential } from '../../model.js';
import { type Text, text } from '../../text.js';
import { tellHost, tellList, tellName, tellValue } from '../../values/telling/redact.js';
import { holdsOf, isSelfContained } from '../../values/holds.js';
import { nameOf } from '../names.js';
import { areaWord, formatWord } from '../format-words.js';
import { storedOf, wasSent } from '../standing.js';
import { type Aspect, bytesOf } from './cell.js';
import { claimsOf, leftStorage, MOST_CLAIMS } from './inside.js';

// Aspects one can look up: who holds it, where, in which form.

/** From this on a value fills a good part of what servers take. */
const LARGE = 1_024;

export const stateHolder: Aspect = {
  name: 'stateHolder',
  seen: 'received',
  session: (session) =>
    holdsOf(session) === 'id'
      ? text('cmp_state_session', 'The server: {name} is an id that means nothing elsewhere.', {
          name: tellName(session.name),
        })
      : (passwordOf(session) ?? UNCLEAR),
  token: (token) => {
    const claims = claimsOf(token);
    if (token.jwt && claims.length > 0)
      return text('cmp_state_token', 'The token itself ({alg}): {claims}.', {
        alg: tellValue(token.jwt.header.alg),
        claims: tellList(claims, MOST_CLAIMS),
      });
    return (
      stateIn(token) ??
      text('cmp_state_reference', 'The server, it seems: the token shows nothing.')
    );
  },
  cookie: (cookie) =>
    stateIn(cookie) ??
    text('cmp_state_cookie_id', '{name} carries an id; a cookie is only the envelope.', {
      name: tellName(cookie.name),
    }),
};

const UNCLEAR = text(
  'cmp_state_unclear',
  'Not to be told: the value may be an id of something on the server, or the sealed state itself.',
);

function passwordOf({ name, behaviour }: Credential): Text | undefined {
  return behaviour.holdsPassword
    ? text('cmp_state_password', '{name} itself: it holds your password.', { name: tellName(name) })
    : undefined;
}

/** What a value that is more than an id holds. */
function stateIn(credential: Credential): Text | undefined {
  const name = nameOf(credential);
  const password = passwordOf(credential);
  if (password) return password;
  switch (holdsOf(credential)) {
    case 'readable':
      return text(
        'cmp_state_readable',
        '{name} itself: everybody who has it can read what it says.',
        {
          name,
        },
      );
    case 'sealed':
      return text(
        'cmp_state_sealed',
        '{name} itself, in a form in which servers sign or seal data.',
        {
          name,
        },
      );
    case 'unknown':
      return UNCLEAR;
    case 'id':
      return undefined;
  }
}

export const storedIn: Aspect = {
  name: 'storedIn',
  seen: 'stored',
  session: (session) => placeOf(session),
  token: (token) => placeOf(token),
  cookie: (cookie, { cookies }) =>
    cookies.length === 1
      ? placeOf(cookie)
      : text(
          'cmp_stored_cookies',
          'The browser’s cookie jar; {count} cookies of {host} and its site were seen.',
          { count: cookies.length, host: tellHost(cookie.host) },
        ),
};

/** Where it lies; where it left a storage before its own end, that too. */
function placeOf(credential: Credential): Text {
  const name = tellName(credential.name);
  if (credential.kind === 'cookie')
    return text('cmp_stored_jar', 'The browser’s cookie jar, as {name}.', { name });
  const stored = storedOf(credential);
  if (stored) {
    const place = { area: areaWord(stored.carrier), name: tellName(stored.locator) };
    return leftStorage(credential)
      ? text(
          'cmp_stored_earlier',
          'Earlier {area}, under {name}; now in no storage that was seen.',
          place,
        )
      : text('cmp_stored_area', '{area}, under {name}.', place);
  }
  // Forms of the same pages may have it, too; what script sends in a header lives elsewhere.
  if (credential.carrier === 'url')
    return text('cmp_stored_url', 'Nowhere: it is part of the address ({name}).', { name });
  return wasSent(credential)
    ? text('cmp_stored_memory', 'In no storage that was seen: script may hold it in memory alone.')
    : text('cmp_stored_unseen', 'In no storage that was seen; a response gave it.');
}

export const format: Aspect = {
  name: 'format',
  seen: 'received',
  session: (session) => formOf(session),
  token: (token) => formOf(token),
  cookie: (cookie) => formOf(cookie),
};

function formOf(credential: Credential): Text {
  const { format: form, value, jwt } = credential;
  if (jwt)
    return text('cmp_format_jwt', 'JWT ({alg}): anybody who has it can read it.', {
      alg: tellValue(jwt.header.alg),
    });
  const told = { format: formatWord(form), length: value.length };
  // What is sealed is as random as its seal: the figure would say nothing of what it protects.
  const strength = isSelfContained(credential) ? undefined : strengthOf(credential);
  return strength === undefined
    ? text('cmp_format_state', '{format}, {length} characters.', told)
    : text('cmp_format_other', '{format}, {length} characters, about {bits} bits of entropy.', {
        ...told,
        bits: Math.round(strength.bits),
      });
}

export const size: Aspect = {
  name: 'size',
  seen: 'sent',
  session: (session) => sizeOf(session),
  token: (token) => sizeOf(token),
  cookie: (_, { cookies }) => {
    const largest = Math.max(0, ...cookies.map(bytesOf));
    const header = cookies.reduce((sum, c) => sum + bytesOf(c) + 3, 0);
    return cookies.length === 1
      ? text('cmp_size_one', 'It has {largest} of 4,096 bytes.', { largest })
      : text(
          'cmp_size_cookie',
          'The largest has {largest} of 4,096 bytes; all {count} (of at least 50) make up to ' +
            '{header} bytes a request.',
          { largest, count: cookies.length, header },
        );
  },
};

function sizeOf(credential: Credential): Text {
  const bytes = bytesOf(credential);
  if (isSentInMessages(credential))
    return text('cmp_size_message', '{bytes} bytes in every message that carries it.', { bytes });
  return bytes < LARGE
    ? text('cmp_size_session', '{bytes} bytes in every request that carries it.', { bytes })
    : text(
        'cmp_size_token',
        '{bytes} bytes in every request that carries it; servers take headers of about 8,192.',
        { bytes },
      );
}

/** A WebSocket's requests have none of it: what they open carries it. */
function isSentInMessages({ sightings }: Credential): boolean {
  const sent = sightings.filter(({ direction }) => direction === 'sent');
  return sent.length > 0 && sent.every(({ carrier }) => carrier === 'websocket');
}
