import type { Known } from '../../known.js';
import type { Credential, ExchangeRef, Millis, Severity, Sighting } from '../../model.js';
import { logsIn } from '../../role-table.js';
import { text } from '../../text.js';
import { formatFacts } from '../../values/formats.js';
import { tellHost, tellName, tellRequest } from '../../values/telling/redact.js';
import { asSureAs } from '../confidence.js';
import type { Evidence, SiteRule, SiteSubject } from '../rule.js';

export const logoutKeepsStorage: SiteRule = {
  id: 'logout-keeps-storage',
  subject: 'site',
  severity: byWhatIsLeft,
  grading:
    'Medium; low where only an ID token is left, or where only its name says that it logs in.',
  title: 'The logout leaves credentials in the browser',
  why:
    'What logged the user in is still there after the logout. Whoever uses the browser next, and ' +
    'every script of the page, can take it and go on as the user, or at least read who that was.',
  fix:
    'Clear it on both sides: in the answer to the logout, and in the page, should that ' +
    'answer never come:\n\n' +
    '    Clear-Site-Data: "cookies", "storage"\n\n' +
    '    // in the page\n' +
    "    localStorage.removeItem('<key>');\n" +
    "    sessionStorage.removeItem('<key>');\n" +
    "    indexedDB.deleteDatabase('<name>');\n\n" +
    'Let the library log out where one keeps the tokens, rather than to leave by a link alone.',
  breaks:
    '"storage" empties all that the origin keeps, preferences and unsent drafts too, and takes ' +
    'its service workers away; "cookies" those of all subdomains. Where several applications ' +
    'share them, remove by name instead.',
  references: ['CWE-459', 'OWASP ASVS 5.0 V14.3.1', 'OWASP WSTG-SESS-06', 'W3C Clear Site Data'],
  strength: 'The logout leaves nothing that logs in behind.',
  check({ site }, known) {
    const logout = lastLogout(site, known);
    if (!logout) return 'does-not-apply';
    const kept = keptOf(site, logout, known);
    if (kept.length === 0) return mayHaveKept(site, logout, known) ? 'unknown' : 'does-not-apply';
    const found = kept.map((one) => [one, afterLogout(one, logout, known)] as const);
    const left = found.flatMap(([one, { left: places }]) =>
      places.map((place) => evidenceOf(one, place, logout)),
    );
    if (left.length > 0) return left;
    const isOpen = found.some(([, { unseen }]) => unseen) || leavesSession(site, logout, known);
    return isOpen ? 'unknown' : [];
  },
};

/** It was there when somebody logged out: of what came later no logout says anything. */
function isBefore({ firstSeen, cookie }: Credential, { at }: Logout): boolean {
  return firstSeen <= at && (cookie?.setAt ?? 0) <= at;
}

/** Tokens that logged in until then, of a page whose storage nobody looked at. */
function mayHaveKept(site: string, logout: Logout, known: Known): boolean {
  const isToken = (one: Credential) => one.kind === 'token' && logsIn(one) && isBefore(one, logout);
  return !known.isStorageSeen(site) && known.ofSite(site).some(isToken);
}

/** A session's cookie that stays, and of which nothing shows that the server ended it. */
function leavesSession(site: string, logout: Logout, known: Known): boolean {
  return known
    .ofSite(site)
    .some(
      (one) =>
        one.kind === 'cookie' &&
        logsIn(one) &&
        isBefore(one, logout) &&
        one.behaviour.afterLogout?.refused === undefined &&
        known.isLive(one),
    );
}

/** The last logout, and when somebody logged in again after it. */
interface Logout {
  readonly exchange: ExchangeRef;
  readonly at: Millis;
  readonly until: Millis;
}

function lastLogout(site: string, { moments }: Known): Logout | undefined {
  const own = moments.filter((one) => one.site === site && one.type !== 'session-lost');
  const logout = own.findLast(({ type }) => type === 'logout');
  if (!logout) return undefined;
  const login = own.find(({ type, at }) => type === 'login' && at > logout.at);
  return { exchange: logout.exchange, at: logout.at, until: login?.at ?? Infinity };
}

