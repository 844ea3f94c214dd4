import { hasLived } from '../../credentials/lived-attributes.js';
import type { Credential, Role } from '../../model.js';
import { isSelfContained } from '../../values/holds.js';
import type { GaveSince } from './given-by.js';
import { byStanding, isHandedOver, wasKept, wasSent } from '../standing.js';

/** What the comparison is filled in from: the credentials of one site, by the part they play. */
export interface Facts {
  /** The cookie or URL parameter with the session's id. */
  session: Credential | undefined;
  /** The access token, else the ID token. */
  token: Credential | undefined;
  refresh: Credential | undefined;
  remember: Credential | undefined;
  csrf: Credential | undefined;
  /** The cookie that ties the user to one server. */
  affinity: Credential | undefined;
  /** The cookie that stands for the user. */
  cookie: Credential | undefined;
  /** Cookies that the browser kept while they lived. */
  cookies: readonly Credential[];
  gaveSince: GaveSince;
  /** Somebody was seen to log out. */
  hasLogout: boolean;
}

/** What the table is told beside the credentials. */
export interface Told {
  /** What the verdict was told from, of which the table speaks as well. */
  from?: readonly Credential[];
  gaveSince?: GaveSince;
  hasLogout?: boolean;
}

/**
 * Sorts a site's credentials into parts; the one that stands for the user most plays each part, and
 * what the verdict was told from before all others.
 */
export function factsOf(
  credentials: readonly Credential[],
  { from = [], gaveSince = () => undefined, hasLogout = false }: Told = {},
): Facts {
  // What a logout cleared is still how the site recognised its user.
  const lived = credentials.filter(hasLived);
  const given = byStanding(lived);
  const session = given.find(isSessionId);
  const ofAll = tokenOf(given);
  const token = from.find(isToken) ?? ofAll;
  const refresh = given.find((c) => c.role === 'refresh-token');
  const remember = given.find((c) => c.role === 'remember-me');
  return {
    session,
    token,
    refresh,
    remember,
    csrf: guardOf(given),
    affinity: given.find((c) => c.role === 'load-balancer'),
    cookie: [session, token, ...from, ofAll, refresh, remember].find((c) => c?.kind === 'cookie'),
    cookies: lived.filter((c) => c.kind === 'cookie'),
    gaveSince,
    hasLogout,
  };
}

/** What is sent back against forgery, before the session that a server knows it again by. */
function guardOf(given: readonly Credential[]): Credential | undefined {
  const guards = given.filter((c) => c.role === 'csrf');
  return guards.find(({ behaviour }) => behaviour.setWithGuard === undefined) ?? guards[0];
}

/** A session that a cookie or an address carries; what script sends otherwise is a token. */
function isSessionId(credential: Credential): boolean {
  const { kind, role, carrier } = credential;
  return (
    role === 'session' && (kind === 'cookie' || carrier === 'url') && !isSelfContained(credential)
  );
}

/** What script sends, of whatever role: an ID token may be what an API is shown. */
function isToken({ kind, role, carrier }: Credential): boolean {
  return kind === 'token' && carrier !== 'url' && SHOWN.has(role);
}

const SHOWN: ReadonlySet<Role> = new Set(['access-token', 'session', 'id-token']);

/**
 * The access token, else a session that is a token, else the ID token; one in use before any other.
 */
function tokenOf(given: readonly Credential[]): Credential | undefined {
  const tokens = [
    ...given.filter((c) => c.role === 'access-token'),
    ...given.filter((c) => c.role === 'session' && !isSessionId(c)),
  ];
  const used = tokens.find((c) => wasSent(c) || wasKept(c));
  return used ?? tokens[0] ?? given.find((c) => c.role === 'id-token' && !isHandedOver(c));
}
