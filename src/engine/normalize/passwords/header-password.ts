import { withoutBasicPassword } from './basic-password.js';
import { type IsPassword, isPasswordField, PASSWORD_MARK } from './password-field.js';
import { withoutTextPasswords } from './without-passwords.js';

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
  return withoutTextPasswords(withoutBasicPassword(name, value), isPassword);
}
