import type { Behaviour, Millis } from '../model.js';

/**
 * What a moment says of credentials, beside what was seen of their values. Moments only tell it:
 * the pipeline has the store write it, and judges what it touched.
 */
export type Effect =
  | { kind: 'behaved'; id: string; behaviour: Behaviour }
  /** A login gave this token: it goes on from none that was there before. */
  | { kind: 'begins'; id: string; login: Millis }
  /** Somebody logged in: what comes in the place of the site's tokens goes on from none of them. */
  | { kind: 'logged-in'; site: string; at: Millis }
  | { kind: 'logged-out'; site: string; at: Millis }
  /**
   * For the first time a login gave something at this site, or it was none: all is judged by that.
   */
  | { kind: 'gave'; site: string };
