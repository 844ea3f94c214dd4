import type { Credential } from '../../model.js';
import { text, type Told } from '../../text.js';
import { span } from '../../values/span.js';
import type { Aspect } from './cell.js';
import {
  tellHost,
  tellList,
  tellName,
  tellPath,
  tellValue,
  tellWord,
} from '../../values/redact.js';

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
  return text('cmp_sent_to', '{origins}: {count} requests.', {
    origins: tellList(origins.map(tellHost), 3),
    count,
  });
}

export const acrossDomains: Aspect = {
  name: 'acrossDomains',
  seen: 'sent',
  session: (session) => domainOf(session),
  token: (token) => {
    if (token.carrier === 'cookie') return domainOf(token);
    const sites = new Set(token.sightings.filter((s) => s.direction === 'sent').map((s) => s.site));
    return sites.size > 1
      ? text('cmp_domains_token_many', 'Yes: script sent it to {count} sites.', {
          count: sites.size,
        })
      : text(
          'cmp_domains_token',
          'Yes, wherever script sends it and CORS lets it; seen at one site only.',
        );
  },
  cookie: (cookie) => domainOf(cookie),
};

function domainOf({ attributes, host }: Credential) {
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
  session: () => text('cmp_split_session', 'None: one id for everything, as long as it lasts.'),
  token: (token, { refresh }) =>
    refresh
      ? text('cmp_split_both', 'Access for {access}, renewed with {refresh} in {where}.', {
          access: lifeOf(token),
          refresh: tellName(refresh.name),
          where: refresh.carrier,
        })
      : text('cmp_split_none', 'No refresh token was seen: one token for {access}.', {
          access: lifeOf(token),
        }),
  cookie: (_, { refresh }) =>
    refresh?.carrier === 'cookie'
      ? text('cmp_split_cookie', 'The refresh token travels as the cookie {name} (Path={path}).', {
          name: tellName(refresh.name),
          path: tellPath(refresh.attributes?.path ?? '?'),
        })
      : text('cmp_split_cookie_none', 'No cookie takes part in it.'),
};

function lifeOf({ expires, expiresAt, issuedAt, firstSeen }: Credential): Told {
  if (expires === 'at' && expiresAt !== undefined) return span(expiresAt - (issuedAt ?? firstSeen));
  return tellWord(expires === 'never' ? '∞' : '?');
}

export const scopes: Aspect = {
  name: 'scopes',
  seen: 'received',
  session: () => text('cmp_scopes_session', 'The server’s own list; the browser cannot see it.'),
  token: ({ jwt }) => {
    const granted = grantsOf(jwt?.claims ?? {});
    if (granted) return text('cmp_scopes_token', '{granted}', { granted: tellValue(granted) });
    return jwt
      ? text('cmp_scopes_none', 'No scope or role in it: {claims}.', {
          claims: tellList(
            Object.keys(jwt.claims)
              .slice(0, 8)
              .map((name) => tellName(name)),
          ),
        })
      : text(
          'cmp_scopes_opaque',
          'Not readable from an opaque token; the token response may name its scope.',
        );
  },
  cookie: () =>
    text(
      'cmp_scopes_cookie',
      'A cookie grants nothing by itself; Path and Domain only choose where it goes.',
    ),
};

/** `scope` (RFC 8693 §4.2), `scp`, `roles`, `permissions` as one line. */
function grantsOf(claims: Record<string, unknown>): string {
  const lines: string[] = [];
  for (const claim of ['scope', 'scp', 'roles', 'permissions']) {
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
