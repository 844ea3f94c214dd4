import { pathMatches } from '../cookies/cookie-match.js';
import type { Credential, Role } from '../model.js';
import { WAY_BACK } from '../normalize/words/acts.js';
import { parseUrl } from '../normalize/addresses/site.js';
import { roleFacts } from '../role-table.js';
import { text } from '../text.js';
import { DAY } from '../time-units.js';
import { hintOf } from '../values/names/name-hint.js';
import { tellPath, tellWord } from '../values/telling/redact.js';
import type { Cue } from './cue.js';
import { givenAtLogin } from './of-login.js';
import { isForRenewal } from './renewal-path.js';
import { renewsTokens } from './renewal.js';
import {
  canIdentify,
  isNumber,
  lifetimeOf,
  outlastsSessions,
  plainValue,
  tellsClaims,
} from './cookie-facts.js';
import { travelCues } from './travel-cues.js';

/** What a cookie was seen do says more than all that it looks like. */
export function behaviourCues(credential: Credential): Cue[] {
  const hint = hintOf(credential.name)?.role;
  const mayLogIn = hint === undefined || roleFacts(hint).logsIn;
  return [
    ...(mayLogIn ? loginCues(credential, hint) : []),
    ...passwordCues(credential),
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
    const role = hint ?? roleByReach(credential);
    cues.push({
      role,
      weight: weightOfLogin(credential, hint, role),
      text: givenAtLogin(credential, issuedAtLogin),
    });
    if (role === 'remember-me' && hint === undefined) cues.push(...refusedCues(credential));
  }
  if (clearedAtLogout && (issuedAtLogin || hint !== undefined || !isNumber(credential))) {
    cues.push({
      role: hint ?? (renewsTokens(credential) ? 'refresh-token' : 'session'),
      weight: 0.5,
      text: text('evidence_cleared_at_logout', 'cleared by the logout'),
    });
  }
  return cues;
}

/**
 * What stays for long, and stayed when the logout took other things, may be there to know the
 * browser, the account or the language as well: a guess.
 */
function weightOfLogin({ behaviour }: Credential, hint: Role | undefined, role: Role): number {
  return role === 'remember-me' && hint === undefined && behaviour.leftByLogout ? 0.45 : 0.8;
}

/** What was to spare a login did not. */
function refusedCues({ behaviour }: Credential): Cue[] {
  const { refusedAlone } = behaviour.afterLogout ?? {};
  if (!refusedAlone) return [];
  const said = text(
    'evidence_refused_alone',
    'after the logout it alone was not enough for {method} {path}',
    { method: tellWord(refusedAlone.method), path: tellPath(refusedAlone.url) },
  );
  return [{ role: 'other', weight: 0.95, text: said }];
}

/** Whoever has the password of an account can be known by it, whatever it looks like. */
function passwordCues(credential: Credential): Cue[] {
  const { holdsPassword } = credential.behaviour;
  if (!holdsPassword) return [];
  const { method, url } = holdsPassword.exchange;
  const values = { method: tellWord(method), path: tellPath(url) };
  const said = text('evidence_holds_password', 'it holds the password of {method} {path}', values);
  return [{ role: roleByReach(credential), weight: 0.8, text: said }];
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
  if (!givenUnasked || issuedAtLogin || !outlastsSessions(credential)) return [];
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

/** What a login gave, where its name says nothing. */
function roleByReach(credential: Credential): Role {
  if (isForRenewal(credential) || renewsTokens(credential)) return 'refresh-token';
  const staysLong = lifetimeOf(credential) >= 14 * DAY;
  return staysLong && comesToLogin(credential) ? 'remember-me' : 'session';
}

/** What is never sent to where somebody logs in can spare no password (RFC 6265bis §5.1.4). */
function comesToLogin({ host, attributes, behaviour }: Credential): boolean {
  const login = parseUrl(behaviour.issuedAtLogin?.url ?? '');
  const isThere = login?.hostname === host;
  return !isThere || pathMatches(login.pathname, attributes?.path ?? '/');
}
