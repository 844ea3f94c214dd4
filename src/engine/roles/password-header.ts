import type { Credential } from '../model.js';
import { isNamedPassword } from '../normalize/passwords/password-name.js';

/**
 * True for what went in a header that says in full that it is a password. Nothing of the value is
 * kept; `x-pass` may as well be a pass that the server gave.
 */
export function isPasswordInHeader({ scheme, name }: Credential): boolean {
  return scheme === 'password' && isNamedPassword(name);
}
