import type { ExchangeRef, Header, Millis } from '../model.js';
import type { Text } from '../text.js';

// What could be proved: by which request, and of what in it.

/**
 * Which of these log me in? Does what was logged out with still log in? In their order: after a
 * logout there is nobody to be known.
 */
export const PROOF_QUESTIONS = ['authenticates', 'survives-logout'] as const;
export type ProofQuestion = (typeof PROOF_QUESTIONS)[number];

/** Where in a request a subject stands: `cookie`, a request header, or the address. */
export interface SubjectPlace {
  readonly carrier: 'cookie' | 'header' | 'url';
  /** Cookie name, header name (lower case), query parameter, path parameter (`;jsessionid`). */
  readonly name: string;
}

/**
 * What is withheld or put back as one thing: a credential in every place of the request in which it
 * stands, or a cookie or a script's header that nobody follows. Several credentials share a subject
 * where nothing of the request can be withheld without the others (cookies of one name).
 */
export interface Subject {
  /** `s1`, `s2`, … in the order of the request; of what nobody follows, where it stands. */
  readonly id: string;
  /** Empty for what is no known credential. */
  readonly credentialIds: readonly string[];
  /** `Credential.identity` of each of these: what a proof is found again by. */
  readonly identities: readonly string[];
  /** For people; raw. */
  readonly name: string;
  readonly places: readonly SubjectPlace[];
  /**
   * `likely` to log in by its role; a `guard` against forgery, which goes along with any other: a
   * server may end a session where it is missing; or one of the `others`.
   */
  readonly part: 'likely' | 'guard' | 'others';
  /** A guard since a server ended the login when it alone was missing, in a proof before. */
  readonly isNeeded?: true;
  /** One of the others, and nobody knows what it is for; long enough for a secret. */
  readonly isObscure?: true;
  /**
   * Of these, what no script may read (RFC 6265 §5.4, `HttpOnly`): it is there for the server
   * alone.
   */
  readonly isServers?: true;
  /** A random value that came in the same answer as something that is likely to log in. */
  readonly isGiven?: true;
  /** A key, which may be of a program as well as of a user. */
  readonly isKey?: true;
  /** When it ends by itself. */
  readonly expiresAt?: Millis;
}

/** A request that can be repeated, and why this one. Raw: it stays in memory. */
export interface Proposal {
  readonly question: ProofQuestion;
  /** Site in front. */
  readonly site: string;
  readonly request: ExchangeRef;
  /** Origin of the page that made it: where it has to be repeated from. */
  readonly origin: string;
  readonly frameId?: number;
  /** The request goes to another origin than its page's: CORS decides what may be read. */
  readonly crossOrigin: boolean;
  /**
   * The page asked another origin without cookies: such a server need not allow any (`*` for
   * everybody, Fetch §3.3.5), and sent with them its answer could not be read.
   */
  readonly withoutCookies?: boolean;
  /**
   * Headers of the request as it is to be repeated, but for `cookie`, which the browser adds;
   * current values in the place of old ones. Of a `survives-logout` those of before the logout,
   * with `cookie`.
   */
  readonly headers: readonly Header[];
  /** In the order in which they are tried: what is likely to log in first. */
  readonly subjects: readonly Subject[];
  /** Without a login it is refused, or sends to log in: that was seen, or proved. */
  readonly needsLogin: boolean;
  /** No login was seen in this visit: it may be that of a guest. */
  readonly noLoginSeen?: true;
  /** How it was answered before. */
  readonly before: { readonly status: number; readonly contentType?: string };
  /** Requests that the proof takes as a rule, and at most. */
  readonly usual: number;
  readonly most: number;
  readonly why: Text;
  /**
   * Requests to repeat instead where this one tells nothing, the best first; these have no others.
   */
  readonly others: readonly Proposal[];
}

/** No request of this visit is fit for it. */
export interface NoProposal {
  readonly question: ProofQuestion;
  readonly why: Text;
}
