import type { Credential } from '../../model.js';
import { type Text, text } from '../../text.js';
import type { Aspect } from './cell.js';
import { type Facts, isSelfContained } from './facts.js';
import { tellHost, tellName } from '../../values/redact.js';

// Aspects of attack and defence: who can read it, steal it, forge with it, and take it back.

export const readableBy: Aspect = {
  name: 'readableBy',
  seen: 'received',
  session: (session) => readersOf(session),
  token: (token) =>
    token.carrier === 'cookie'
      ? readersOf(token)
      : token.carriers.some(
            (c) => c === 'localStorage' || c === 'sessionStorage' || c === 'indexedDB',
          )
        ? text('cmp_read_storage', 'Every script of {origin}, third parties’ too.', {
            origin: tellHost(token.origin),
          })
        : text('cmp_read_memory', 'The script that holds it, and whatever can hook into fetch.'),
  cookie: (_, { cookies }) => {
    const known = cookies.filter(
      ({ attributes }) => attributes?.httpOnly !== undefined && attributes.hostOnly !== undefined,
    );
    if (known.length < cookies.length) return partlyKnown(known, cookies.length);
    return text(
      'cmp_read_cookies',
      '{script} of {count} by script; {wide} go to subdomains as well.',
      {
        script: known.filter((c) => !c.attributes?.httpOnly).length,
        count: known.length,
        wide: known.filter((c) => !c.attributes?.hostOnly).length,
      },
    );
  },
};

function partlyKnown(known: readonly Credential[], count: number): Text {
  return text(
    'cmp_read_cookies_partly',
    '{script} of the {known} whose flags were seen by script; those of {unseen} more were not seen.',
    {
      script: known.filter((c) => !c.attributes?.httpOnly).length,
      known: known.length,
      unseen: count - known.length,
    },
  );
}

function readersOf({ attributes, carrier, host }: Credential): Text {
  if (carrier === 'url') return text('cmp_read_url', 'Everybody who sees the address.');
  if (attributes?.httpOnly === undefined) return UNKNOWN_FLAGS;
  const { domain = host, hostOnly } = attributes;
  const where = hostOnly === false ? `*.${domain}` : domain;
  return attributes.httpOnly
    ? text('cmp_read_http_only', 'No script (HttpOnly); servers of {where}.', {
        where: tellHost(where),
      })
    : text('cmp_read_script', 'Every script of the page, and servers of {where}.', {
        where: tellHost(where),
      });
}

const UNKNOWN_FLAGS = text(
  'cmp_flags_unknown',
  'Its flags were not seen: reload the page, or log in again.',
);

export const stolenByXss: Aspect = {
  name: 'stolenByXss',
  seen: 'received',
  session: (session) => theftOf(session),
  token: (token) =>
    token.carrier === 'cookie'
      ? theftOf(token)
      : token.carriers.includes('localStorage')
        ? text(
            'cmp_xss_local',
            'Taken away and used elsewhere until it ends, also long after the page is closed.',
          )
        : text(
            'cmp_xss_memory',
            'Harder to take from memory, yet script in the page can still use it.',
          ),
  cookie: (cookie) => theftOf(cookie),
};

function theftOf({ attributes, carrier }: Credential): Text {
  if (carrier === 'url')
    return text('cmp_xss_url', 'Taken away by one line of script: it stands in the address.');
  if (attributes?.httpOnly === undefined) return UNKNOWN_FLAGS;
  return attributes.httpOnly
    ? text(
        'cmp_xss_http_only',
        'Cannot be taken away; hostile script can only use it while the page is open.',
      )
    : text('cmp_xss_readable', 'Taken away by one line of script: HttpOnly is missing.');
}

export const forgedByCsrf: Aspect = {
  name: 'forgedByCsrf',
  seen: 'sent',
  session: (session, facts) => forgeryOf(session, facts),
  token: (token, facts) =>
    token.carrier === 'cookie'
      ? forgeryOf(token, facts)
      : text('cmp_csrf_bearer', 'Not possible: browsers never send it by themselves.'),
  cookie: (cookie, facts) => forgeryOf(cookie, facts),
};

function forgeryOf({ attributes, carrier }: Credential, { csrf }: Facts): Text {
  if (carrier !== 'cookie')
    return text('cmp_csrf_url', 'An address with the id in it acts as the user.');
  if (attributes?.sameSite === undefined) return UNKNOWN_FLAGS;
  const sameSite = (
    {
      strict: 'SameSite=Strict',
      lax: 'SameSite=Lax',
      none: 'SameSite=None',
      unset: 'SameSite unset',
    } as const
  )[attributes.sameSite];
  if (csrf)
    return text(
      'cmp_csrf_token',
      'The browser sends it by itself; an anti-CSRF token ({name}) and {sameSite} stand against it.',
      { name: tellName(csrf.name), sameSite },
    );
  if (attributes.sameSite === 'strict' || attributes.sameSite === 'lax')
    return text(
      'cmp_csrf_same_site',
      'The browser sends it by itself; {sameSite} stops other sites’ POST requests.',
      { sameSite },
    );
  return text(
    'cmp_csrf_open',
    'The browser sends it by itself ({sameSite}), and no anti-CSRF token was seen. Whether the server checks Origin or Referer: repeat a POST with another Origin.',
    { sameSite },
  );
}

export const revocable: Aspect = {
  name: 'revocable',
  seen: 'sent',
  session: ({ behaviour }) =>
    behaviour.clearedAtLogout
      ? text(
          'cmp_revoke_session_seen',
          'Yes, by forgetting it; the logout cleared the cookie. Whether the server forgot it too: send the old id again.',
        )
      : text(
          'cmp_revoke_session',
          'Yes, by forgetting it on the server. Log out and send the old id again to see whether it does.',
        ),
  token: (token) =>
    isSelfContained(token)
      ? text(
          'cmp_revoke_self',
          'Not before it ends, unless every server keeps a list of those taken back: use it after the logout to see.',
        )
      : text('cmp_revoke_reference', 'Yes: the server looks it up at each use.'),
  cookie: () =>
    text(
      'cmp_revoke_cookie',
      'Deleting the cookie takes it from this browser only; a copy of its value lives on.',
    ),
};

export const secondServer: Aspect = {
  name: 'secondServer',
  seen: 'sent',
  session: (_, { affinity }) =>
    affinity
      ? text(
          'cmp_scale_affinity',
          '{name} ties the user to one server, so sessions may be kept in its memory. Send the id without it to see.',
          { name: tellName(affinity.name) },
        )
      : text(
          'cmp_scale_session',
          'It must reach the same store. The browser cannot see which: watch for lost logins behind a second server.',
        ),
  token: (token) =>
    isSelfContained(token)
      ? text('cmp_scale_token', 'It may need the key and nothing else.')
      : text('cmp_scale_reference', 'It must be able to look the token up.'),
  cookie: (cookie) =>
    isSelfContained(cookie)
      ? text('cmp_scale_token', 'It may need the key and nothing else.')
      : text(
          'cmp_scale_cookie',
          'The cookie arrives there just the same; its meaning must as well.',
        ),
};
