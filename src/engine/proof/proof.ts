import type { Credential, ExchangeRef, Header, Millis } from '../model.js';
import type { Text } from '../text.js';

// The words of a proof: a harmless request of this visit is repeated, with one credential withheld or
// with an old one put back, and what comes back is compared. What sends and waits is elsewhere.

/** Which of these log me in? Does what was logged out with still log in? */
export type ProofQuestion = 'authenticates' | 'survives-logout';

/**
 * What came of one credential. `needed`, `not-needed`, `needed-together` (with those of its group, none
 * of which does it alone) and `either` (one of its group suffices) answer whether it authenticates;
 * `survived` and `ended` whether it still does after the logout.
 */
export type ProofVerdict =
  'needed' | 'not-needed' | 'needed-together' | 'either' | 'survived' | 'ended' | 'cannot-tell';

/** Where in a request a subject stands: `cookie`, a request header, or the address. */
export interface SubjectPlace {
  readonly carrier: 'cookie' | 'header' | 'url';
  /** Cookie name, header name (lower case), query parameter, path parameter (`;jsessionid`). */
  readonly name: string;
}

/**
 * What is withheld or put back as one thing: a credential in every place of the request in which it
 * stands, or a cookie or a script's header that nobody follows. Several credentials share a subject where nothing of the
 * request can be withheld without the others (cookies of one name).
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
   * `likely` to log in by its role; a `guard` against forgery, which goes along with any other: a server
   * may end a session where it is missing; or one of the `others`.
   */
  readonly part: 'likely' | 'guard' | 'others';
  /** A guard since a server ended the login when it alone was missing, in a proof before. */
  readonly isNeeded?: true;
  /** One of the others, and nobody knows what it is for; long enough for a secret. */
  readonly isObscure?: true;
  /** Of these, what no script may read (RFC 6265 §5.4, `HttpOnly`): it is there for the server alone. */
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
   * The page asked another origin without cookies: such a server need not allow any (`*` for everybody,
   * Fetch §3.3.5), and sent with them its answer could not be read.
   */
  readonly withoutCookies?: boolean;
  /**
   * Headers of the request as it is to be repeated, but for `cookie`, which the browser adds; current
   * values in the place of old ones. Of a `survives-logout` those of before the logout, with `cookie`.
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
  /** Requests to repeat instead where this one tells nothing, the best first; these have no others. */
  readonly others: readonly Proposal[];
}

/** No request of this visit is fit for it. */
export interface NoProposal {
  readonly question: ProofQuestion;
  readonly why: Text;
}

/** What a step of the course is for. */
export type ProbeStep =
  /** As it is: twice, to see what changes by itself. */
  | 'unchanged'
  /** Without any credential: does it need a login at all? */
  | 'nothing'
  /** Without some. */
  | 'without'
  /** With some alone. */
  | 'only'
  /** With what was logged out with. */
  | 'put-back'
  /** With values in the place of these that nobody was given: are the old ones worth more? */
  | 'invented'
  /** As it is, once more: did the proof itself change anything? */
  | 'again';

/**
 * One request to send, whole: whoever sends it decides nothing. `headers` are set (a `value`) or removed
 * (none) on top of what the browser sends by itself; a `cookie` among them takes the place of the jar's.
 */
export interface Probe {
  /** From 1. */
  readonly number: number;
  readonly step: ProbeStep;
  readonly method: 'GET' | 'HEAD';
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value?: string }[];
  /** For `fetch`. With `omit` the browser adds neither cookies nor HTTP authentication by itself. */
  readonly credentials: 'include' | 'omit';
  /** Subjects that are not in it. */
  readonly withheld: readonly string[];
}

