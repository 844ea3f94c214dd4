import type { Credential } from '../model.js';
import { roleFacts } from '../role-table.js';
import { DAY } from '../time-units.js';
import { hintOf } from '../values/names/name-hint.js';
import { canIdentify, isHardToGuess, lifetimeOf, plainValue } from './cookie-facts.js';
import { mayBeKept } from './bare-claim.js';
import { type HiddenPlace, hiddenPlaces } from './beside-hidden.js';
import { isBeforeApplication } from './before-application.js';
import { knowsBrowser, mayBeOnlyGiven, ONLY_GIVEN } from './only-given.js';
import { isOpen } from './open-role.js';
import { ALONE, LONE } from './role.js';
import { HIDDEN_KEY, NAME_KEY } from './cookie-cues.js';
import { AUTHORIZATION_KEY } from './sighting-cues.js';

/** What of a site's credentials stands for its user, as they are judged by now. */
export interface Standing {
  /** A login gave a session or a token: what it left alone is none. */
  given: boolean;
  /** A login gave a token, and scripts send it in the Authorization header from then on. */
  bearer: boolean;
  /** Something keeps the user, beside what is only remembered. */
  kept: boolean;
  /**
   * A login gave one cookie, to stay, and all that keeps the user otherwise is tokens that it did
   * not give: they are fetched with the cookie.
   */
  fetched: boolean;
  /**
   * The one cookie that was sent with a login and may be its session, where nothing else is known.
   */
  lone?: string | undefined;
  /**
   * The one that keeps the user, where little but its name or that it is hidden said so until a
   * login was sent it.
   */
  named?: string | undefined;
  /** Where its logins gave what scripts cannot read. */
  hidden: readonly HiddenPlace[];
  /** Nothing at all was seen that somebody could be known by: no key and no password either. */
  alone: boolean;
  /** Nor any cookie that a login was sent, and that may be a session that it left as it was. */
  bare: boolean;
  /** The one cookie that a login gave, called by what knows no user, where no other may be one. */
  onlyGiven?: string | undefined;
}

export function standingAt(site: string, all: readonly Credential[]): Standing {
  const own = all.filter((one) => belongsTo(site, one));
  const wentOn = own.some(goesOnAfterLogin);
  const keepers = own.filter((one) => keepsUser(one) && !(wentOn && isOnlyReceived(one)));
  const candidates = own.filter((one) => one.site === site && mayBeSession(one));
  const alone = !own.some(speaksForUser);
  const kept = own.filter(mayBeKept);
  const lone = loneAmong(candidates, own.some(isGivenToRemember));
  return {
    given: keepers.some(({ behaviour }) => behaviour.issuedAtLogin !== undefined),
    bearer: keepers.some(isGivenBearer),
    kept: keepers.length > 0,
    fetched: keepers.every(isFetched) && isOnlyLasting(own.filter(isGivenToRemember)),
    lone: lone?.id,
    named: guessedAmong(keepers, candidates)?.id,
    hidden: hiddenPlaces(own),
    alone,
    bare: alone && kept.length === 0,
    onlyGiven: alone && kept.every(knowsBrowser) ? onlyGivenAmong(own)?.id : undefined,
  };
}

/** Told by what it was judged by, since all of its site is judged anew where that changes. */
function isGivenBearer({ kind, behaviour, evidence }: Credential): boolean {
  const isSent = evidence.some(({ key }) => key === AUTHORIZATION_KEY);
  return kind === 'token' && behaviour.issuedAtLogin !== undefined && isSent;
}

/**
 * One that is a session only because nothing else is does not count as something else; nor does
 * what stands before the application, or would renew tokens, and was given and never seen again.
 */
function keepsUser(one: Credential): boolean {
  const first = one.evidence[0]?.key;
  if (!roleFacts(one.role).keepsUser || isByExclusion(first)) return false;
  if (isBeforeApplication(one)) return false;
  return one.role !== 'refresh-token' || !isOnlyReceived(one);
}

/** Said of a session because there is nothing else that may be one. */
function isByExclusion(key: string | undefined): boolean {
  return key === ALONE.key || key === LONE.key || key === ONLY_GIVEN.text.key;
}

