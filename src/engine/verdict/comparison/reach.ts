import type { Credential } from '../../model.js';
import { type Text, text, type Told } from '../../text.js';
import { tellHost, tellList, tellPath, tellPlace, tellValue } from '../../values/telling/redact.js';
import { span } from '../../values/telling/span.js';
import { nameOf } from '../names.js';
import type { Aspect } from './cell.js';
import { claimsOf, MOST_CLAIMS, ownLife } from './inside.js';

// Aspects of reach: where it goes, and what it opens there.

export const sentTo: Aspect = {
  name: 'sentTo',
  seen: 'sent',
  session: (session) => targetsOf(session),
  token: (token) => targetsOf(token),
  cookie: (cookie) => targetsOf(cookie),
};

function targetsOf({ sightings }: Credential) {
  const origins = [
    ...new Set(sightings.filter((s) => s.direction === 'sent').map((s) => s.origin)),
  ];
  const count = sightings.reduce((sum, s) => sum + (s.direction === 'sent' ? s.count : 0), 0);
  if (count === 0) return text('cmp_sent_never', 'Not sent so far.');
  const told = tellList(origins.map(tellHost), 3);
  return count === 1
    ? text('cmp_sent_once', '{origins}: one request.', { origins: told })
    : text('cmp_sent_to', '{origins}: {count} requests.', { origins: told, count });
}

export const acrossDomains: Aspect = {
  name: 'acrossDomains',
  seen: 'sent',
  session: (session) => domainsOf(session),
  token: (token) => domainsOf(token),
  cookie: (cookie) => domainsOf(cookie),
};

function domainsOf(credential: Credential): Text {
  if (credential.kind === 'cookie') return toldDomain(credential);
  const sent = credential.sightings.filter((s) => s.direction === 'sent');
  const sites = new Set(sent.map((s) => s.site));
  if (sites.size > 1)
    return text('cmp_domains_token_many', 'Yes: it was sent to {count} sites.', {
      count: sites.size,
    });
  return sent.some(({ carrier }) => carrier === 'url')
    ? text('cmp_domains_url', 'Yes, wherever a link leads that has it; seen at one site only.')
    : text(
        'cmp_domains_token',
        'Yes, wherever script sends it and CORS lets it; seen at no more than one site.',
      );
}

function toldDomain({ attributes, host }: Credential) {
  if (attributes?.hostOnly === undefined || attributes.domain === undefined)
    return text('cmp_domains_host', 'To {host}; its Domain was not seen.', {
      host: tellHost(host),
    });
  return attributes.hostOnly
    ? text('cmp_domains_host_only', 'No: to {domain} alone.', {
        domain: tellHost(attributes.domain),
      })
    : text('cmp_domains_wide', 'To {domain} and all its subdomains, to no other domain.', {
        domain: tellHost(attributes.domain),
      });
}

export const accessRefresh: Aspect = {
  name: 'accessRefresh',
  seen: 'received',
  session: (_, { remember }) =>
    remember
      ? text(
          'cmp_split_remember',
          'One id for everything; to begin another session after it is what {name} is for.',
          {
            name: nameOf(remember),
          },
        )
      : text('cmp_split_session', 'None: one id for everything, as long as it lasts.'),
  token: (token, { refresh }) => {
    const lasts = lifeOf(token);
    if (!refresh && lasts !== undefined && isRenewed(token))
      return text(
        'cmp_split_renewed',
        'No refresh token was seen: a token lasts {access}, and another one took its place.',
        { access: lasts },
      );
    if (!refresh)
      return lasts === undefined
        ? text('cmp_split_none_unknown', 'No refresh token was seen, nor how long the token lasts.')
        : text('cmp_split_none', 'No refresh token was seen: one token for {access}.', {
            access: lasts,
          });
    const renewed = tellPlace(nameOf(refresh), refresh.carrier);
    return lasts === undefined
      ? text('cmp_split_both_unknown', 'Renewed with {refresh}; how long one lasts was not seen.', {
          refresh: renewed,
        })
      : text('cmp_split_both', 'Access for {access}, renewed with {refresh}.', {
          access: lasts,
          refresh: renewed,
        });
  },
  cookie: (_, { refresh, remember }) => {
    if (refresh?.kind === 'cookie')
      return refresh.attributes?.path === undefined
        ? text('cmp_split_cookie_plain', 'The refresh token travels as the cookie {name}.', {
            name: nameOf(refresh),
          })
        : text(
            'cmp_split_cookie',
            'The refresh token travels as the cookie {name} (Path={path}).',
            { name: nameOf(refresh), path: tellPath(refresh.attributes.path) },
          );
    return remember?.kind === 'cookie'
      ? text(
          'cmp_split_cookie_remember',
          'To begin another session is what the cookie {name} is for.',
          { name: nameOf(remember) },
        )
      : text('cmp_split_cookie_none', 'No cookie takes part in it.');
  },
};

/** An answer gave another one, without a new login. */
function isRenewed({ kind, life }: Credential): boolean {
  return kind === 'token' && life.some(({ type }) => type === 'refreshed');
}

/** How long a token lasts, by what it or the response with it said. */
function lifeOf(token: Credential): Told | undefined {
  const { kind, expires, expiresAt, issuedAt, firstSeen, cookie } = token;
  const own = ownLife(token);
  if (own !== undefined) return span(own);
  if (expires !== 'at' || expiresAt === undefined) return undefined;
  const began = kind === 'cookie' ? (cookie?.setAt ?? firstSeen) : (issuedAt ?? firstSeen);
  return span(expiresAt - began);
}

export const scopes: Aspect = {
  name: 'scopes',
  seen: 'received',
  session: () => text('cmp_scopes_session', 'The server’s own list; the browser cannot see it.'),
  token: (token) => {
    const granted = grantsOf(token.jwt?.claims ?? {});
    if (granted) return text('cmp_scopes_token', '{granted}', { granted: tellValue(granted) });
    const claims = claimsOf(token);
    if (claims.length > 0)
      return text('cmp_scopes_none', 'None of its claims is a known scope or role: {claims}.', {
        claims: tellList(claims, MOST_CLAIMS),
      });
    return token.kind === 'cookie'
      ? text('cmp_scopes_sealed', 'Not to be read in it.')
      : text('cmp_scopes_opaque', 'Not to be read in it; the token response may name its scope.');
  },
  cookie: () =>
    text(
      'cmp_scopes_cookie',
      'A cookie grants nothing by itself; Path and Domain only choose where it goes.',
    ),
};

const GRANTS = [
  'scope',
  'scp',
  'scopes',
  'role',
  'roles',
  'groups',
  'permissions',
  'authorities',
  'entitlements',
];

/**
 * `scope` (RFC 8693 §4.2), `roles`, `groups` (RFC 9068 §2.2.3.1) and what issuers call them, as one
 * line.
 */
function grantsOf(claims: Record<string, unknown>): string {
  const lines: string[] = [];
  for (const claim of GRANTS) {
    const value = claims[claim];
    const list = Array.isArray(value)
      ? value.filter((one) => typeof one === 'string').join(' ')
      : typeof value === 'string'
        ? value
        : '';
    if (list !== '') lines.push(`${claim}: ${list.slice(0, 120)}`);
  }
  return lines.join('; ');
}
