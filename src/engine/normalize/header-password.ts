import { withoutBasicPassword } from './basic-password.js';
import { isPasswordField, PASSWORD_MARK } from './password-field.js';
import { type IsPassword, withoutPasswords } from './without-passwords.js';

/** Headers that hold addresses: what a GET form sent to its page stands in them again. */
const ADDRESSES: ReadonlySet<string> = new Set([
  'referer',
  'location',
  'content-location',
  'refresh',
  'link',
  ':path',
]);

/** A header's value without a password: that of HTTP Basic, one in an address, one by its name. */
export function withoutHeaderPassword(
  name: string,
  value: string,
  isPassword: IsPassword = isPasswordField,
): string {
  if (ADDRESSES.has(name)) return withoutPasswords(value, isPassword);
  if (!name.includes('cookie') && isPasswordField(name)) return PASSWORD_MARK;
  return withoutBasicPassword(name, value);
}
