import type { Header } from '../model.js';

// What is sent for a proof, and what comes back.

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
 * One request to send, whole: whoever sends it decides nothing. `headers` are set (a `value`) or
 * removed (none) on top of what the browser sends by itself; a `cookie` among them takes the place
 * of the jar's.
 */
export interface Probe {
  /** From 1. */
  readonly number: number;
  readonly step: ProbeStep;
  readonly method: 'GET' | 'HEAD';
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value?: string }[];
  /**
   * For `fetch`. With `omit` the browser adds neither cookies nor HTTP authentication by itself.
   */
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

/**
 * Why there is no answer. `met`: the page made the same request at that moment, and the rule met
 * it.
 */
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
  /**
   * The first part that differs from the unchanged answer, masked, and what stands there unchanged.
   */
  readonly differs?: { readonly before: string; readonly after: string };
}
