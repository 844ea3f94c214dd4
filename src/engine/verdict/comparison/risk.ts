import type { Credential } from '../../model.js';
import { type Text, text, type Told } from '../../text.js';
import { tellName, tellRequest } from '../../values/telling/redact.js';
import { holdsOf } from '../../values/holds.js';
import { wasSentIn } from '../standing.js';
import { type Aspect, UNKNOWN_FLAGS } from './cell.js';
import type { Facts } from './facts.js';

// Aspects of attack and defence: who can forge with it, take it back, and know it at another
// server.

export const forgedByCsrf: Aspect = {
  name: 'forgedByCsrf',
  seen: 'sent',
  session: (session, facts) => forgeryOf(session, facts),
  token: (token, facts) => forgeryOf(token, facts),
  cookie: (cookie, facts) => forgeryOf(cookie, facts),
};

function forgeryOf(credential: Credential, facts: Facts): Text {
  if (credential.kind === 'cookie') return cookieForgery(credential, facts);
  if (wasSentIn(credential, 'url'))
    return text('cmp_csrf_url', 'Not without it: an address with it in it acts as the user.');
  return text('cmp_csrf_bearer', 'Not possible: browsers never send it by themselves.');
}

function cookieForgery({ attributes }: Credential, { csrf }: Facts): Text {
  if (attributes?.sameSite === undefined) return UNKNOWN_FLAGS;
  const name = csrf && tellName(csrf.name);
  if (attributes.sameSite === 'unset') return unsetForgery(name);
  const sameSite = (
    {
      strict: 'SameSite=Strict',
      lax: 'SameSite=Lax',
      none: 'SameSite=None',
    } as const
  )[attributes.sameSite];
  if (attributes.sameSite === 'strict' || attributes.sameSite === 'lax')
    return name === undefined
      ? text(
          'cmp_csrf_same_site',
          'The browser sends it by itself; {sameSite} stops other sites’ POST requests.',
          { sameSite },
        )
      : text(
          'cmp_csrf_token',
          'The browser sends it by itself; {sameSite} stops other sites’ POST requests, and an ' +
            'anti-CSRF token was seen ({name}).',
          { name, sameSite },
        );
  return name === undefined
    ? text(
        'cmp_csrf_open',
        'The browser sends it by itself ({sameSite}), and no anti-CSRF token was seen. Whether ' +
          'the server checks Origin or Referer: repeat a POST with another Origin.',
        { sameSite },
      )
    : text(
        'cmp_csrf_guarded',
        'The browser sends it by itself ({sameSite}); an anti-CSRF token was seen ({name}). ' +
          'Whether the server insists on it: repeat a POST without it.',
        { name, sameSite },
      );
}

/** Browsers differ: Chromium takes it for Lax, after the two minutes of its exception for POST. */
function unsetForgery(name: Told | undefined): Text {
  return name === undefined
    ? text(
        'cmp_csrf_unset',
        'SameSite is unset: Chromium takes it for Lax, except in its first two minutes; other ' +
          'browsers send it with any site’s form. No anti-CSRF token was seen. Whether the ' +
          'server checks Origin or Referer: repeat a POST with another Origin.',
      )
    : text(
        'cmp_csrf_unset_guarded',
        'SameSite is unset: Chromium takes it for Lax, except in its first two minutes; other ' +
          'browsers send it with any site’s form. An anti-CSRF token was seen ({name}). Whether ' +
          'the server insists on it: repeat a POST without it.',
        { name },
      );
}

export const revocable: Aspect = {
  name: 'revocable',
  seen: 'sent',
  session: (session, { hasLogout }) => {
    const seen = seenRevoked(session);
    if (seen) return seen;
    if (holdsOf(session) !== 'id') return UNCLEAR;
    if (hasLogout && !session.behaviour.clearedAtLogout) return FORGOTTEN_PERHAPS;
    return session.kind === 'cookie' && session.behaviour.clearedAtLogout
      ? text(
          'cmp_revoke_session_seen',
          'Yes, by forgetting it; the logout cleared the cookie. Whether the server forgot it ' +
            'too: send the old id again.',
        )
      : text(
          'cmp_revoke_session',
          'Yes, by forgetting it on the server. Log out and send the old id again to see ' +
            'whether it does.',
        );
  },
  token: (token) => {
    const seen = seenRevoked(token);
    if (seen) return seen;
    const holds = holdsOf(token);
    if (holds === 'id') return REFERENCE;
    return holds === 'unknown'
      ? UNCLEAR
      : text(
          'cmp_revoke_self',
          'It holds until it ends, unless the server also asks a list or a store: use it after ' +
            'the logout to see.',
        );
  },
  cookie: () =>
    text(
      'cmp_revoke_cookie',
      'Deleting the cookie takes it from this browser only; a copy of its value lives on.',
    ),
};

/** What the server did with the value after a logout, where that was seen. */
function seenRevoked({ behaviour }: Credential): Text | undefined {
  const { accepted, answered, refused } = behaviour.afterLogout ?? {};
  if (accepted)
    return text(
      'cmp_revoke_accepted',
      'Not by the logout that was seen: after it the old value still worked, with {request}.',
      { request: tellRequest(accepted) },
    );
  if (refused)
    return text(
      'cmp_revoke_refused',
      'Yes: after the logout {request} was refused with the old value.',
      { request: tellRequest(refused) },
    );
  return (
    answered &&
    text(
      'cmp_revoke_answered',
      'Not to be told yet: after the logout {request} was answered with the old value, but ' +
        'perhaps anybody gets that answer. Send the old value to a page that is for users alone.',
      { request: tellRequest(answered) },
    )
  );
}

const FORGOTTEN_PERHAPS = text(
  'cmp_revoke_session_logout',
  'Yes, by forgetting it on the server. Whether the logout that was seen did that: send the old ' +
    'id again.',
);
const REFERENCE = text(
  'cmp_revoke_reference',
  'Yes, where the server looks it up at each use: use it after the logout to see.',
);
const UNCLEAR = text(
  'cmp_revoke_unclear',
  'Not to be told from outside: send the old value again after the logout to see.',
);

export const secondServer: Aspect = {
  name: 'secondServer',
  seen: 'sent',
  session: (_, { affinity }) =>
    affinity
      ? text(
          'cmp_scale_affinity',
          '{name} ties the user to one server, whose memory may hold the session. Send the id ' +
            'without it to see.',
          { name: tellName(affinity.name) },
        )
      : text(
          'cmp_scale_session',
          'It must reach the same store. The browser cannot see which: watch for lost logins ' +
            'behind a second server.',
        ),
  token: (token) =>
    elsewhere(token) ?? text('cmp_scale_reference', 'It must be able to look the token up.'),
  cookie: (cookie) =>
    elsewhere(cookie) ??
    text('cmp_scale_cookie', 'The cookie arrives there just the same; its meaning must as well.'),
};

/** What another server needs for a value that is more than an id. */
function elsewhere(credential: Credential): Text | undefined {
  const holds = holdsOf(credential);
  if (holds === 'id') return undefined;
  return holds === 'unknown'
    ? text('cmp_scale_unclear', 'The same key, or the same store: from outside nobody can tell.')
    : text('cmp_scale_token', 'It may need the key and nothing else.');
}
