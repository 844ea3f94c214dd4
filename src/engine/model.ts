import type { CookieAttributes, ExchangeRef, Millis } from './observed.js';
import type { Diagnosis, Text } from './text.js';

// The words of Credtrail as types, in the order in which data flows:
// Exchange / Snapshot (observed.ts) → Sighting → Credential → Finding (finding.ts) → report/report.ts.

export type * from './finding.js';
export type * from './observed.js';

export type Carrier =
  | 'cookie'
  | 'header'
  | 'url'
  | 'body'
  | 'localStorage'
  | 'sessionStorage'
  | 'indexedDB'
  | 'websocket';

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

/** A cookie, a value that some other place holds, or a form field that changes and keeps its place. */
export type CredentialKind = 'cookie' | 'token' | 'field';

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
  /** A later snapshot did not have it any more. */
  readonly goneAt?: Millis;
  /** It had gone, and was there again at that moment. */
  readonly backAt?: Millis;
}

/** A way in which a value got out beside its own use. */
export interface Leak {
  /** In the address that a page told another origin, or sent by a script of another site. */
  readonly through: 'referer' | 'third-party-script';
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

/** What was seen a credential do; `roles/role.ts` weighs it. */
export interface Behaviour {
  /** First set or changed by the response to a login. */
  readonly issuedAtLogin?: ExchangeRef;
  /** Sent with a login: somebody may be known by it from then on. */
  readonly sentAtLogin?: ExchangeRef | undefined;
  /** Cleared by a logout. */
  readonly clearedAtLogout?: boolean;
  /** A logout's answer set it again, with the value that it had. */
  readonly keptByLogout?: boolean;
  /** Sent with a logout that cleared what stood for the user, and did not touch this one. */
  readonly leftByLogout?: boolean;
  /** First set by an answer that had the first value against forgery as well. */
  readonly setWithGuard?: ExchangeRef;
  /** Sent before anybody logged in. */
  readonly usedAnonymously?: boolean;
  /** Set when the browser was sent to an authorization server, or by that server itself. */
  readonly setForAuthorization?: ExchangeRef;
  /** Sent with an authorization request: its server may know its own user by it. */
  readonly sentToAuthorize?: boolean;
  /** Given by a token endpoint that was not sent it: of the browser it knew nothing, its user it knew by a code. */
  readonly givenUnasked?: ExchangeRef;
  /** The browser had it before anybody could have logged in: it came to this site with nothing. */
  readonly givenToStranger?: ExchangeRef;
  /** Gone again soon, without a logout. */
  readonly clearedEarly?: ExchangeRef;
  /** A page took it away, and left what its user is known by. */
  readonly shownOnce?: ExchangeRef;
  /** A cookie's value came back in a header or a form field, or the other way round. */
  readonly echoed?: string;
  /** The field in which pages of its site had its secret under a mask. */
  readonly masked?: string;
  /** Sent to a site other than the page's. */
  readonly sentThirdParty?: boolean;
  /** Sent with requests of the site in front. */
  readonly sentFirstParty?: boolean;
  /** Requests that carried it were answered with a page, with data, with nothing (a beacon's 204 or image). */
  readonly gotPage?: boolean;
  readonly gotData?: boolean;
  readonly gotNothing?: boolean;
  /** Sent in requests that carried the session's cookie as well. */
  readonly besideSession?: boolean;
  /** Sent in requests whose Authorization header carried what a login gave. */
  readonly besideAuthorization?: boolean;
  /** Sent in each of several messages of a WebSocket that was opened with a cookie of the login. */
  readonly inEachMessage?: boolean;
  /** Given by an answer to somebody who was known already. */
  readonly givenToKnown?: boolean;
  /** What came of sending it, with the very value that somebody logged out with, after that. */
  readonly afterLogout?: AfterLogout;
  /** The longest time without a request after which it was still taken for its user. */
  readonly idle?: IdleUse;
}

/** Of what was sent after the logout. */
export interface AfterLogout {
  /** It got what an address gives to nobody who is not logged in. */
  readonly accepted?: ExchangeRef;
  /** It got an answer of which it is not known whether everybody may have it. */
  readonly answered?: ExchangeRef;
  /** It was refused. */
  readonly refused?: ExchangeRef;
  /** It was put back to see (`proof/`). */
  readonly proved?: true;
}

export interface IdleUse {
  readonly away: Millis;
  readonly exchange: ExchangeRef;
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
  'live' | 'replaced' | 'cleared' | 'removed' | 'expired' | 'refused' | 'unknown';

/**
 * All that is known of one secret, and of everything that a refresh put in its place (its lineage).
 * Value, format, attributes and end are those of its last living form: a deletion ends a life and
 * changes nothing that it was. Plain data: it is saved and restored as JSON. Only the store writes it.
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
  /** What the JSON around it calls it: its name in the JSON that a value is, or what stands beside it. */
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
