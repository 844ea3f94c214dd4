import type { ExchangeRef, Millis } from './observed.js';

// Where a value was seen.

/** Where pages store things by script, beside their cookies. */
export const STORAGE_AREAS = ['localStorage', 'sessionStorage', 'indexedDB'] as const;

export type StorageArea = (typeof STORAGE_AREAS)[number];

/** All carriers: where a value lives stands before where it travels. */
export const CARRIERS = ['cookie', ...STORAGE_AREAS, 'header', 'url', 'body', 'websocket'] as const;

export type Carrier = (typeof CARRIERS)[number];

/** `sent` by the browser, `received` from a server, `stored` in the jar or in web storage. */
export type Direction = 'sent' | 'received' | 'stored';

/**
 * The places where one value was seen, one entry for each (carrier, locator, direction, origin):
 * repeats only raise the count, so that a credential's state stays bounded.
 */
export interface Sighting {
  readonly carrier: Carrier;
  /** Cookie name, header name, storage key (with JSON pointer), query parameter, JSON pointer. */
  readonly locator: string;
  readonly direction: Direction;
  /** Origin of the request's target, or of the storage. */
  readonly origin: string;
  /** Site (scheme + registrable domain) of `origin`. */
  readonly site: string;
  /** Site of the page on whose behalf it happened, where it is known. */
  readonly pageSite?: string;
  readonly firstAt: Millis;
  readonly lastAt: Millis;
  readonly count: number;
  readonly firstExchange?: ExchangeRef;
  readonly lastExchange?: ExchangeRef;
  /** Its value alone told it there: no name, form or scheme does. */
  readonly byValue?: true;
  /** A later snapshot did not have it any more. */
  readonly goneAt?: Millis;
  /** It had gone, and was there again at that moment. */
  readonly backAt?: Millis;
}

/** A way in which a value got out beside its own use. */
export interface Leak {
  /**
   * In the address that a page told another origin, sent by a script of another site, or taken to
   * another site under a name that is none of its own.
   */
  readonly through: 'referer' | 'third-party-script' | 'cross-site';
  readonly carrier: Carrier;
  readonly locator: string;
  /** Origin that was told. */
  readonly origin: string;
  /** Origin of the script. */
  readonly script?: string;
  readonly firstAt: Millis;
  readonly lastAt: Millis;
  readonly count: number;
  readonly exchange?: ExchangeRef;
}
