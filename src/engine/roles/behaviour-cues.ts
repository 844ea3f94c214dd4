import { pathMatches } from '../cookies/cookie-match.js';
import type { Credential, ExchangeRef, Role, Sighting } from '../model.js';
import { WAY_BACK } from '../normalize/acts.js';
import { parseUrl } from '../normalize/site.js';
import { roleFacts } from '../role-table.js';
import { type Text, text } from '../text.js';
import { hintOf } from '../values/name-hint.js';
import { tellName, tellPath, tellWord } from '../values/redact.js';
import type { Cue } from './cue.js';
import {
  canIdentify,
  DAY,
  isNumber,
  lifetimeOf,
  plainValue,
  RENEWAL_PATH,
  tellsClaims,
} from './cookie-facts.js';
import { listsSettings } from './settings-list.js';

/** What a cookie was seen do says more than all that it looks like. */
export function behaviourCues(credential: Credential): Cue[] {
  const hint = hintOf(credential.name)?.role;
  const mayLogIn = hint === undefined || roleFacts(hint).logsIn;
  return [
    ...(mayLogIn ? loginCues(credential, hint) : []),
    ...protocolCues(credential, hint),
    ...deviceCues(credential),
    ...travelCues(credential),
  ];
}

function loginCues(credential: Credential, hint: Role | undefined): Cue[] {
  const { issuedAtLogin, clearedAtLogout } = credential.behaviour;
  const cues: Cue[] = [];
  // What everybody may know or guess goes with a login as well: a name, a number, a profile.
  if (!canIdentify(plainValue(credential)) || tellsClaims(credential)) return cues;
  if (issuedAtLogin) {
    cues.push({
      role: hint ?? roleByReach(credential),
      weight: 0.8,
      text: setByLogin(issuedAtLogin),
    });
  }
  if (clearedAtLogout && (issuedAtLogin || hint !== undefined || !isNumber(credential))) {
    cues.push({
      role: hint ?? 'session',
      weight: 0.5,
      text: text('evidence_cleared_at_logout', 'cleared by the logout'),
    });
  }
  return cues;
}

export function setByLogin({ method, url }: ExchangeRef): Text {
  return text('evidence_set_by_login', 'set by the response to the login {method} {path}', {
    method: tellWord(method),
    path: tellPath(url),
  });
}

/** What a login at another server sets for its own sake, and clears again when it is done. */
function protocolCues(credential: Credential, hint: Role | undefined): Cue[] {
  const { clearedEarly, issuedAtLogin, setForAuthorization } = credential.behaviour;
  const cues: Cue[] = [];
  const isOfFlow = setForAuthorization !== undefined || hint === 'oauth-state';
  if (clearedEarly && !issuedAtLogin && (isOfFlow || isWayBack(clearedEarly.url))) {
    cues.push({
      role: 'oauth-state',
      weight: 0.6,
      text: text('evidence_cleared_early', 'cleared soon, by {path}, without a logout', {
        path: tellPath(clearedEarly.url),
      }),
    });
  }
  if (setForAuthorization && mayBeState(credential)) {
    cues.push({
      role: 'oauth-state',
      weight: 0.5,
      text: text(
        'evidence_set_for_authorization',
        'set when the browser was sent to an authorization server',
      ),
    });
  }
  return cues;
}

/** Nobody takes days to log in, and what everybody is given ties no answer to a request. */
function mayBeState(credential: Credential): boolean {
  return lifetimeOf(credential) <= DAY && canIdentify(plainValue(credential));
}

/** What stays for so long, and comes beside tokens without having been sent, knows the browser. */
function deviceCues(credential: Credential): Cue[] {
  const { givenUnasked, issuedAtLogin } = credential.behaviour;
  if (!givenUnasked || issuedAtLogin || lifetimeOf(credential) < 180 * DAY) return [];
  return [
    {
      role: 'device',
      weight: 0.6,
      text: text(
        'evidence_given_unasked',
        'set beside tokens by {path}, which had not been sent it, and it stays for {days} days',
        {
          path: tellPath(givenUnasked.url),
          days: Math.round(lifetimeOf(credential) / DAY),
        },
      ),
    },
  ];
}

