/**
 * Ends the fix of a rule whose line to paste has Secure in it, though the rule is about something
 * else.
 */
export const SECURE_NEEDS_HTTPS =
  '\n\nOn a site without https leave Secure out: browsers refuse it there.';
