import { prefixOf } from '../../cookies/cookie-prefix.js';
import { hasLived, livedAttributes } from '../../credentials/lived-attributes.js';
import type { Known } from '../../known.js';
import type { Credential } from '../../model.js';
import { LOGIN_ROLES } from '../../role-table.js';
import { text } from '../../text.js';
import { tellHost, tellWord } from '../../values/telling/redact.js';
import { restsOnItsName } from '../confidence.js';
import type { CredentialRule } from '../rule.js';
import { cookieNamed } from './lived-cookie.js';
import { otherHosts } from './other-hosts.js';

export const cookiePrefixAvailable: CredentialRule = {
  id: 'cookie-prefix-available',
  subject: 'credential',
  applies: { kinds: ['cookie'], roles: LOGIN_ROLES },
  severity: (credential, known) => (hostAbove(credential, known) === undefined ? 'info' : 'low'),
  grading:
    'Low where other hosts of the same site were seen, and __Host- would keep their cookies ' +
    'away; else info.',
  title: 'A cookie that logs the user in could promise its flags by its name',
  why:
    'It already fulfils all that the prefix asks. With __Host- in front of its name browsers ' +
    'take such a cookie only from its own host and only over https, so that no other host of the ' +
    'site, and nobody on an unencrypted network, can put one of their own in its place. ' +
    '__Secure- promises https alone.',
  fix:
    'Rename it where it is set and where it is read; the attributes stay as they are:\n\n' +
    '    Set-Cookie: __Host-<name>=<value>; Secure; HttpOnly; SameSite=Lax; Path=/\n\n' +
    'A cookie with a Domain, or with another Path, can only be called __Secure-<name>.',
  breaks:
    'The old name is read no more, so everybody logs in once more, unless the server reads both ' +
    'names for a while. A prefixed cookie cannot be set over plain http, often also not on a ' +
    'development machine: give it a plain name there. Client libraries may know it ' +
    'by its old name.',
  references: [
    'CWE-384',
    'OWASP ASVS 5.0 V3.3.1',
    'OWASP ASVS 5.0 V3.3.3',
    'RFC 6265bis §4.1.3',
    'RFC 6265bis §8.6',
    'OWASP WSTG-SESS-02',
  ],
  strength:
    'The names of the cookies that log the user in promise their flags (__Host-, __Secure-).',
  line: (draft, credential) => {
    const prefix = prefixFor(credential);
    return prefix === undefined ? draft : { ...draft, name: `${prefix}${draft.name}` };
  },
  check(credential, known) {
    if (!hasLived(credential) || !known.isLive(credential)) return 'does-not-apply';
    if (prefixOf(credential.name)) return [];
    const { secure, hostOnly, path } = livedAttributes(credential);
    if (secure === undefined || hostOnly === undefined || path === undefined) return 'unknown';
    const prefix = prefixFor(credential);
    if (prefix === undefined) return 'does-not-apply';
    const values = { ...cookieNamed(credential), prefix: tellWord(prefix) };
    const fits = text(
      'evidence_cookie_prefix_available',
      'The cookie {name} of {host} fulfils what {prefix} asks.',
      values,
    );
    const other = hostAbove(credential, known);
    if (other === undefined) return [{ text: fits, exchange: credential.cookie?.setBy }];
    const beside = text(
      'evidence_cookie_other_host',
      'The site has other hosts, such as {other}, which can set a cookie of that name for it.',
      { other: tellHost(other) },
    );
    return [{ text: fits, exchange: credential.cookie?.setBy }, { text: beside }];
  },
};

/** A host that can put a cookie of its own in the place of one that was seen to log in. */
function hostAbove(credential: Credential, known: Known): string | undefined {
  const isSure = prefixFor(credential) === '__Host-' && !restsOnItsName(credential);
  return isSure ? otherHosts(credential, known)[0] : undefined;
}

/** The most that its name can promise as it is set now; undefined where it can promise nothing. */
function prefixFor(credential: Credential): '__Host-' | '__Secure-' | undefined {
  const { secure, hostOnly, path } = livedAttributes(credential);
  const { name, cookie, site, local } = credential;
  // Browsers differ in whether this machine over http is secure enough for a prefix.
  const isOverHttps = site.startsWith('https:') && cookie?.setOver !== 'http' && !local;
  if (!secure || !isOverHttps || name === '' || prefixOf(name)) return undefined;
  return hostOnly && path === '/' ? '__Host-' : '__Secure-';
}
