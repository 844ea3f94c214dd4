import { withoutBasicPassword } from './basic-password.js';
import { type IsPassword, isPasswordField, PASSWORD_MARK } from './password-field.js';
import { withoutPathPasswords } from './path-password.js';
import { withoutTextPasswords } from './without-passwords.js';

const IS_ADDRESS = /^(?:referer|location|content-location|:path)$/;

/**
 * A header's value without a password: that of HTTP Basic, one that is named in it, or by its name.
 */
export function withoutHeaderPassword(
  name: string,
  value: string,
  isPassword: IsPassword = isPasswordField,
): string {
  if (name.includes('cookie')) return value;
  if (isPasswordField(name)) return PASSWORD_MARK;
  // What stands before the host is for the browser alone (RFC 9113 §8.3.1).
  if (name === 'host' || name === ':authority') return value.slice(value.lastIndexOf('@') + 1);
  const bare = IS_ADDRESS.test(name) ? withoutPathPasswords(value) : value;
  return withoutTextPasswords(withoutBasicPassword(name, bare), isPassword);
}