/** What came back. It lives for as long as the course does, which keeps prints of it alone. */
export interface Answer {
  readonly status: number;
  /** `Location`, as the server wrote it or in full. */
  readonly location?: string;
  readonly contentType?: string;
  readonly wwwAuthenticate?: string;
  readonly retryAfter?: string;
  /** Cookies that it would set; the runner discards them, but for {@link ProofCourse.keep}. */
  readonly setsCookies?: readonly { readonly name: string; readonly value: string }[];
  /** Bytes or characters of the whole body. */
  readonly length: number;
  /** The body, at most {@link PROOF_LIMITS}.text characters of it. */
  readonly text: string;
  /** Headers of the request as they were sent; the course needs `cookie` of the first one. */
  readonly sent?: readonly Header[];
}

/** Why there is no answer. `met`: the page made the same request at that moment, and the rule met it. */
export type NoAnswer = 'network' | 'cors' | 'timeout' | 'met' | 'not-changed';

/** What is kept of an answer. */
export interface AnswerPrint {
  readonly status: number;
  /** Where it redirects to: without query, what may be secret masked. */
  readonly location?: string;
  readonly contentType?: string;
  readonly length: number;
  /** First 12 hex digits of the SHA-256 of its text without what changes by itself. */
  readonly fingerprint: string;
  /** What it was taken for. */
  readonly kind: 'as-before' | 'refused' | 'login' | 'limited' | 'failed' | 'different';
  /** The first part that differs from the unchanged answer, masked, and what stands there unchanged. */
  readonly differs?: { readonly before: string; readonly after: string };
}

/** One probe of a finished proof. */
export interface ProofProbe {
  readonly step: ProbeStep;
  /** Identities of credentials. */
  readonly withheld: readonly string[];
  readonly answer: AnswerPrint;
}

export interface ProofOutcome {
  readonly credentialId: Credential['id'];
  readonly identity: Credential['identity'];
  readonly verdict: ProofVerdict;
  /** The others of its group, of `needed-together` and `either`: ids and identities. */
  readonly others: readonly { readonly credentialId: string; readonly identity: string }[];
  readonly why: Text;
  /** The server ended the login when it alone was missing. */
  readonly ends?: true;
}

/** A finished proof, as it is observed: plain data, and nothing raw of any answer. */
export interface Proof {
  readonly kind: 'proof';
  readonly at: Millis;
  readonly question: ProofQuestion;
  readonly site: string;
  readonly request: ExchangeRef;
  /** Requests that were sent. */
  readonly sent: number;
  readonly probes: readonly ProofProbe[];
  readonly outcomes: readonly ProofOutcome[];
  /** What takes part as well, and is no credential that is followed: where it stands. */
  readonly unfollowed?: readonly (SubjectPlace & { readonly verdict: ProofVerdict })[];
  /** What it came to as a whole, in a sentence. */
  readonly sentence: Text;
}

/**
 * A proof under way, which sends nothing itself: `next` says what to send, `take` or `fail` what came of
 * it, until `next` has nothing more. It can be stopped at any moment; then what is not known is said so.
 */
export interface ProofCourse {
  readonly proposal: Proposal;
  /** Requests so far, and how many it will take at most as it looks now. */
  readonly sent: number;
  readonly most: number;
  /** The request to send now: the same one until it is answered; undefined: it is over. */
  next(): Probe | undefined;
  take(answer: Answer): void;
  /**
   * Names of cookies that the browser has to take from the last answer after all: its server gave the
   * user a new value in place of one that was sent, and the old one may work no more.
   */
  readonly keep: readonly string[];
  fail(reason: NoAnswer): void;
  stop(): void;
  /** It is over and told nothing, for a reason that is this request's own: another one may tell more. */
  readonly isFruitless: boolean;
  /** It is over since the values of these headers are kept nowhere, and the browser added none by itself. */
  readonly lacks: readonly string[];
  /** What came of it so far. */
  proof(at: Millis): Proof;
}

export const PROOF_LIMITS = {
  /** Requests of one proof. */
  probes: 24,
  /** Characters of an answer that are compared. */
  text: 262_144,
} as const;
