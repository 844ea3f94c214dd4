import type { Credential, ExchangeRef, Millis } from '../model.js';
import type { Text } from '../text.js';
import type { Answer, AnswerPrint, NoAnswer, Probe, ProbeStep } from './probe-messages.js';
import type { ProofQuestion, Proposal, SubjectPlace } from './proposal.js';

// The words of a proof: a harmless request of this visit is repeated, with one credential withheld
// or with an old one put back, and what comes back is compared. What sends and waits is elsewhere.

/**
 * What came of one credential. `needed`, `not-needed`, `needed-together` (with those of its group,
 * none of which does it alone) and `either` (one of its group suffices) answer whether it
 * authenticates; `survived` and `ended` whether it still does after the logout.
 */
export type ProofVerdict =
  | 'needed'
  | 'not-needed'
  | 'needed-together'
  | 'either'
  | 'survived'
  | 'ended'
  | 'cannot-tell';

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
 * A proof under way, which sends nothing itself: `next` says what to send, `take` or `fail` what
 * came of it, until `next` has nothing more. It can be stopped at any moment; then what is not
 * known is said so.
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
   * Names of cookies that the browser has to take from the last answer after all: its server gave
   * the user a new value in place of one that was sent, and the old one may work no more.
   */
  readonly keep: readonly string[];
  fail(reason: NoAnswer): void;
  stop(): void;
  /**
   * It is over and told nothing, for a reason that is this request's own: another one may tell
   * more.
   */
  readonly isFruitless: boolean;
  /**
   * It is over since the values of these headers are kept nowhere, and the browser added none by
   * itself.
   */
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
