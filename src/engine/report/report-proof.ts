import type { AnswerPrint, ProbeStep } from '../proof/probe-messages.js';
import type { ProofVerdict } from '../proof/proof.js';
import type { ProofQuestion, SubjectPlace } from '../proof/proposal.js';
import type { Iso, ReportExchange } from './report-event.js';

/** What a request came to when it was repeated with and without credentials. */
export interface ReportProof {
  question: ProofQuestion;
  site: string;
  at: Iso;
  request: ReportExchange;
  /** Requests that it took. */
  sent: number;
  /** What it came to as a whole. */
  sentence: string;
  /** `survived` and `ended` answer `survives-logout` alone. */
  outcomes: {
    credentialId: string;
    verdict: ProofVerdict;
    /** The others of its group, of `needed-together` and `either`. */
    others: string[];
    why: string;
  }[];
  /**
   * What takes part as well, and is no credential that is followed; names in which a secret is,
   * masked.
   */
  unfollowed: { carrier: SubjectPlace['carrier']; name: string; verdict: ProofVerdict }[];
  /** What came back, in the order in which it was sent; nothing raw of any answer is in it. */
  answers: {
    step: ProbeStep;
    /** Ids of the credentials that were not in the request. */
    withheld: string[];
    status: number;
    kind: AnswerPrint['kind'];
    location: string | null;
    contentType: string | null;
    length: number;
    /** First 12 hex digits of the SHA-256 of the answer without what changes by itself. */
    fingerprint: string;
    /** The first part that differs, in the unchanged answer and in this one. */
    differs: { before: string; after: string } | null;
  }[];
}