/** None where a login gave two of them. */
function onlyGivenAmong(all: readonly Credential[]): Credential | undefined {
  const [one, ...others] = all.filter(mayBeOnlyGiven);
  return others.length === 0 ? one : undefined;
}

/**
 * A cookie that is called a session, went with the login and is sent since then: what an answer
 * told beside that, and nothing brings back, takes its place in no way.
 */
function goesOnAfterLogin(one: Credential): boolean {
  const { sentAtLogin, sentSinceLogin } = one.behaviour;
  return sentAtLogin !== undefined && sentSinceLogin === true && canIdentify(plainValue(one));
}

function isOnlyReceived({ kind, sightings }: Credential): boolean {
  return kind !== 'cookie' && sightings.every(({ direction }) => direction === 'received');
}

/** A login gave it, and it stays: where there is no other, it is the session as well. */
function isGivenToRemember({ role, evidence, behaviour }: Credential): boolean {
  const isAlone = role === 'session' && evidence[0]?.key === ALONE.key;
  return behaviour.issuedAtLogin !== undefined && (role === 'remember-me' || isAlone);
}

function isFetched({ kind, behaviour }: Credential): boolean {
  return kind !== 'cookie' && behaviour.issuedAtLogin === undefined;
}

/** One that is called by what spares a login is that, whatever is beside it. */
function isOnlyLasting([one, ...others]: readonly Credential[]): boolean {
  return one !== undefined && others.length === 0 && hintOf(one.name)?.role !== 'remember-me';
}

/**
 * The only one that ends with the browser or not much later; else the only one, however long it
 * stays, unless the login gave one that does.
 */
function loneAmong(all: readonly Credential[], isGiven: boolean): Credential | undefined {
  // Beside what the login gave to stay, one that scripts can read and that ends by itself is a
  // page's own.
  const candidates = isGiven ? all.filter((one) => !isOfPage(one)) : all;
  const brief = candidates.filter((one) => lifetimeOf(one) < 30 * DAY);
  const [lone, ...others] = brief.length > 0 || isGiven ? brief : candidates;
  return others.length === 0 ? lone : undefined;
}

function isOfPage(one: Credential): boolean {
  return one.attributes?.httpOnly !== true && lifetimeOf(one) > 0;
}

/**
 * The only one, of which nothing speaks but its name, or that scripts cannot read it, and by now
 * that the login was sent it. What only looks like a session has no other beside it that may be
 * one.
 */
function guessedAmong(
  [keeper, ...others]: readonly Credential[],
  candidates: readonly Credential[],
): Credential | undefined {
  if (!keeper || others.length > 0 || keeper.behaviour.issuedAtLogin) return undefined;
  const says = (key: string) => keeper.evidence.some((one) => one.key === key);
  const isGuess = keeper.evidence.every(({ key }) => GUESSES.has(key));
  const isAlone = says(NAME_KEY) || candidates.every(({ id }) => id === keeper.id);
  return isGuess && isAlone && wentWithLogin(keeper) ? keeper : undefined;
}

/** What says no more than that it may be a session. */
const GUESSES: ReadonlySet<string> = new Set([NAME_KEY, HIDDEN_KEY, LONE.key]);

/** The server gave it; the login was sent it and gave no other. */
function mayBeSession(one: Credential): boolean {
  return (isOpen(one) || one.evidence[0]?.key === LONE.key) && wentWithLogin(one);
}

function wentWithLogin(one: Credential): boolean {
  const { kind, name, behaviour, cookie } = one;
  if (kind !== 'cookie' || !behaviour.sentAtLogin || !cookie?.setBy) return false;
  const hint = hintOf(name)?.role;
  return (hint === undefined || roleFacts(hint).logsIn) && isHardToGuess(plainValue(one));
}

function speaksForUser(one: Credential): boolean {
  const { role, evidence, behaviour } = one;
  const first = evidence[0]?.key;
  // A login gave something better than a short id: that, however long it stays.
  if (first === ALONE.key)
    return behaviour.issuedAtLogin !== undefined && canIdentify(plainValue(one));
  if (isByExclusion(first)) return false;
  return roleFacts(role).logsIn || role === 'basic' || role === 'api-key';
}

function belongsTo(site: string, one: Credential): boolean {
  return one.site === site || one.sightings.some(({ pageSite }) => pageSite === site);
}
