import type { CookieAttributes, LimitReached, Millis } from './observed.js';
import type { StorageArea } from './where-seen.js';

// What the browser keeps, at one moment: its jar, or one storage area of one origin; and the form
// that a page was about to send.

/**
 * A cookie as the browser's jar (or Playwright's storageState) holds it; an absent flag is unknown.
 */
export interface JarCookie
  extends
    Pick<CookieAttributes, 'domain' | 'path' | 'hostOnly' | 'partitioned'>,
    Partial<Pick<CookieAttributes, 'httpOnly' | 'secure' | 'sameSite' | 'persistent'>> {
  name: string;
  value: string;
  /** Absent for a session cookie, and where it is unknown. */
  expiresAt?: Millis;
  /** Top-level site of a partitioned cookie. */
  partitionKey?: string;
}

/** Cookies of the jar at one moment. */
export interface JarSnapshot {
  kind: 'jar';
  at: Millis;
  /** Site (scheme + registrable domain) of the tab whose cookies were asked for. */
  site: string;
  cookies: JarCookie[];
  /** Registrable domains whose cookies these are all of. Absent: there may be more. */
  domains?: string[] | 'all';
  /** Cookies left out because there were too many. */
  dropped?: number;
}

export interface StorageItem {
  key: string;
  /** At most the first 1,048,576 characters. */
  value: string;
  /** Length of the whole value in UTF-16 units. */
  length: number;
  /** It was not read to its end. */
  cut?: boolean;
  /** Bounds that were reached while a long value was read. */
  limits?: LimitReached[];
}

/** One web storage area of one origin at one moment. */
export interface StorageSnapshot {
  kind: 'storage';
  at: Millis;
  origin: string;
  area: StorageArea;
  items: StorageItem[];
  /** Items left out because the area was too large. */
  dropped: number;
}

export type Snapshot = JarSnapshot | StorageSnapshot;

/** A form with a password field was submitted. Only names are kept, never a value. */
export interface LoginForm {
  kind: 'login-form';
  at: Millis;
  pageUrl: string;
  actionUrl: string;
  method: string;
  fields: { name: string; type: string }[];
}
