import type { Millis } from '../model.js';
import { DAY } from '../time-units.js';

/**
 * Whose answers: `browser` is RFC 6265bis and the layered-cookies draft as today's browsers follow
 * them (nameless cookies, limits, prefixes, SameSite); `rfc6265` is plain RFC 6265 of 2011.
 */
export type CookieMode = 'browser' | 'rfc6265';

/** Before every clock: what a Max-Age of zero or less means. */
export const LONG_AGO: Millis = -62_135_596_800_000;
/** The last instant that `Date` can name; browsers clip later ones, too. */
export const END_OF_TIME: Millis = 8_640_000_000_000_000;
/** RFC 6265bis §5.5: no browser keeps a cookie for longer. */
export const LIFETIME_CAP: Millis = 400 * DAY;
