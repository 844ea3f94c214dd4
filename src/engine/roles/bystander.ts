import type { Credential, Role } from '../model.js';
import { parseUrl } from '../normalize/addresses/site.js';
import { text } from '../text.js';
import { hintOf } from '../values/names/name-hint.js';
import type { Cue } from './cue.js';

const BYSTANDER: Cue = {
  role: 'other',
  weight: 0.75,
  text: text('evidence_bystander', 'the login gave something else and left this one alone'),
};

/** However much it looks like a session: frameworks give one to whoever comes. */
const LEFT_FOR_BEARER: Cue = { ...BYSTANDER, weight: 0.95 };

const GUARD: Cue = {
  role: 'csrf',
  weight: 0.75,
  text: text(
    'evidence_set_with_guard',
    'it came with the first value against forgery, and the login gave something else ' +
      'and left it alone',
  ),
};

/** Why a credential that the login left alone is no session. */
export function bystanderCue({ behaviour }: Credential, gaveBearer: boolean): Cue {
  if (behaviour.setWithGuard) return GUARD;
  return gaveBearer ? LEFT_FOR_BEARER : BYSTANDER;
}

/**
 * The login gave other things and did not touch this one: signed and hidden as it may be, it is no
 * session.
 */
export function isBystander(credential: Credential, role: Role): boolean {
  const { kind, scheme, behaviour } = credential;
  // A password that got something has done its work, in whatever header it was sent.
  if (scheme === 'password') return true;
  if (kind !== 'cookie' || role !== 'session') return false;
  const isTouched =
    behaviour.issuedAtLogin ?? (behaviour.clearedAtLogout && !isSweptOut(credential));
  const isHandled = isHandledAtLogout(credential) || isOfNextStep(credential);
  return !isTouched && !isHandled && !isOfOtherHost(credential);
}

/**
 * The login was at another host of the site and was not sent it: there it could not leave it alone,
 * and its own host gave it anew, under the name of a session.
 */
function isOfOtherHost({ name, behaviour, valueCount }: Credential): boolean {
  const { sentAtLogin, usedAnonymously } = behaviour;
  const isElsewhere = usedAnonymously === true && sentAtLogin === undefined;
  return isElsewhere && valueCount > 1 && hintOf(name)?.role === 'session';
}

/**
 * Some logouts take all that there is: a cart, what was looked at. Whoever came had it, for days,
 * under a name of its own.
 */
function isSweptOut({ name, attributes, behaviour }: Credential): boolean {
  const isForDays = attributes?.persistent === true && hintOf(name)?.role !== 'session';
  return isForDays && behaviour.usedAnonymously === true && behaviour.sentAtLogin !== undefined;
}

/** Where what a login gave is handed in for a session (`POST /auth/session`). */
const MAKES_SESSION = /\/(?:sessions?|tokens?|(?:log|sign)-?in|auth(?:enticate)?)\/?$/i;

/**
 * The login could not leave it alone: there was none, and what scripts did after it, by an address
 * for that, made one.
 */
function isOfNextStep({ behaviour, sightings }: Credential): boolean {
  if (behaviour.sentAtLogin || behaviour.usedAnonymously) return false;
  const given = sightings.find(
    ({ carrier, direction }) => carrier === 'cookie' && direction === 'received',
  );
  const { method, url = '' } = given?.firstExchange ?? {};
  return method === 'POST' && MAKES_SESSION.test(parseUrl(url)?.pathname ?? '');
}

/** Hardly any answer sets it, and a logout does: the server looked after its session there. */
function isHandledAtLogout({ behaviour, sightings }: Credential): boolean {
  const lines = sightings.reduce(
    (sum, { carrier, direction, count }) =>
      sum + (carrier === 'cookie' && direction === 'received' ? count : 0),
    0,
  );
  return behaviour.keptByLogout === true && lines <= MAX_LINES;
}

/**
 * That of its beginning, and those of a logout or two; what is set with page after page tells
 * nothing.
 */
const MAX_LINES = 3;
