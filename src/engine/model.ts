import type { Diagnosis, Text } from './text.js';

// The words of Credtrail as types, in the order in which data flows:
// Exchange / Snapshot → Sighting → Credential → Finding → (report/report.ts).

/** Milliseconds since the epoch. The engine has no clock: every time comes with its input. */
export type Millis = number;

// ── What was observed ────────────────────────────────────────────────────────────────────────

/** A header as sent. Names are lower-cased by `normalize/`. */
export interface Header {
  name: string;
  value: string;
  /** Of a Set-Cookie line that stands for a list of cookies: what that list does not say. */
  unknown?: readonly (keyof CookieAttributes)[];
}

/** A bound that was reached: which (a name of `settings.ts`), and how many things were left out. */
export interface LimitReached {
  readonly what: string;
  readonly limit: number;
  readonly lost: number;
}

export type ResourceType = 'document' | 'frame' | 'fetch' | 'websocket' | 'other';

/** One string in a body: JSON pointer (`/user/id`), form field name, or `input[name]` in HTML. */
export interface BodyField {
  pointer: string;
  value: string;
}

/**
 * What the engine needs to know of a body. The body itself is not kept, and a password's value is
 * never in `fields` (`normalize/body.ts` drops it): only `passwordField` says that one was there.
 */
export interface Body {
  kind: 'form' | 'json' | 'html' | 'other';
  mimeType: string;
  bytes: number;
  /** Values that may be credentials, bounded in number and length. */
  fields: BodyField[];
  /** Name of the field that held a password, or, in a page, that asks for one. */
  passwordField?: string;
  /** Names of a page's inputs for passwords: what is later sent under them is never kept. */
  passwordFields?: string[];
  /** What it asks for by name: a form's action field, a GraphQL mutation. */
  action?: string;
  /** Why the body was not read whole. */
  diagnosis?: Diagnosis;
  /** Bounds that were reached while it was read. */
  limits?: LimitReached[];
  /** Values in it that a sanitizer had replaced. */
  masked?: number;
}

/** One request and its response, wherever they were seen (webRequest, DevTools, HAR file). */
export interface Exchange {
  id: string;
  url: string;
  method: string;
  type: ResourceType;
  startedAt: Millis;
  /** When the head of its response had come, or it had failed. */
  endedAt?: Millis;
  /** Origin that caused the request, where it is known. */
  initiator?: string;
  /** URL of the top document at that time. */
  topUrl?: string;
  frameId?: number;
  /** Origin of the script that made the request; only recordings and DevTools may tell. */
  script?: string;
  request: { headers: Header[]; body?: Body };
  response?: { status: number; headers: Header[]; body?: Body; fromCache?: boolean };
  redirectUrl?: string;
  /** Text messages of a WebSocket, read as bodies, in order. Only recorded traffic has them. */
  messages?: { direction: 'sent' | 'received'; body: Body }[];
  /** The browser's own word for a failure, such as `net::ERR_CONNECTION_REFUSED`. */
  error?: string;
  /** Malformed or oversized things seen while it was captured. */
  diagnoses?: Diagnosis[];
  /** Bounds that were reached while it was captured. */
  limits?: LimitReached[];
}

/** Bodies that arrived after their exchange (only DevTools knows bodies). */
export interface ExchangeBodies {
  kind: 'bodies';
  exchangeId: string;
  at: Millis;
  request?: Body;
  response?: Body;
  /** See {@link Exchange.script}. */
  script?: string;
}

export type SameSite = 'strict' | 'lax' | 'none' | 'unset';

/** What a cookie's issuer asked for, or what the jar says of it. */
export interface CookieAttributes {
  httpOnly: boolean;
  secure: boolean;
  sameSite: SameSite;
  /** Without leading dot. The host itself where `hostOnly`. */
  domain: string;
  path: string;
  hostOnly: boolean;
  partitioned: boolean;
  /** False: ends with the browser session. */
  persistent: boolean;
}

/** A cookie as the browser's jar (or Playwright's storageState) holds it; an absent flag is unknown. */
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

export type StorageArea = 'localStorage' | 'sessionStorage' | 'indexedDB';

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

/** A form with a password field was submitted. Only names are kept, never a value. */
export interface LoginForm {
  kind: 'login-form';
  at: Millis;
  pageUrl: string;
  actionUrl: string;
  method: string;
  fields: { name: string; type: string }[];
}

export type Snapshot = JarSnapshot | StorageSnapshot;

// ── What was recognised ──────────────────────────────────────────────────────────────────────

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

/** Points at an exchange. `url` may hold secrets; `report/redact.ts` masks it on the way out. */
export interface ExchangeRef {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly status?: number;
}

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

/** What was seen a credential do; `detect/role.ts` weighs it. */
export interface Behaviour {
  /** First set or changed by the response to a login. */
  readonly issuedAtLogin?: ExchangeRef;
  /** Cleared by a logout. */
  readonly clearedAtLogout?: boolean;
  /** Sent before anybody logged in. */
  readonly usedAnonymously?: boolean;
  /** Set when the browser was sent to an authorization server, or by that server itself. */
  readonly setForAuthorization?: ExchangeRef;
  /** Gone again soon, without a logout. */
  readonly clearedEarly?: ExchangeRef;
  /** A cookie's value came back in a header or a form field, or the other way round. */
  readonly echoed?: string;
  /** Sent to a site other than the page's. */
  readonly sentThirdParty?: boolean;
  /** Sent with requests of the site in front. */
  readonly sentFirstParty?: boolean;
}

/** A change in a credential's life that its sightings alone do not tell. Repeats are counted. */
export interface LifeEvent {
  /** `issued`: set anew after it had ended. */
  readonly type: 'issued' | 'rotated' | 'refreshed' | 'cleared' | 'rejected';
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
  readonly behaviour: Behaviour;
  readonly firstSeen: Millis;
  readonly lastSeen: Millis;
}

// ── What is wrong ────────────────────────────────────────────────────────────────────────────

export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';

/** What a finding is about; the site always, the rest where the rule looks at such a thing. */
export interface About {
  readonly site: string;
  readonly credentialId?: string;
  readonly exchange?: ExchangeRef;
  readonly flowId?: string;
}

export interface Finding {
  ruleId: string;
  /** The same in every run: rule, site, carrier and name of what it is about. */
  key: string;
  severity: Severity;
  about: About;
  title: Text;
  why: Text;
  fix: Text;
  /** What the fix may break, and how to check first. */
  breaks: Text;
  evidence: { text: Text; exchange?: ExchangeRef }[];
  references: readonly string[];
}

export interface RuleFailure {
  ruleId: string;
  about: About;
  message: string;
}

export type Mechanism =
  | 'session-cookie'
  | 'session-url'
  | 'bearer-token'
  | 'token-cookie'
  | 'hybrid'
  | 'basic'
  | 'api-key'
  | 'none';
