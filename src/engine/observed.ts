import type { PasswordCookie } from './kept-password.js';
import type { Diagnosis } from './text.js';

// What was observed, wherever it was: what `normalize/` and `capture/` make, and the engine takes.

/** Milliseconds since the epoch. The engine has no clock: every time comes with its input. */
export type Millis = number;

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

/**
 * One string in a body: JSON pointer (`/user/id`), form field name, or `input[name]`, `meta[name]`,
 * `script[name]`, `data[name]` in HTML.
 */
export interface BodyField {
  pointer: string;
  value: string;
}

/** How long an answer says that the token at this pointer lives, or until when. */
export type ToldLifetime = {
  /** Empty for the one that the answer gives in a header. */
  readonly pointer: string;
} & ({ readonly seconds: number } | { readonly endsAt: Millis });

/** A link, or the form of a page, that is labelled as one for logging out. */
export interface WayOut {
  /** As the page writes it. */
  to: string;
  form?: true;
  /** What the form asks for by name. */
  word?: string;
}

/**
 * What the engine needs to know of a body. The body itself is not kept, and a password's value is
 * never in `fields` (`normalize/bodies/body.ts` drops it): only `passwordField` says that one was
 * there.
 */
export interface Body {
  kind: 'form' | 'json' | 'html' | 'other';
  mimeType: string;
  bytes: number;
  /** Values that may be credentials, bounded in number and length. */
  fields: BodyField[];
  /** Name of the field that held a password, or, in a page, that asks for one. */
  passwordField?: string;
  /** What stands as the password has the form of a hash. */
  passwordHashed?: true;
  /** It asks for a proof of a password. */
  challenge?: true;
  /** Names of a form's fields that held something of which nothing is kept. */
  given?: string[];
  /** The one of those that a page calls a password. */
  toldPassword?: string;
  /** A PIN, as cards have, the password of a thing (a file, a network), or a field left empty. */
  weakPassword?: true;
  /**
   * It sets a password, given or left empty: fields for a new one, or for one that is typed twice;
   * `changed`: for the old one as well.
   */
  newPassword?: 'chosen' | 'changed';
  /** It says that a guest sends it, who has no account and brings no password. */
  asGuest?: true;
  /** It brings a code as somebody is sent one, by the field's name, or perhaps another code. */
  sentCode?: 'named' | 'perhaps';
  /** It was seen to say nothing of any person, and to bring nothing that may prove one. */
  impersonal?: true;
  /** Names of a page's inputs for passwords: what is later sent under them is never kept. */
  passwordFields?: string[];
  /** A page that offers to log out. */
  wayOut?: true;
  /** Where it does, by its own labels. */
  waysOut?: readonly WayOut[];
  /** Where a short page sends its browser by itself, or what it shows in frames. */
  leadsTo?: readonly string[];
  /** As an answer it says that somebody has logged out. */
  loggedOut?: true;
  /** What it says of how long its tokens live. */
  lifetimes?: readonly ToldLifetime[];
  /** What it asks for by name: a form's action field, a GraphQL mutation. */
  action?: string;
  /** As an answer it says that something did not work, whatever its status was. */
  refusal?: true;
  /** … because nobody is logged in whom it would let do that. */
  denied?: true;
  /** As an answer it says that nobody is logged in, or that a session is over. */
  nobody?: true;
  /** As an answer it sends whoever reads it to a letter or a message, with which to go on. */
  mailed?: true;
  /** As an answer it says that a password was right, and asks for more. */
  halfway?: true;
  /** As an answer it says that an account was made, with which to log in. */
  accountMade?: true;
  /** As an answer it names nobody and gives nothing: `null`, `[]`. */
  namesNobody?: true;
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
  /**
   * `isEmpty`: it was seen to have no content; `isUnread`: to have some, which nobody read; `left`:
   * headers that were not kept, by number.
   */
  request: { headers: Header[]; body?: Body; isEmpty?: true; isUnread?: true; left?: number };
  /** `size`: bytes of the body as it was sent, where they are known. */
  response?: {
    status: number;
    headers: Header[];
    body?: Body;
    fromCache?: boolean;
    left?: number;
    size?: number;
  };
  redirectUrl?: string;
  /** Parameter of its address that a page calls a password, which is in it no more. */
  passwordParameter?: string;
  /** Cookies of it, sent or set, that hold the password which the request had. */
  passwordCookies?: readonly PasswordCookie[];
  /** Credtrail had the page make it, for a proof: nothing is concluded from it. */
  probe?: true;
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
export interface ExchangeBodies extends Pick<Exchange, 'script' | 'passwordCookies'> {
  kind: 'bodies';
  exchangeId: string;
  at: Millis;
  request?: Body;
  response?: Body;
  /** See {@link Exchange.response}. */
  size?: number;
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

/** Points at an exchange. `url` may hold secrets: `values/telling/redact-url.ts` masks it. */
export interface ExchangeRef {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly status?: number;
}
