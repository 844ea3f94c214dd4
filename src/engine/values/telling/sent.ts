import { regex } from '../../regex.js';

// What a path or a parameter tells of what somebody was sent, and is shorter than other secrets.

/** What follows in a path is what somebody was sent, and no account: a UUID, too. */
const SENT = regex('i')`
  ^(?:magic|magic-?link|link|login|log-?in|signin|sign-?in|sso|auth|otp|code|token|tokens
  |session|sessions|ticket|reset|forgot|recover|recovery|password|verify|verification|confirm
  |confirmation|activate|activation|invite|invitation|invitations|invites|unlock|unsubscribe
  |s|share|shares|shared|sharing|join|callback)$`;
/** What follows is a code that somebody types, whatever its length; or one of six digits. */
const CODE = /^(?:[ht]?otp|[2mt]fa|code|pin|tan|(?:one-?time|pass|sms)-?code)$/i;
const MAY_BE_CODE = regex('i')`
  ^(?:verify|verification|verify-?(?:e?mail|phone|code)|confirm|confirmation|activate|activation
  |validate|authenticate)$`;
/** Words and numbers in a row, as somebody writes them: `iPhone15Pro`, `step2`. */
const PIECE = /[A-Z]?[a-z]+|[A-Z]+|\d+/g;
const LONGEST = 64;

/** True for a segment of a path after which a secret follows. */
export function isBeforeSent(segment: string): boolean {
  return SENT.test(segment);
}

/** True for the code in `/verify/123456`. */
export function isSentCode(before: string, segment: string): boolean {
  if (!/^\d{4,8}$/.test(segment)) return false;
  return CODE.test(before) || (segment.length >= 6 && MAY_BE_CODE.test(before));
}

/** True for the id in `/s/AbC12xYz`. */
export function isSentId(before: string, segment: string): boolean {
  return /^\w{8,15}$/.test(segment) && isBeforeSent(before) && isMixed(segment, 4);
}

/** True for a value that is made by chance, though it is too short to say so by that alone. */
export function isShortId(value: string): boolean {
  if (value.length < 10 || value.length > LONGEST || /\s|:\/\//.test(value)) return false;
  return value
    .split(/[^\w-]+/)
    .some(
      (part) => part.length >= 10 && /[a-z]/.test(part) && /[A-Z]/.test(part) && isMixed(part, 5),
    );
}

/** Of letters and digits that change more often than words do. */
function isMixed(text: string, least: number): boolean {
  const pieces = text.match(PIECE)?.length ?? 0;
  return /\d/.test(text) && /[A-Za-z]/.test(text) && pieces >= least && text.length < pieces * 2.5;
}
