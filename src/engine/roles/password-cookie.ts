import type { Credential } from '../model.js';
import { isCalledPassword } from '../normalize/passwords/called-password.js';
import { isMasked } from '../normalize/sources/masked-value.js';
import { regex } from '../regex.js';
import { formatOf } from '../values/format.js';
import { namesNobodyYet, isPlaceholder } from '../values/ids/placeholder.js';
import { isIsoDate } from '../values/iso-date.js';
import { unwrapPlain } from '../values/unwrap.js';

type Cookie = Pick<Credential, 'kind' | 'name' | 'value' | 'behaviour'>;

/** Says whether something is so, or what has become of a password. */
const STATE = regex('i')`
  ^(?:true|false|yes|no|on|off|y|n|ok|null|undefined|enabled|disabled|required|optional|set|unset
  |changed|expired|valid|invalid|wrong|correct|shown|hidden|show|hide|visible|saved|remember(?:ed)?
  |forgot(?:ten)?|reset|weak|medium|strong|default|pass(?:ed)?|fail(?:ed)?|password|text)$`;
/** A count, a moment, a version, an address. */
const NO_PASSWORD = /^[-\d.,:+\s]*$|^[./?#]|^[a-z][a-z0-9+.-]{1,20}:\/\//i;
const LEAST = 3;

/**
 * How sure it is that a cookie holds a password: it was compared with one, or is only called so;
 * undefined for any other.
 */
export function passwordIn(cookie: Cookie): 'compared' | 'named' | undefined {
  if (cookie.behaviour.holdsPassword) return 'compared';
  return mayBePassword(cookie) && isOne(unwrapPlain(cookie.value)) ? 'named' : undefined;
}

/** True for a cookie that is called a password, whatever it holds. */
export function mayBePassword({ kind, name }: Cookie): boolean {
  return kind === 'cookie' && isCalledPassword(name);
}

function isOne(value: string): boolean {
  if (value.length < LEAST || isPlaceholder(value) || isMasked(value) || namesNobodyYet(value))
    return false;
  if (STATE.test(value) || NO_PASSWORD.test(value) || isIsoDate(value)) return false;
  // What says by its form what it is was made by a server.
  return formatOf(value).format === 'opaque';
}
