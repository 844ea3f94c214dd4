import type { ExchangeRef, Millis } from '../model.js';

/** Something that happened to the user, not to one credential alone. */
export interface Moment {
  type: 'login' | 'logout' | 'session-lost';
  at: Millis;
  site: string;
  exchange: ExchangeRef;
  /** The session that was lost. */
  credentialId?: string;
  detail?: Record<string, string | number | boolean>;
}
