import type { Credential, Sighting } from '../model.js';
import { restsOnItsName } from '../rules/confidence.js';
import { type Text, text, type Told } from '../text.js';
import { holdsOf } from '../values/holds.js';
import { tellName, tellPlace } from '../values/telling/redact.js';
import { areaWord, formatWord } from './format-words.js';
import { nameOf, plainLocator } from './names.js';
import { sentIn, storedOf } from './standing.js';

// The verdict in one sentence, where script sends a token: with the header, the store and the name
// that were seen.

export function hybrid(cookie: Credential, bearer: Credential): Text {
  const values = {
    cookie: tellName(cookie.name),
    format: formatWord(bearer.format),
    locator: sentAs(bearer) ?? nameOf(bearer),
  };
  return holdsOf(cookie) === 'id'
    ? text(
        'verdict_hybrid',
        'A hybrid: the cookie {cookie} keeps a session, and script sends a token ({format}) as ' +
          '{locator} beside it.',
        values,
      )
    : text(
        'verdict_hybrid_token',
        'A hybrid: the cookie {cookie} stands for you, and script sends a token ({format}) as ' +
          '{locator} beside it.',
        values,
      );
}

/** Where a bearer token was kept, and how it was sent, as far as both were seen. */
export function bearerToken(token: Credential): Text {
  const locator = sentAs(token);
  const format = formatWord(token.format);
  if (locator !== undefined && isBound(token))
    return text(
      'verdict_bound_token',
      'A token ({format}) that is bound to a key, sent as {locator} by script: without the key ' +
        'nobody else can use it.',
      { format, locator },
    );
  const stored = storedOf(token);
  if (restsOnItsName(token)) return namedToken(token, format, locator);
  if (stored) return storedToken(stored, format, locator);
  if (locator !== undefined && token.kind === 'cookie')
    return text(
      'verdict_bearer_cookie',
      'A bearer token ({format}), kept by script in the cookie {key} and sent as {locator}: ' +
        'whoever holds it is you.',
      { format, key: tellName(token.name), locator },
    );
  return locator === undefined
    ? text(
        'verdict_bearer_received',
        'A bearer token ({format}), given in a response as {name}; no request with it was seen. ' +
          'Whoever holds it is you.',
        { format, name: nameOf(token) },
      )
    : text(
        'verdict_bearer_memory',
        'A bearer token ({format}), in no storage that was seen, sent as {locator} by script: ' +
          'whoever holds it is you.',
        { format, locator },
      );
}

/** Whatever was seen of it would be seen of what logs nobody in as well. */
function namedToken(token: Credential, format: Told, locator: Told | undefined): Text {
  return text(
    'verdict_bearer_named',
    'Perhaps a bearer token ({format}): {name} is called so, and nothing seen here shows that it ' +
      'logs anybody in.',
    { format, name: locator ?? nameOf(token) },
  );
}

function storedToken(
  { carrier, locator: key }: Sighting,
  format: Told,
  locator: Told | undefined,
): Text {
  const place = { format, area: areaWord(carrier), key: tellName(key) };
  return locator === undefined
    ? text(
        'verdict_bearer_stored_only',
        'A bearer token ({format}), found in {area} under {key}; no request with it was seen. ' +
          'Whoever holds it is you.',
        place,
      )
    : text(
        'verdict_bearer_storage',
        'A bearer token ({format}), found in {area} under {key} and sent as {locator} by ' +
          'script: whoever holds it is you.',
        { ...place, locator },
      );
}

/** It comes with a proof of a key (RFC 9449 §7.1), or names the key (RFC 7800 §3.1). */
function isBound({ scheme, jwt }: Credential): boolean {
  return scheme === 'dpop' || jwt?.claims['cnf'] !== undefined;
}

/** Header, parameter or field in which script sent it: `x-app-token (header)`. */
function sentAs(token: Credential): Told | undefined {
  const sent = sentIn(token);
  return sent && tellPlace(tellName(plainLocator(sent.locator, sent.carrier)), sent.carrier);
}
