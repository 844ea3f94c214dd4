import type { Exchange } from '../model.js';
import { parseUrl } from '../normalize/site.js';

// What the addresses and answers of a login look like.

/** Last part of the path; `/api/session` is where some APIs log in. */
const LOGIN_END =
  /^(?:log[-_]?[io]n|log[-_]?on|sign[-_]?in|authenticate|authentication|auth|sessions?|credentials|auth-with-password)(?:\.\w+)?$/i;
/** Any part of it: `/sign-in/email`, `/login/password`. */
const LOGIN_PART = /^(?:log[-_]?in|log[-_]?on|sign[-_]?in)(?:\.\w+)?$/i;
const REFRESH = /refresh|renew|keep-?alive|introspect/i;
const ACCOUNT =
  /^(?:regist(?:er|ration)|sign[-_]?up|join|users?|members?|accounts?|profile|settings|setup|install|(?:change|reset|forgot|new)[-_]?password|password)(?:[-_.]\w+)?$/i;
const SECOND_FACTOR =
  /^(?:otp|totp|2fa|mfa|two[-_]?factor\w*|verify|verification|challenge|web-?authn|passkeys?|assertion|step[-_]?up|code)$/i;
/** Keys and codes that stand for the person, without a password before them. */
const KEY_LOGIN = /^(?:otp|totp|2fa|mfa|web-?authn|passkeys?|assertion)$/i;
const LINK =
  /^(?:magic(?:[-_]?link)?|log[-_]?in(?:[-_]\w+)?|sign[-_]?in(?:[-_]\w+)?|auth|oauth2?|oidc|authenticate|verify[-_](?:login|email|link)|sso|callback)$/i;
const LINK_PARAMETER = /^(?:token|ticket|code|key|otp|login_?token|magic_?\w*)$/i;

/** True for an address that is for logging in. */
export function isLoginPath(url: string | undefined): boolean {
  const parts = partsOf(url);
  if (parts.some((part) => REFRESH.test(part))) return false;
  return LOGIN_END.test(parts.at(-1) ?? '') || parts.some((part) => LOGIN_PART.test(part));
}

/** Where passwords are given too, but to make an account, or to change one. */
export function isAccountPath(url: string): boolean {
  return partsOf(url).some((part) => ACCOUNT.test(part));
}

/** Where the second step of a login goes: a one-time code, a security key. */
export function isSecondFactorPath(url: string): boolean {
  return partsOf(url).some((part) => SECOND_FACTOR.test(part));
}

/** Where such a key logs in by itself. */
export function isKeyLoginPath(url: string): boolean {
  return partsOf(url).some((part) => KEY_LOGIN.test(part));
}

/** A link that logs in whoever follows it: from a mail, or back from a CAS server. */
export function isLoginLink({ url, method, type }: Exchange): boolean {
  const address = parseUrl(url);
  if (method !== 'GET' || type !== 'document' || !address) return false;
  const secrets = [...new URLSearchParams(address.search)].filter(([name]) =>
    LINK_PARAMETER.test(name),
  );
  return (
    secrets.some(([, value]) => value.startsWith('ST-')) ||
    (secrets.length > 0 && partsOf(url).some((part) => LINK.test(part)))
  );
}

/**
 * False where the server turned it down: by its status, by sending back to the form, or by showing it
 * again; undefined where a page came that was not seen.
 */
export function isAccepted(
  { url, type, request, response, redirectUrl }: Exchange,
  gave: boolean,
): boolean | undefined {
  const status = response?.status ?? 0;
  if (status < 200 || status >= 400) return false;
  if (redirectUrl !== undefined) {
    const form = request.headers.find(({ name }) => name === 'referer')?.value ?? url;
    return !isBackAt(url, redirectUrl) && !isBackAt(form, redirectUrl);
  }
  if (gave) return true;
  if (type === 'document' && response?.body === undefined) return undefined;
  return !(response?.body?.kind === 'html' && response.body.passwordField !== undefined);
}

/** A form's answer sends the browser on, and not to where it says that something went wrong. */
export function leadsOn({ type, redirectUrl }: Exchange): boolean {
  return (
    type === 'document' &&
    redirectUrl !== undefined &&
    !isLoginPath(redirectUrl) &&
    !/error|fail|denied|invalid/i.test(redirectUrl)
  );
}

/** A login that worked leads elsewhere. */
function isBackAt(form: string, redirectUrl: string): boolean {
  const from = parseUrl(form);
  const to = parseUrl(redirectUrl);
  if (!from || !to || from.host !== to.host || from.pathname !== to.pathname) return false;
  return isLoginPath(redirectUrl) || /[?&](error|failed|invalid)/i.test(to.search);
}

function partsOf(url: string | undefined): string[] {
  return (parseUrl(url ?? '')?.pathname ?? '').split('/').filter(Boolean);
}
