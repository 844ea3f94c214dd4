import { pathOf } from '../../normalize/addresses/site.js';
import { partsOf } from '../address-words.js';
import { LETTER_ACTS } from '../../normalize/words/letter-acts.js';
import { regex } from '../../regex.js';

// What addresses call that which stands beside a login: accounts, guests, second steps, links of
// mails.

/** Pages of accounts and their settings as well: `account-words.ts` has the acts alone. */
const ACCOUNT = regex('i')`
  ^(?:regist(?:er|ration)|sign[-_]?up|join|users?|members?|accounts?|profile|settings|setup
  |install|(?:change|reset|forgot|new|set|update|recover)[-_]?password|password(?:[-_]?reset)?
  |reset|recover|recovery|activate|activation)(?:[-_.]\w+)?$`;
const SECOND_FACTOR = regex('i')`
  ^(?:otp|totp|2fa|mfa|(?:two|second|multi)[-_]?factor\w*|verify|verification|challenge
  |web-?authn|passkeys?|assertion|step[-_]?up|code
  |verify[-_]?(?:code|t?otp|2fa|mfa|token|sms|phone|e?mail|login|(?:backup|recovery)[-_]?code)
  |(?:check|confirm|submit|validate|redeem)[-_]?(?:code|otp)
  |(?:code|otp)[-_]?(?:verify|check|login))$`;
const SENDS_CODE = /^(?:(?:(?:re)?send|request|generate)[\w-]*|start)$/i;
const GUEST = regex('i')`
  ^(?:(?:auth|log-?in|sign-?in|session|token|create|new|as|continue|user|customer)[-_.]?){0,3}
  (?:anonymous(?:ly)?|anon|guests?|visitors?)
  (?:[-_.]?(?:auth|log-?in|sign-?in|sessions?|tokens?|users?|customers?|access|checkout)){0,2}$`;
/** Keys and codes that stand for the person, without a password before them. */
const KEY_LOGIN = /^(?:otp|totp|2fa|mfa|web-?authn|passkeys?|assertion)$/i;
const LINK = regex('i')`
  ^(?:magic(?:[-_]?link)?|log[-_]?in(?:[-_]\w+)?|sign[-_]?in(?:[-_]\w+)?|auth|oauth2?|oidc
  |authenticate|verify[-_](?:login|email|link)|sso|callback|invit(?:e|es|ations?)|passwordless
  |one[-_]?time)$`;
const LINK_PARAMETER = regex('i')`
  ^(?:\w+[-_])?(?:token(?:[-_]?hash)?|ticket|code|key|otp|secret|auth|invite|invitation
  |magic_?\w*)$
  |^(?:login_?token|magic_?\w*|k|t)$`;
/** What else a link of a letter asks for with a key; an invitation may let in. */
const LETTER = new RegExp(`${LETTER_ACTS}|subscri|track|click|share|download|preview`, 'i');
const CONFIRMS = /confirm|activat|verif|validat/i;
/** What else is confirmed by a link of a letter, by somebody who need have no account. */
const OF_LETTERS = /letter|subscri|opt-?(?:in|out)|survey|feedback|order|booking|appointment|rsvp/i;

/** Where passwords are given too, but to make an account, or to change one. */
export function isAccountPath(url: string): boolean {
  return partsOf(url).some((part) => ACCOUNT.test(part));
}

/**
 * Where somebody is let in who says not who it is: `/guest/session`, `/oauth/anonymous/token`; or
 * where a page or an app on one browser gets a number: Firebase's and Parse's `/installations`.
 */
export function isGuestPath(url: string): boolean {
  return partsOf(url).some((part) => GUEST.test(part) || part === 'installations');
}

/** Where the second step of a login goes: a one-time code, a security key. */
export function isSecondFactorPath(url: string): boolean {
  return partsOf(url).some((part) => SECOND_FACTOR.test(part));
}

/** True where a code is asked for, whatever number that gets: `mfaSignIn:start`, `/otp/send`. */
export function sendsCode(url: string): boolean {
  return SENDS_CODE.test(partsOf(url).at(-1) ?? '');
}

/** Where such a key logs in by itself. */
export function isKeyLoginPath(url: string): boolean {
  return partsOf(url).some((part) => KEY_LOGIN.test(part));
}

/** Where a link of a mail leads that logs in. */
export function isLinkPath(url: string): boolean {
  return partsOf(url).some((part) => LINK.test(part));
}

/** Where somebody is invited, who may have to make an account before. */
export function isInvitation(url: string): boolean {
  return partsOf(url).some((part) => /^invit/i.test(part));
}

/** True where it leads to something else that a letter asks for with a key. */
export function isLetterPath(url: string): boolean {
  return LETTER.test(pathOf(url));
}

/** True where a letter's link shows that its reader has the address: many let him in by it. */
export function isConfirmedAddress(url: string): boolean {
  const path = pathOf(url);
  return CONFIRMS.test(path) && !OF_LETTERS.test(path);
}

/** The name of a parameter that such a link carries its secret in. */
export function isLinkParameter(name: string): boolean {
  return LINK_PARAMETER.test(name);
}
