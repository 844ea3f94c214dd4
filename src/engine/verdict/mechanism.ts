import { hasLived } from '../credentials/lived-attributes.js';
import type { Credential, Mechanism } from '../model.js';
import type { Moment } from '../moments/moment.js';
import type { Text } from '../text.js';
import { logsIn } from '../role-table.js';
import { restsOnItsName } from '../rules/confidence.js';
import { isForGuests } from '../rules/token/for-guests.js';
import { isKeptForHeader } from '../roles/kept-for-header.js';
import { isPublicKey, mayBeOfPage } from '../roles/public-key.js';
import { isSelfContained } from '../values/holds.js';
import { cameLoggedIn } from './from-before.js';
import { httpAuth } from './http-auth-sentences.js';
import { apiKey as byApiKey } from './key-sentences.js';
import { sentenceOfNothing } from './nobody-known.js';
import { isNamedOnly, isOnlyCalledSo, isOnlyGivenSo } from './only-named.js';
import { isSentAlone, isSentByScript } from './sent-alone.js';
import { onlyCookie, sessionCookie, sessionUrl, tokenCookie } from './session-sentences.js';
import { byStanding, holdsVisit, isCopy, isHandedOver, wasKept, wasSent } from './standing.js';
import { bearerToken, hybrid } from './token-sentences.js';

/** How a site recognises its users, and from which credentials that was told. */
export interface Told {
  mechanism: Mechanism;
  confidence: number;
  evidence: Text[];
  sentence: Text;
  from: readonly Credential[];
}

const MAX_EVIDENCE = 3; // Of each credential, the weightiest reasons.

/** What is known of a site beside its credentials. */
export interface Visit {
  /** The moments of the site. */
  moments?: readonly Pick<Moment, 'type'>[];
  /** True for what went with every request of the site since it was first sent. */
  isEverywhere?: (credential: Credential) => boolean;
  /** True where pages of other sites alone sent it requests. */
  isThirdParty?: boolean;
  /** True for what whoever visits is given. */
  isOfGuests?: (credential: Credential) => boolean;
  /** True for what the application itself is known by. */
  isOfClient?: (credential: Credential) => boolean;
  /** True for what was refused each time. */
  isRefusedEachTime?: (credential: Credential) => boolean;
}

/**
 * How a site recognises its users, told by what its credentials were while they lived: it is the
 * same before and after a logout.
 */
export function mechanismOf(
  all: readonly Credential[],
  {
    moments = [],
    isEverywhere = () => true,
    isThirdParty = false,
    isOfGuests = isForGuests,
    isOfClient = () => false,
    isRefusedEachTime = () => false,
  }: Visit = {},
): Told {
  const lived = byStanding(all.filter((one) => hasLived(one) && !isOfClient(one)));
  const guests = new Set(lived.filter((one) => logsIn(one) && isOfGuests(one)));
  const hasLogin = moments.some(({ type }) => type === 'login');
  // Where somebody logged in, what was refused once may have been taken where no header shows it.
  const refused = hasLogin ? [] : lived.filter((one) => isRefusedEachTime(one));
  const persons = lived.filter(
    (one) =>
      !guests.has(one) &&
      !refused.includes(one) &&
      !isOnlyCalledSo(one) &&
      (hasLogin || !isNamedOnly(one)),
  );
  const basic = persons.find((c) => c.role === 'basic' && isEverywhere(c));
  const isKnown = hasLogin || persons.some(cameLoggedIn);
  const found =
    inUse(persons, isKnown ? lived : persons, basic) ??
    atRest(persons) ??
    byKey(persons, isEverywhere);
  if (found) return found;
  const [guest] = guests;
  const sentence = sentenceOfNothing(all, { guest, refused, moments, isThirdParty });
  return { ...NOTHING, sentence };
}

/**
 * Sessions and tokens that travel; a password that goes with every request stands before a token.
 * What whoever visits is given counts only beside the session of somebody who logged in.
 */
