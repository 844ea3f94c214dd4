import type { Credential, Format } from '../model.js';
import { type Text, text, type Told } from '../text.js';
import { formatFacts } from '../values/formats.js';
import { tellName, tellWord } from '../values/redact.js';

// The verdict in one sentence, with the header, the store and the name that were seen.

/** A format as it is written in a sentence. */
function formatWord(format: Format): Told {
  return tellWord(formatFacts(format).acronym ? format.toUpperCase() : format);
}

export const BASIC = text(
  'verdict_basic',
  'The browser sends name and password with every request (HTTP Basic); there is no session that could end.',
);

export const NOTHING = text(
  'verdict_none',
  'Nothing seen here identifies a user yet. Log in to see what the site gives you.',
);

export const NOTHING_KEPT = text(
  'verdict_none_kept',
  'A login was seen, but nothing by which the site would know you again: what it gave you is not in what was recorded.',
);

export function refused({ name, cookie }: Credential): Text {
  return text(
    'verdict_refused',
    'The browser refused the cookie {name} ({reason}), so the site does not know you again: the login cannot hold.',
    { name: tellName(name), reason: cookie?.rejected?.reason ?? '' },
  );
}

export function sessionUrl({ name }: Credential): Text {
  return text(
    'verdict_session_url',
    'The session id travels in the URL ({name}): whoever sees the address is signed in.',
    { name: tellName(name) },
  );
}

export function apiKey({ name }: Credential): Text {
  return text(
    'verdict_api_key',
    'Requests identify themselves with an API key ({name}); nothing seen here identifies a person.',
    { name: tellName(name) },
  );
}

export function sessionCookie({ name }: Credential): Text {
  return text(
    'verdict_session_cookie',
    'A server-side session: the cookie {name} holds only an id, and what the site knows of you stays on its server.',
    { name: tellName(name) },
  );
}

export function tokenCookie({ name, format }: Credential): Text {
  return text(
    'verdict_token_cookie',
    'A token in a cookie: {name} itself carries who you are ({format}), so the server may need no memory of the session, and then cannot simply end it.',
    { name: tellName(name), format: formatWord(format) },
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
  return text(
    'verdict_hybrid',
    'A hybrid: the cookie {cookie} keeps a session, and a token ({format}), sent as {locator} by script, opens the API.',
    {
      cookie: tellName(cookie.name),
      format: formatWord(bearer.format),
      locator: sentAs(bearer) ?? tellName(bearer.name),
    },
  );
}

/** Where a bearer token was kept, and how it was sent, as far as both were seen. */
export function bearerToken(token: Credential): Text {
  const stored = token.sightings.find(({ direction }) => direction === 'stored');
  const locator = sentAs(token);
  const format = formatWord(token.format);
  if (stored) {
    const place = { format, area: stored.carrier, key: tellName(stored.locator) };
    return locator === undefined
      ? text(
          'verdict_bearer_stored_only',
          'A bearer token ({format}), found in {area} under {key}; no request with it was seen. Whoever holds it is you.',
          place,
        )
      : text(
          'verdict_bearer_storage',
          'A bearer token ({format}), kept by script in {area} under {key} and sent as {locator}: whoever holds it is you.',
          { ...place, locator },
        );
  }
  return locator === undefined
    ? text(
        'verdict_bearer_received',
        'A bearer token ({format}), given in a response as {name}; no request with it was seen. Whoever holds it is you.',
        { format, name: tellName(token.name) },
      )
    : text(
        'verdict_bearer_memory',
        'A bearer token ({format}), found in no storage and sent as {locator} by script: whoever holds it is you.',
        { format, locator },
      );
}

/** Header, parameter or field in which script sent it, the header first. */
function sentAs({ sightings }: Credential): Told | undefined {
  const sent = sightings.filter((s) => s.direction === 'sent' && s.carrier !== 'cookie');
  const chosen = sent.find(({ carrier }) => carrier === 'header') ?? sent[0];
  return chosen && tellName(chosen.locator);
}
