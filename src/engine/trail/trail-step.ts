import type { Carrier, CookieRejection, ExchangeRef, Millis } from '../model.js';
import type { Text } from '../text.js';

/** What can happen to a credential, in the order in which it does at one moment. */
export const TRAIL_ORDER = [
  'issued',
  'rejected',
  'rotated',
  'refreshed',
  'stored',
  'sent',
  'exposed',
  'cleared',
  'removed',
  'expired',
] as const;

/** Why a sending is an exposure. */
export type Exposure =
  | 'cross-site'
  | 'third-party-script'
  | 'url'
  | 'referer'
  | 'plain-http'
  | 'websocket';

/** One thing that happened to one credential; `count` times between `at` and `lastAt`. */
export interface TrailStep {
  type: (typeof TRAIL_ORDER)[number];
  at: Millis;
  lastAt: Millis;
  count: number;
  credentialId: string;
  site: string;
  exchange?: ExchangeRef;
  /** Where it stood; absent for what happens to the credential as a whole. */
  carrier?: Carrier;
  locator?: string;
  origin?: string;
  exposure?: Exposure;
  /** Origin of the script that sent it. */
  script?: string;
  /** Why the browser refused it; in words where that is what it is refused for now. */
  reason?: CookieRejection;
  why?: Text;
}
