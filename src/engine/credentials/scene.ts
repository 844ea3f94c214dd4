import type { CookieRequest } from '../cookies/cookie-context.js';
import type { ExchangeRef, Millis } from '../model.js';

/** Where and when a value is seen; without `ref` it is a snapshot's. */
export interface Scene {
  url: string;
  at: Millis;
  ref?: ExchangeRef;
  pageSite?: string;
  /** Origin of the script of another site that made the request. */
  script?: string;
}

/** The exchange in which a value is seen. */
export interface ExchangeScene extends Scene {
  ref: ExchangeRef;
  /** The request as cookies look at it: who asked, from where. */
  request: CookieRequest;
}
