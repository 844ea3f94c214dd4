import { regex } from '../../regex.js';

/**
 * What an application calls its user's token behind a word of its own: `jhi-authenticationToken`,
 * `privy:token`, `satoken`, `tokenValue`.
 */
const USERS_TOKEN = regex()`
  ^(?!.*(?:guest|visitor|anon|share|cart|map|push|device|invit|preview|upload|download
  |reset|verif|confirm|unsubscri|public|client|embed|csrf|xsrf|captcha|page|next|sync))
  (?:.*[^a-zA-Z])?\w{0,20}?(?:[tT]oken|TOKEN|jwt|JWT|[bB]earer)(?:_?[vV]alue|_?[sS]tr(?:ing)?)?$`;

/** True for a name that calls what it stands for the token of a user. */
export function isUsersToken(name: string): boolean {
  return name.length <= 256 && USERS_TOKEN.test(name);
}

/** A token of another thing than its user: `captchaToken`, `upload_token`, `mapToken`. */
const THINGS_TOKEN = regex('i')`
  (?:captcha|push|fcm|upload|download|map|cart|basket|guest|visitor|anon(?:ymous)?|share|invit\w{0,8}
  |preview|unsubscribe|turnstile)[-_.]?(?:token|key|id)$`;

/** True for a name that calls what it stands for the token of something that is no user. */
export function isThingsToken(name: string): boolean {
  return THINGS_TOKEN.test(name.slice(-256));
}