function inUse(
  persons: readonly Credential[],
  beside: readonly Credential[],
  basic: Credential | undefined,
): Told | undefined {
  const cookie = cookieOf(persons.filter((one) => !isOnlyGivenSo(one)));
  // What only its name calls a token may prove no more than that somebody is no robot.
  const isBeside = (one: Credential) => !restsOnItsName(one) && !mayBeOfPage(one);
  const bearer = bearerOf(cookie ? beside.filter(isBeside) : persons);
  const inUrl = persons.find((c) => c.role === 'session' && c.carrier === 'url');
  if (basic && !isAsked(cookie, basic)) return told('basic', [basic], httpAuth(basic, true));
  if (bearer && bearer === cookie && isKeptForHeader(cookie))
    return told('bearer-token', [bearer], bearerToken(bearer));
  if (cookie && bearer && bearer !== cookie)
    return told('hybrid', [cookie, bearer], hybrid(cookie, bearer));
  if (cookie && isSelfContained(cookie)) return told('token-cookie', [cookie], tokenCookie(cookie));
  if (cookie) return told('session-cookie', [cookie], sessionCookie(cookie));
  if (bearer) return told('bearer-token', [bearer], bearerToken(bearer));
  if (inUrl) return told('session-url', [inUrl], sessionUrl(inUrl));
  return undefined;
}

function bearerOf(lived: readonly Credential[]): Credential | undefined {
  return (
    lived.find((c) => c.role === 'access-token' && isSentAlone(c, ['header'])) ??
    lived.find(isSentByScript) ??
    lived.find((c) => c.kind === 'token' && c.role === 'id-token' && isSentAlone(c, ['header']))
  );
}

/**
 * Where a password goes with every request, a session is asked for only if a login of its own gave
 * it: behind a gate that wants a password there may be an application with a form.
 */
function isAsked(cookie: Credential | undefined, basic: Credential): boolean {
  const login = cookie?.behaviour.issuedAtLogin;
  // Nobody fills in a form by GET: that was the browser's own dialog.
  if (!login || login.method === 'GET') return false;
  return !basic.sightings.some(({ firstExchange }) => firstExchange?.id === login.id);
}

/**
 * The cookie that carries the state itself, unless that copies a session or is of whoever comes;
 * else the session's.
 */
function cookieOf(lived: readonly Credential[]): Credential | undefined {
  const inCookie = lived.filter((c) => c.kind === 'cookie');
  const session = surestOf(inCookie.filter((c) => c.role === 'session' && !isSelfContained(c)));
  const self = inCookie.find(
    (c) =>
      (c.role === 'session' || c.role === 'access-token') &&
      isSelfContained(c) &&
      !isCopy(c, session) &&
      !holdsVisit(c, session),
  );
  return self ?? session;
}

/** The first, unless little but its name speaks for that and more speaks for another. */
function surestOf([first, ...others]: readonly Credential[]): Credential | undefined {
  if (first === undefined || !restsOnItsName(first)) return first;
  return others.find((one) => !restsOnItsName(one)) ?? first;
}

/** What stands for the user and was not seen in use, or only renews what is. */
function atRest(lived: readonly Credential[]): Told | undefined {
  const keys = lived.filter((c) => logsIn(c) && !isHandedOver(c));
  const tokens = keys.filter((c) => c.kind === 'token');
  const first = (some: readonly Credential[]) =>
    some.find((c) => c.role === 'access-token') ?? some[0];
  const token = first(tokens.filter((c) => wasKept(c) || wasSent(c)));
  if (token) return told('bearer-token', [token], bearerToken(token));
  const cookies = keys.filter((c) => c.kind === 'cookie');
  const self = cookies.find(isSelfContained);
  const isKept = self !== undefined && self.role !== 'refresh-token';
  const given = isKept ? undefined : first(tokens);
  if (given) return told('bearer-token', [given], bearerToken(given));
  if (self) return told('token-cookie', [self], tokenCookie(self));
  const [cookie] = cookies;
  return cookie && told('session-cookie', [cookie], onlyCookie(cookie));
}

/** What stands for a password or a program. */
function byKey(
  lived: readonly Credential[],
  isEverywhere: (credential: Credential) => boolean,
): Told | undefined {
  const basic = lived.find((c) => c.role === 'basic');
  if (basic) return told('basic', [basic], httpAuth(basic, isEverywhere(basic)));
  const keys = lived.filter((c) => c.role === 'api-key' && !isPublicKey(c));
  const apiKey = keys.find(wasSent) ?? keys[0];
  return apiKey && told('api-key', [apiKey], byApiKey(apiKey));
}

const NOTHING: Omit<Told, 'sentence'> = {
  mechanism: 'none',
  confidence: 0.6,
  evidence: [],
  from: [],
};

function told(mechanism: Mechanism, from: Credential[], sentence: Text): Told {
  return {
    mechanism,
    confidence: Math.round(Math.min(...from.map((c) => c.confidence)) * 100) / 100,
    evidence: from.flatMap((c) => c.evidence.slice(0, MAX_EVIDENCE)),
    sentence,
    from,
  };
}
