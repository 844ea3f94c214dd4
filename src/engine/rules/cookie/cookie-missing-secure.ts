import type { Known } from '../../known.js';
import type { Credential, Sighting } from '../../model.js';
import { text } from '../../text.js';
import {
  cookieUsesInClear,
  hasLived,
  livedAttributes,
} from '../../credentials/lived-attributes.js';
import { cookieNamed, setEvidence } from './lived-cookie.js';
import { LOGIN_ROLES } from '../../role-table.js';
import type { CredentialRule, Evidence } from '../rule.js';
import { tellHost } from '../../values/telling/redact.js';

export const cookieMissingSecure: CredentialRule = {
  id: 'cookie-missing-secure',
  subject: 'credential',
  applies: { kinds: ['cookie'], roles: LOGIN_ROLES },
  severity: ({ local, role }) => (local ? 'info' : role === 'id-token' ? 'medium' : 'high'),
  grading: 'High, on a plain-http site too; medium for an ID token; info on localhost.',
  title: 'A cookie that logs the user in may travel over plain http',
  why:
    'Without Secure the browser adds the cookie to http:// requests as well. One such request, ' +
    'which anyone on the network can provoke with a link or an image, shows the value to ' +
    'everyone on the way. A redirect from http to https comes too late: the cookie has ' +
    'already been sent.',
  fix:
    'Serve the site over https, then add Secure:\n\n' +
    '    Set-Cookie: <name>=<value>; Secure; HttpOnly; SameSite=Lax; Path=/\n\n' +
    'Where the cookie need not be shared with other hosts, call it __Host-<name>: browsers then ' +
    'refuse it without Secure.',
  breaks:
    'Pages of the same host that are still on http no longer get the cookie, and browsers refuse ' +
    'a Secure cookie from an http response, so switch to https first. Behind a proxy that ends ' +
    "TLS, tell the framework so (in Express: app.set('trust proxy', 1)), or it will not set the " +
    'cookie at all. Renaming to __Host- logs everybody out once.',
  references: [
    'CWE-614',
    'OWASP ASVS 5.0 V3.3.1',
    'RFC 6265bis §4.1.2.5',
    'RFC 6265bis §8.3',
    'OWASP WSTG-SESS-02',
    'OWASP WSTG-SESS-09',
  ],
  strength: 'The cookies that log the user in travel over https only (Secure).',
  line: (draft) => ({ ...draft, secure: true }),
  check(credential, known) {
    if (!hasLived(credential)) return 'does-not-apply';
    const lived = livedAttributes(credential);
    if (lived.secure) return [];
    if (lived.secure === undefined) return 'unknown';
    const inClear = cookieUsesInClear(credential).map(inClearEvidence);
    const wasSeen = credential.attributes?.secure === false;
    return [...(wasSeen ? [flagEvidence(credential, known)] : []), ...inClear];
  },
};

function flagEvidence(credential: Credential, known: Known): Evidence {
  const named = cookieNamed(credential);
  const present = text(
    'evidence_cookie_not_secure',
    'The cookie {name} of {host} has no Secure attribute.',
    named,
  );
  const past = text(
    'evidence_cookie_was_not_secure',
    'The cookie {name} of {host} had no Secure attribute.',
    named,
  );
  return setEvidence(credential, known, { present, past });
}

function inClearEvidence({ origin, lastExchange }: Sighting): Evidence {
  const said = text(
    'evidence_cookie_sent_over_http',
    'It was sent to {origin}, which is not encrypted.',
    { origin: tellHost(origin) },
  );
  return { text: said, exchange: lastExchange };
}
