import { domainMatches, pathMatches } from '../../cookies/cookie-match.js';
import { hasLived, livedAttributes } from '../../credentials/lived-attributes.js';
import type { Known } from '../../known.js';
import type { CookieAttributes, Credential, Severity } from '../../model.js';
import { logsIn, LOGIN_ROLES } from '../../role-table.js';
import { text } from '../../text.js';
import { tellHost, tellPath } from '../../values/telling/redact.js';
import type { CredentialRule, Evidence } from '../rule.js';
import { cookieNamed } from './lived-cookie.js';

type Scope = Pick<CookieAttributes, 'domain' | 'hostOnly' | 'path'>;

export const cookieDuplicateName: CredentialRule = {
  id: 'cookie-duplicate-name',
  subject: 'credential',
  applies: { kinds: ['cookie'], roles: LOGIN_ROLES },
  severity: severityOf,
  grading:
    'Medium where the two have different values and different domains, so that another host may ' +
    'have set one; else low.',
  title: 'Two cookies of one name reach the same pages, and one of them logs in',
  why:
    'The browser sends both, and nothing in the request says which is which. Servers take the ' +
    'first, or the last: the user seems to be logged out, or logged in as before. It is also how ' +
    'another host of the site puts a session of its own in the place of the right one.',
  fix:
    'Decide for one scope, and delete the other cookie with exactly the Domain and Path that it ' +
    'was set with:\n\n' +
    '    Set-Cookie: <name>=; Domain=<its domain>; Path=<its path>; Max-Age=0\n\n' +
    'Over https the name itself can keep others out:\n\n' +
    '    Set-Cookie: __Host-<name>=<value>; Secure; HttpOnly; SameSite=Lax; Path=/\n\n' +
    'Two applications on one host need two names.',
  breaks:
    'Whoever is logged in by the cookie that goes has to log in once more. Find out first which ' +
    'of the two the server reads: an old application may still set the other one.',
  references: [
    'CWE-384',
    'OWASP ASVS 5.0 V3.3.3',
    'RFC 6265bis §5.8.3',
    'OWASP WSTG-SESS-03',
    'RFC 6265bis §8.6',
  ],
  check(credential, known) {
    if (!hasLived(credential) || !known.isLive(credential)) return 'does-not-apply';
    const others = known
      .named(credential.name)
      .filter((one) => one.id !== credential.id && one.kind === 'cookie')
      .filter((one) => hasLived(one) && known.isLive(one));
    const found = others.filter((other) => collides(credential, other, known));
    if (found.length > 0) {
      const isTold = found.some((other) => logsIn(other) && tellsFor(other, credential));
      return isTold ? 'does-not-apply' : found.map((other) => evidenceOf(credential, other));
    }
    const isOpen = others.some(
      (other) => other.host === credential.host && !(scopeOf(other) && scopeOf(credential)),
    );
    return isOpen ? 'unknown' : [];
  },
};

function severityOf(credential: Credential, known: Known): Severity {
  const own = scopeOf(credential);
  const worse = known.named(credential.name).some((other) => {
    const scope = scopeOf(other);
    const differ = other.value !== credential.value && own?.domain !== undefined && scope;
    const isTwin = differ && (own.hostOnly !== scope.hostOnly || own.domain !== scope.domain);
    return isTwin && other.kind === 'cookie' && collides(credential, other, known);
  });
  return worse ? 'medium' : 'low';
}

/** They were sent together, or a browser would send them together. */
function collides(one: Credential, other: Credential, known: Known): boolean {
  if (one.id === other.id) return false;
  const [a, b] = [scopeOf(one), scopeOf(other)];
  const isApart = one.attributes?.partitioned !== other.attributes?.partitioned;
  if (a && b) return !isApart && meet(a, b);
  return known.carrying(one.id).some(({ carried }) => carried.includes(other.id));
}

function meet(a: Scope, b: Scope): boolean {
  const inDomain = (host: Scope, wide: Scope) =>
    wide.hostOnly
      ? host.hostOnly && host.domain === wide.domain
      : domainMatches(host.domain, wide.domain);
  const isOne = a.domain === b.domain && a.hostOnly === b.hostOnly && a.path === b.path;
  const onPath = !isOne && (pathMatches(a.path, b.path) || pathMatches(b.path, a.path));
  return onPath && (inDomain(a, b) || inDomain(b, a));
}

/** Of two that log in, the one with the wider scope is complained of, and that once. */
function tellsFor(other: Credential, credential: Credential): boolean {
  const [a, b] = [scopeOf(other), scopeOf(credential)];
  if (a && b && a.hostOnly !== b.hostOnly) return !a.hostOnly;
  const [length, own] = [a?.path.length ?? 0, b?.path.length ?? 0];
  if (length !== own) return length < own;
  return Number(other.id.slice(1)) > Number(credential.id.slice(1));
}

function scopeOf(credential: Credential): Scope | undefined {
  const { domain, hostOnly, path } = livedAttributes(credential);
  if (domain === undefined || hostOnly === undefined || path === undefined) return undefined;
  return { domain, hostOnly, path };
}

function evidenceOf(credential: Credential, other: Credential): Evidence {
  const [own, scope] = [scopeOf(credential), scopeOf(other)];
  const named = cookieNamed(credential);
  if (!own || !scope) {
    const said = text(
      'evidence_cookie_sent_twice',
      'Two cookies of the name {name} were sent to {host} in one request.',
      named,
    );
    return { text: said };
  }
  const said = text(
    'evidence_cookie_twin',
    'The cookie {name} of {domain} with the path {path} meets another one, of {other} with the ' +
      'path {otherPath}.',
    {
      name: named.name,
      domain: tellHost(own.domain),
      path: tellPath(own.path),
      other: tellHost(scope.domain),
      otherPath: tellPath(scope.path),
    },
  );
  return { text: said, exchange: other.cookie?.setBy };
}
