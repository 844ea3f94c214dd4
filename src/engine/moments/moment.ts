import type { ExchangeRef, Millis } from '../model.js';

/** Something that happened to the user, not to one credential alone. */
export interface Moment {
  type: 'login' | 'logout' | 'session-lost';
  at: Millis;
  site: string;
  exchange: ExchangeRef;
  /** A logout of which no request told: the page let go of what stood for its user. */
  byPage?: true;
  /** The session that was lost. */
  credentialId?: string;
  detail?: Record<string, string | number | boolean>;
}
