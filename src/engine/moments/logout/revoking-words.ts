import { pathOf } from '../../normalize/addresses/site.js';
import { regex } from '../../regex.js';

// What takes back the token of who asks, by its name: that of a device, a robot, an invitation is
// another thing, and so is one that somebody made for a program (`personalAccessTokenDelete`).

const LIST = '(?:black|block|deny)[-_]?list';
const TAKE_BACK = `revoke|invalidate|${LIST}|deactivate`;
/** Whose token it is: what a page has from a login. */
const OWN = '(?:customer|user|session|auth|refresh|my|current)';

/** `/user/token-blacklist/`, `/jwt_revoke` */
const PATH = regex('i')`
  \/(?:(?:customer|user|session|auth|access|refresh|my|current)[-_]?)?(?:tokens?|jwt)[-_]?
  (?:${TAKE_BACK}|revocation)\/?$`;
const WORD = regex('i')`
  ^(?:(?:${OWN}[-_]?){0,2}(?:access[-_]?)?tokens?[-_]?(?:${TAKE_BACK})(?:[-_]?(?:all|current|own))?
  |(?:${OWN}[-_]?){1,2}(?:access[-_]?)?tokens?[-_]?(?:delete|remove|destroy)
  |(?:${TAKE_BACK})[-_]?(?:${OWN}[-_]?){0,2}(?:access[-_]?)?tokens?
  |(?:delete|remove|destroy)[-_]?(?:(?:${OWN}[-_]?){1,2}(?:access[-_]?)?tokens?
  |(?:refresh[-_]?)?token[-_]?cookies?))$`;

/** True for an address whose name says that a token is taken back; who only reads takes none. */
export function isRevokingPath(url: string, method: string): boolean {
  return method !== 'GET' && PATH.test(pathOf(url));
}

/** True for the name of a call that takes a user's token back: `customerAccessTokenDelete`. */
export function isRevokingWord(word: string): boolean {
  return WORD.test(word.replace(/^.*[.:/]/, ''));
}
