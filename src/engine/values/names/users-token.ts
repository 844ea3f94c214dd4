import { regex } from '../../regex.js';

/** Whose tokens are no user's, whatever else is said of them. */
const NO_USERS = 'guest|visitor|anon|share|cart|map|push|invit|preview|upload|download|captcha';

/**
 * What an application calls its user's token behind a word of its own: `jhi-authenticationToken`,
 * `privy:token`, `satoken`, `tokenValue`.
 */
const USERS_TOKEN = regex()`
  ^(?!.*(?:${NO_USERS}|device|reset|verif|confirm|unsubscri|public|client|embed|csrf|xsrf|page
  |next|sync))
  (?:.*[^a-zA-Z])?\w{0,20}?(?:[tT]oken|TOKEN|jwt|JWT|[bB]earer)(?:_?[vV]alue|_?[sS]tr(?:ing)?)?$`;

/** True for a name that calls what it stands for the token of a user. */
export function isUsersToken(name: string): boolean {
  return name.length <= 256 && USERS_TOKEN.test(name);
}

/** A token of another thing than its user: `captchaToken`, `upload_token`, `mapToken`. */
const THINGS_TOKEN = regex('i')`
  (?:${NO_USERS}|anonymous|invit\w{1,8}|fcm|basket|unsubscribe|turnstile)[-_.]?(?:token|key|id)$`;

/** True for a name that calls what it stands for the token of something that is no user. */
export function isThingsToken(name: string): boolean {
  return THINGS_TOKEN.test(name.slice(-256));
}
