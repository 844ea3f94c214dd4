import type { CookieAttributes, ExchangeRef, Millis } from './observed.js';
import type { Diagnosis, Text } from './text.js';
import type { Behaviour } from './behaviour.js';
import type { Carrier, Leak, Sighting } from './where-seen.js';

// The words of Credtrail as types, in the order in which data flows:
// Exchange (observed.ts) / Snapshot (snapshot.ts) → Sighting (where-seen.ts) → Credential → Finding
// (finding.ts) → report/report.ts. All of them are imported from here.

export type * from './behaviour.js';
export type * from './finding.js';
export type * from './kept-password.js';
export type * from './observed.js';
export type * from './snapshot.js';
export type * from './where-seen.js';

export type Role =
  | 'session'
  | 'access-token'
  | 'refresh-token'
  | 'id-token'
  | 'remember-me'
  | 'csrf'
  | 'oauth-state'
  | 'api-key'
  | 'basic'
  | 'device'
  | 'load-balancer'
  | 'preference'
  | 'consent'
  | 'tracking'
  | 'other';

export type Format =
  | 'jwt'
  | 'jwe'
  | 'paseto'
  | 'signed'
  | 'saml'
  | 'macaroon'
  | 'basic'
  | 'uuid'
  | 'opaque'
  | 'known-prefix';

/**
 * A cookie, a value that some other place holds, or a form field that changes and keeps its place.
 */
export type CredentialKind = 'cookie' | 'token' | 'field';

/** A JWS in compact serialisation, decoded and not verified (RFC 7515 §3, RFC 7519). */
export interface DecodedJwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  /** The third segment is empty. */
  readonly unsigned: boolean;
}

/** Why a browser refuses a Set-Cookie line, in a word that rules can test. */
export type CookieRejection =
  | 'syntax'
  | 'prefix'
  | 'samesite-none-insecure'
  | 'secure-over-http'
  | 'domain-mismatch'
  | 'public-suffix'
  | 'too-large'
  | 'partitioned-insecure'
  | 'overwrite-secure'
  | 'cross-site'
  | 'third-party';

/** What was seen of a cookie beyond its attributes. */
export interface CookieHistory {
  /** Set by the response to this exchange, last time. Absent: never seen being set. */
  readonly setBy?: ExchangeRef;
  readonly setAt?: Millis;
  /** Scheme of the last response that set it. */
  readonly setOver?: 'http' | 'https';
  /** The attributes of that line as they were written, in their order: name, and value if any. */
  readonly written?: readonly (readonly [name: string, value?: string])[];
  /** `Max-Age`/`Expires` of that line, as an instant; may exceed what a browser allows. */
  readonly askedExpiresAt?: Millis;
  readonly rejected?: { readonly reason: CookieRejection; readonly text: Text };
  /** It arrived already expired although nothing of that name was there to delete. */
  readonly expiredOnArrival?: boolean;
  /** Its life ended: it was deleted, or got a value that stands for none. */
  readonly clearedAt?: Millis;
  readonly clearedBy?: ExchangeRef;
  readonly diagnoses: readonly Diagnosis[];
}

/** A change in a credential's life that its sightings alone do not tell. Repeats are counted. */
export interface LifeEvent {
  /** `issued`: set anew after it had ended. */
  readonly type: 'issued' | 'rotated' | 'refreshed' | 'cleared' | 'rejected';
  /** Why the browser refused it. */
  readonly reason?: CookieRejection;
  readonly at: Millis;
  readonly lastAt: Millis;
  readonly count: number;
  readonly exchange?: ExchangeRef;
}

/** A token was sent after the moment in its `exp` claim (RFC 7519 §4.1.4). */
export interface LateUse {
  readonly carrier: Carrier;
  readonly locator: string;
  readonly origin: string;
  /** The last such use, and when the token had ended. */
  readonly at: Millis;
  readonly expiredAt: Millis;
  readonly exchange?: ExchangeRef;
}

/** What has become of a credential (decided in `credentials/credential-state.ts`). */
export type CredentialState =
  | 'live'
  | 'replaced'
  | 'cleared'
  | 'removed'
  | 'expired'
  | 'refused'
  | 'unknown';

/**
 * All that is known of one secret, and of everything that a refresh put in its place (its lineage).
 * Value, format, attributes and end are those of its last living form: a deletion ends a life and
 * changes nothing that it was. Plain data: it is saved and restored as JSON. Only the store writes
 * it.
 */
export interface Credential {
  /** `c1`, `c2`, … in order of first sighting. */
  readonly id: string;
  readonly kind: CredentialKind;
  /** Cookie: name, domain, path, partition key. Token: a hash of its value. Field: name, origin. */
  readonly identity: string;
  readonly site: string;
  readonly host: string;
  readonly origin: string;
  /** `localhost`, `*.localhost`, `127.0.0.0/8`, `[::1]`: a potentially trustworthy http origin. */
  readonly local: boolean;
  readonly carrier: Carrier;
  readonly name: string;
  readonly carriers: readonly Carrier[];
  readonly role: Role;
  readonly format: Format;
  readonly confidence: number;
  readonly evidence: readonly Text[];
  /** What is known of a cookie's attributes; an absent one is unknown. */
  readonly attributes?: Partial<CookieAttributes>;
  readonly cookie?: CookieHistory;
  readonly jwt?: DecodedJwt;
  /**
   * What the JSON around it calls it: its name in the JSON that a value is, or what stands beside
   * it.
   */
  readonly heldAs?: string;
  readonly issuedAt?: Millis;
  readonly expiresAt?: Millis;
  /** `session`: with the browser session; `at`: see `expiresAt`. */
  readonly expires: 'session' | 'at' | 'never' | 'unknown';
  /** Raw current value. Never leaves the engine but through `reveal`. */
  readonly value: string;
  /** How many different values it has had, with this one. */
  readonly valueCount: number;
  /** The values before this one, newest first, as many as are worth remembering. */
  readonly pastValues: readonly string[];
  /** Id of the token whose place this one took (a refresh), and of the one that took its place. */
  readonly replaces?: string;
  readonly replacedBy?: string;
  readonly life: readonly LifeEvent[];
  /** Uses after its own end, one for each place. */
  readonly lateUses?: readonly LateUse[];
  /** Somebody logged out of its site at that moment, and it was not used since. */
  readonly loggedOutAt?: Millis;
  /** HTTP authentication scheme it was sent under, lower case. */
  readonly scheme?: string;
  /** Id of the cookie that this one signs (`name.sig`). */
  readonly signs?: string;
  readonly sightings: readonly Sighting[];
  /** How many sightings are not listed, because there were too many places. */
  readonly unlisted?: number;
  readonly leaks?: readonly Leak[];
  readonly unlistedLeaks?: number;
  readonly behaviour: Behaviour;
  readonly firstSeen: Millis;
  readonly lastSeen: Millis;
}
