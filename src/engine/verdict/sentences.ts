import type { Carrier, Credential, Format, Sighting } from '../model.js';
import { type Text, text, type Told } from '../text.js';
import { formatFacts } from '../values/formats.js';
import { tellCommon, tellName, tellPlace, tellWord } from '../values/telling/redact.js';
import { SAYS_USER } from '../roles/bare-claim.js';
import { restsOnItsName } from '../rules/confidence.js';
import { holdsOf } from '../values/holds.js';
import { nameOf, plainLocator } from './names.js';
import { sentIn, storedOf } from './standing.js';

// The verdict in one sentence, with the header, the store and the name that were seen.

/** A format as it is written in a sentence. */
export function formatWord(format: Format): Told {
  // What a prefix tells is who made it, not its form.
  if (format === 'known-prefix') return tellCommon('opaque');
  return tellCommon(formatFacts(format).acronym ? format.toUpperCase() : format);
}

/** A store as the standards write it. */
export function areaWord(carrier: Carrier): Told {
  return tellWord(carrier === 'indexedDB' ? 'IndexedDB' : carrier);
}

export function sessionUrl({ name }: Credential): Text {
  return text(
    'verdict_session_url',
    'The session id travels in the URL ({name}): whoever uses the address acts as you.',
    { name: tellName(name) },
  );
}

/** What is more than a session, whatever it is used for; undefined for all that is none. */
function passwordCookie({ name, behaviour }: Credential): Text | undefined {
  return behaviour.holdsPassword
    ? text(
        'verdict_session_password',
        'No session: the cookie {name} holds your password, and sends it with every request.',
        { name: tellName(name) },
      )
    : undefined;
}

/** A cookie whose value shows nothing: by its length an id, or what may be either. */
export function sessionCookie(credential: Credential): Text {
  const name = tellName(credential.name);
  const password = passwordCookie(credential);
  if (password) return password;
  if (credential.evidence.some(({ key }) => key === SAYS_USER.key))
    return text(
      'verdict_session_bare',
      'A session without a secret: in the cookie {name} stands who or what you are, and whoever ' +
        'writes that may be you.',
      { name },
    );
  return holdsOf(credential) === 'id'
    ? text(
        'verdict_session_cookie',
        'A server-side session: the cookie {name} holds an id, and what the site knows of you ' +
          'stays on its server.',
        { name },
      )
    : text(
        'verdict_session_unclear',
        'A session in the cookie {name}: an id of something on the server, or the sealed state ' +
          'itself; from outside the two look alike.',
        { name },
      );
}

export function tokenCookie(credential: Credential): Text {
  const password = passwordCookie(credential);
  if (password) return password;
  const said = { name: tellName(credential.name), format: formatWord(credential.format) };
  return holdsOf(credential) === 'readable'
    ? text(
        'verdict_token_cookie',
        'A token in a cookie: {name} itself carries data that can be read ({format}), so the ' +
          'server may need no memory of the session. Whether it can end one early: send the old ' +
          'value again after the logout.',
        said,
      )
    : text(
        'verdict_token_cookie_sealed',
        'A token in a cookie: {name} has the form of state that is signed or sealed ({format}), ' +
          'so the server may need no memory of the session. Whether it can end one early: send ' +
          'the old value again after the logout.',
        said,
      );
}

/** A cookie that is no session and yet the only one that stands for the user. */
export function onlyCookie(credential: Credential): Text {
  const { name, role } = credential;
  if (role === 'refresh-token')
    return text(
      'verdict_refresh_cookie',
      'The cookie {name} renews a login; the token that it gives was not seen.',
      { name: tellName(name) },
    );
  return role === 'remember-me'
    ? text(
        'verdict_remember_me',
        'The long-lived cookie {name} alone stands for you; no other session was seen.',
        { name: tellName(name) },
      )
    : sessionCookie(credential);
}

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
