import type { Text } from './text.js';

// The words of Credtrail as types, in the order in which data flows:
// Exchange / Snapshot → Sighting → Credential → Finding → (report/report.ts).

/** Milliseconds since the epoch. The engine has no clock: every time comes with its input. */
export type Millis = number;

// ── What was observed ────────────────────────────────────────────────────────────────────────

/** A header as sent. Names are lower-cased by `normalize/`. */
export interface Header {
  name: string;
  value: string;
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
  diagnosis?: Text;
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
  diagnoses?: Text[];
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

/** A cookie as the browser's jar (or Playwright's storageState) holds it. */
export interface JarCookie extends CookieAttributes {
  name: string;
  value: string;
  /** Absent for a session cookie. */
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
}

export type StorageArea = 'localStorage' | 'sessionStorage' | 'indexedDB';

export interface StorageItem {
  key: string;
  /** At most the first 16,384 characters. */
  value: string;
  /** Length of the whole value in UTF-16 units. */
  length: number;
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
  id: string;
  method: string;
  url: string;
  status?: number;
}

/** `sent` by the browser, `received` from a server, `stored` in the jar or in web storage. */
export type Direction = 'sent' | 'received' | 'stored';

/**
 * The places where one value was seen, one entry for each (carrier, locator, direction, origin):
 * repeats only raise the count, so that a credential's state stays bounded.
 */
export interface Sighting {
  carrier: Carrier;
  /** Cookie name, header name, storage key (with JSON pointer), query parameter, JSON pointer. */
  locator: string;
  direction: Direction;
  /** Origin of the request's target, or of the storage. */
  origin: string;
  /** Site (scheme + registrable domain) of `origin`. */
  site: string;
  /** Site of the page on whose behalf it happened, where it is known. */
  pageSite?: string;
  firstAt: Millis;
  lastAt: Millis;
  count: number;
  firstExchange?: ExchangeRef;
  lastExchange?: ExchangeRef;
  /** A later snapshot did not have it any more. */
  goneAt?: Millis;
}

/** A way in which a value got out beside its own use. */
export interface Leak {
  /** In the address that a page told another origin, or sent by a script of another site. */
  through: 'referer' | 'third-party-script';
  carrier: Carrier;
  locator: string;
  /** Origin that was told. */
  origin: string;
  /** Origin of the script. */
  script?: string;
  firstAt: Millis;
  lastAt: Millis;
  count: number;
  exchange?: ExchangeRef;
}

/** A JWS in compact serialisation, decoded and not verified (RFC 7515 §3, RFC 7519). */
export interface DecodedJwt {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
  /** The third segment is empty. */
  unsigned: boolean;
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
  setBy?: ExchangeRef;
  setAt?: Millis;
  /** Scheme of the last response that set it. */
  setOver?: 'http' | 'https';
  /** `Max-Age`/`Expires` of that line, as an instant; may exceed what a browser allows. */
  askedExpiresAt?: Millis;
  rejected?: { reason: CookieRejection; text: Text };
  /** It arrived already expired although nothing of that name was there to delete. */
  expiredOnArrival?: boolean;
  /** It was deleted by a Set-Cookie with a past date. */
  clearedAt?: Millis;
  clearedBy?: ExchangeRef;
  diagnoses: Text[];
}

/** What was seen a credential do; `detect/role.ts` weighs it. */
export interface Behaviour {
  /** First set or changed by the response to a login. */
  issuedAtLogin?: ExchangeRef;
  /** Cleared by a logout. */
  clearedAtLogout?: boolean;
  /** Sent before anybody logged in. */
  usedAnonymously?: boolean;
  /** Set when the browser was sent to an authorization server, or by that server itself. */
  setForAuthorization?: ExchangeRef;
  /** Gone again soon, without a logout. */
  clearedEarly?: ExchangeRef;
  /** A cookie's value came back in a header or a form field, or the other way round. */
  echoed?: string;
  /** Sent to a site other than the page's. */
  sentThirdParty?: boolean;
  /** Sent with requests of the site in front. */
  sentFirstParty?: boolean;
}

/** A change in a credential's life that its sightings alone do not tell. Repeats are counted. */
export interface LifeEvent {
  /** `issued`: set anew after it had ended. */
  type: 'issued' | 'rotated' | 'refreshed' | 'cleared' | 'rejected';
  at: Millis;
  lastAt: Millis;
  count: number;
  exchange?: ExchangeRef;
}

/** All that is known of one secret. Plain data: it is saved and restored as JSON. */
export interface Credential {
  /** `c1`, `c2`, … in order of first sighting. */
  id: string;
  /** Cookie: name, domain, path, partition key. Token: a hash of its value. */
  identity: string;
  site: string;
  host: string;
  origin: string;
  /** `localhost`, `*.localhost`, `127.0.0.0/8`, `[::1]`: a potentially trustworthy http origin. */
  local: boolean;
  carrier: Carrier;
  name: string;
  carriers: Carrier[];
  role: Role;
  format: Format;
  confidence: number;
  evidence: Text[];
  /** Only for cookies whose attributes are known (set, or found in the jar, under our eyes). */
  attributes?: CookieAttributes;
  cookie?: CookieHistory;
  jwt?: DecodedJwt;
  issuedAt?: Millis;
  expiresAt?: Millis;
  /** `session`: with the browser session; `at`: see `expiresAt`. */
  expires: 'session' | 'at' | 'never' | 'unknown';
  /** Raw current value. Never leaves the engine but through `reveal`. */
  value: string;
  /** How many different values it has had, with this one. */
  valueCount: number;
  /** The values before this one, newest first, as many as are worth remembering. */
  pastValues: string[];
  /** Id of the token whose place this one took (a refresh), and of the one that took its place. */
  replaces?: string;
  replacedBy?: string;
  life: LifeEvent[];
  /** HTTP authentication scheme it was sent under, lower case. */
  scheme?: string;
  /** Id of the cookie that this one signs (`name.sig`). */
  signs?: string;
  sightings: Sighting[];
  leaks?: Leak[];
  behaviour: Behaviour;
  firstSeen: Millis;
  lastSeen: Millis;
}

// ── What is wrong ────────────────────────────────────────────────────────────────────────────

export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';

export interface Finding {
  ruleId: string;
  severity: Severity;
  credentialId: string;
  title: Text;
  why: Text;
  fix: Text;
  evidence: { text: Text; exchange?: ExchangeRef }[];
  references: string[];
}

export interface RuleFailure {
  ruleId: string;
  credentialId: string;
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