/**
 * What a logout has to take away: what lies in storage, and cookies that log in by what is in them.
 * The id of a session that the server has ended is worth nothing.
 */
function keptOf(site: string, logout: Logout, known: Known): Credential[] {
  return known.ofSite(site).filter((one) => {
    if (!logsIn(one) || one.signs !== undefined || !isBefore(one, logout)) return false;
    if (one.behaviour.afterLogout?.refusedAlone) return false;
    if (one.kind === 'cookie')
      return one.role === 'remember-me' || formatFacts(one.format).selfContained;
    return one.sightings.some(isStored);
  });
}

/** Where it was seen after the logout; `unseen`: nobody looked again. */
function afterLogout(
  credential: Credential,
  { at, until }: Logout,
  known: Known,
): { left: Sighting[]; unseen: boolean } {
  const { cookie, expires, expiresAt = Infinity } = credential;
  const isCookie = credential.kind === 'cookie';
  const isOver = isCookie ? !known.isLive(credential) : expires === 'at' && expiresAt <= at;
  if (isOver) return { left: [], unseen: false };
  const places = credential.sightings.filter((one) =>
    isCookie ? one.direction !== 'received' : isStored(one) && !isTakenAway(one, until),
  );
  // A script's cookie comes and goes without an answer: after the next login it is that one's.
  const ofNext = isCookie && cookie?.setBy === undefined ? until : Infinity;
  const left = places.filter(({ lastAt }) => lastAt > at && lastAt < ofNext);
  // Its own deletion was seen: what is sent all the same was put back, or is another of its name;
  // and what is sent since has another value, which nobody was seen to give.
  const isPutBack =
    isCookie && (happenedSince('cleared', credential, at) || isGivenUnseen(credential, at));
  return {
    left: isPutBack ? [] : isCookie ? left.slice(0, 1) : left,
    unseen: places.length > 0 && (isPutBack || left.length === 0),
  };
}

function isGivenUnseen(credential: Credential, logout: Millis): boolean {
  return credential.cookie?.setBy === undefined && happenedSince('rotated', credential, logout);
}

function happenedSince(
  what: Credential['life'][number]['type'],
  { life }: Credential,
  logout: Millis,
): boolean {
  return life.some(({ type, lastAt }) => type === what && lastAt >= logout);
}

/** A page may do so a moment later, and the next login may bring back the very same token. */
function isTakenAway({ goneAt = Infinity, backAt = -Infinity }: Sighting, until: Millis): boolean {
  return goneAt < until || backAt >= until;
}

function isStored({ carrier, direction }: Pick<Sighting, 'carrier' | 'direction'>): boolean {
  return direction === 'stored' && carrier !== 'cookie';
}

function evidenceOf({ kind, name, host }: Credential, place: Sighting, logout: Logout): Evidence {
  const { exchange } = logout;
  const after = { logout: tellRequest(exchange) };
  if (kind === 'cookie') {
    const values = { ...after, name: tellName(name), host: tellHost(host) };
    const said = text(
      'evidence_logout_keeps_cookie',
      'After {logout} the browser still had the cookie {name} of {host}.',
      values,
    );
    return { text: said, exchange };
  }
  const values = {
    ...after,
    area: tellName(place.carrier),
    origin: tellHost(place.origin),
    locator: tellName(place.locator),
  };
  const said = text(
    'evidence_logout_keeps_storage',
    'After {logout} it was still in the {area} of {origin} under the key {locator}.',
    values,
  );
  return { text: said, exchange };
}

function byWhatIsLeft({ site }: SiteSubject, known: Known): Severity {
  const logout = lastLogout(site, known);
  const left = (logout ? keptOf(site, logout, known) : []).filter(
    (one) => logout !== undefined && afterLogout(one, logout, known).left.length > 0,
  );
  const each = left.map((one) => (one.role === 'id-token' ? 'low' : asSureAs(one, 'medium')));
  return each.includes('medium') ? 'medium' : 'low';
}