/** A failed login and a message shown once end early, too: only a way back says which they are. */
function isWayBack(url: string): boolean {
  const parsed = parseUrl(url);
  const parameters = new URLSearchParams(parsed?.search);
  const has = (name: string) => parameters.has(name);
  return WAY_BACK.test(parsed?.pathname ?? '') || (has('state') && (has('code') || has('error')));
}

function travelCues(credential: Credential): Cue[] {
  const { behaviour, sightings } = credential;
  const { echoed, masked, sentThirdParty, sentFirstParty, sentToAuthorize } = behaviour;
  const isBeacon = behaviour.gotNothing === true && !behaviour.gotData && !behaviour.gotPage;
  // A list of choices tells no visits apart, wherever it goes.
  const mayCount = !listsSettings(plainValue(credential));
  const countsVisits = mayCount && (isBeacon || isGivenInVain(sightings));
  const cues: Cue[] = [];
  if (echoed) {
    cues.push({
      role: 'csrf',
      weight: weightOfEcho(credential, echoed),
      text: text('evidence_echoed', 'its value was sent back in {place}', {
        place: tellName(echoed),
      }),
    });
  }
  if (masked !== undefined) {
    cues.push({
      role: 'csrf',
      weight: 0.95,
      text: text('evidence_masked', 'its secret stands in {place} as well, under a new mask', {
        place: tellName(masked),
      }),
    });
  }
  if (sentThirdParty && !sentFirstParty && !sentToAuthorize) {
    cues.push({
      role: 'tracking',
      weight: weightOfTravel(credential, countsVisits),
      text: text('evidence_third_party', 'sent only to a site that is not the page’s own'),
    });
  }
  return cues;
}

/**
 * Under its own name it is compared with itself, whatever that says; under one of a value against
 * forgery it is no more than that, unless it is hidden: pages write their session there as well.
 */
function weightOfEcho({ name, attributes, behaviour }: Credential, place: string): number {
  const isGuard = hintOf(place)?.role === 'csrf' || behaviour.repeated?.place === place;
  if (isGuard && attributes?.httpOnly === false) return 0.97;
  return place === name ? 0.85 : 0.7;
}

const KNOWS_NO_USER: ReadonlySet<Role> = new Set(['device', 'load-balancer', 'consent']);

/**
 * What is answered with nothing, or never sent back, is nobody's session, whatever it is called.
 * What products document as something else that knows no user is that on other sites as well.
 */
function weightOfTravel({ name, behaviour }: Credential, countsVisits: boolean): number {
  const hint = hintOf(name);
  if (hint?.from !== undefined && KNOWS_NO_USER.has(hint.role)) return 0.35;
  return countsVisits && !behaviour.issuedAtLogin ? 0.8 : 0.5;
}

/** Set again and again, and never sent: a browser that keeps no cookies of third parties. */
function isGivenInVain(sightings: Credential['sightings']): boolean {
  const isReceipt = ({ direction }: Sighting) => direction === 'received';
  return sightings.every(isReceipt) && sightings.reduce((sum, { count }) => sum + count, 0) > 1;
}

/** What a login gave, where its name says nothing. */
function roleByReach(credential: Credential): Role {
  if (RENEWAL_PATH.test(credential.attributes?.path ?? '')) return 'refresh-token';
  const staysLong = lifetimeOf(credential) >= 14 * DAY;
  return staysLong && comesToLogin(credential) ? 'remember-me' : 'session';
}

/** What is never sent to where somebody logs in can spare no password (RFC 6265bis §5.1.4). */
function comesToLogin({ host, attributes, behaviour }: Credential): boolean {
  const login = parseUrl(behaviour.issuedAtLogin?.url ?? '');
  const isThere = login?.hostname === host;
  return !isThere || pathMatches(login.pathname, attributes?.path ?? '/');
}
