import { USER } from '../support/site.js';

const PASSWORDS = [USER.password, encodeURIComponent(USER.password)];

/** The one that logs in, or one that a form sets for somebody else. */
export function isWithPassword(text: string): boolean {
  return (
    PASSWORDS.some((password) => text.includes(password)) ||
    /(?:^|[&?])[^=&?]*password[^=&?]*=[^&]{6,}/i.test(text)
  );
}

/**
 * A digest under the name of a password: what it was made of, and whether it works twice, is not
 * seen.
 */
export function mayBeDigest(text: string): boolean {
  return /(?:^|[?&])[^=&]*password[^=&]*=[\da-f]{32,128}(?:&|$)/i.test(text);
}
