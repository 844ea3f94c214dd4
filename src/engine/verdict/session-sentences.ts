import type { Credential } from '../model.js';
import { SAYS_USER } from '../roles/bare-claim.js';
import { restsOnItsName } from '../rules/confidence.js';
import { type Text, text } from '../text.js';
import { holdsOf } from '../values/holds.js';
import { tellName } from '../values/telling/redact.js';
import { formatWord } from './format-words.js';

// The verdict in one sentence, where a cookie or an address knows the user again.

export function sessionUrl({ name }: Credential): Text {
  return text(
    'verdict_session_url',
    'The session id travels in the URL ({name}): whoever uses the address acts as you.',
    { name: tellName(name) },
  );
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
  if (restsOnItsName(credential)) return namedCookie(credential);
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

/** What is more than a session, whatever it is used for; undefined for all that is none. */
function passwordCookie({ name, behaviour }: Credential): Text | undefined {
  const held = behaviour.holdsPassword?.held;
  if (held === undefined) return undefined;
  return held === 'hash'
    ? text(
        'verdict_session_password_hash',
        'No session: the cookie {name} holds a bare hash of your password, and sends it with ' +
          'every request.',
        { name: tellName(name) },
      )
    : text(
        'verdict_session_password',
        'No session: the cookie {name} holds your password, and sends it with every request.',
        { name: tellName(name) },
      );
}

/** Whatever was seen of it would be seen of what logs nobody in as well. */
function namedCookie({ name }: Credential): Text {
  return text(
    'verdict_session_named',
    'Perhaps a session, in the cookie {name}: nothing seen here shows that it logs anybody in.',
    { name: tellName(name) },
  );
}
