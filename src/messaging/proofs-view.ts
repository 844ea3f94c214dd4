import type { ProofProgress } from '../recording/proofs/proofs.js';
import type { ReportProof } from '../engine/report/report-proof.js';

// What can be proved of a tab, what is being proved, and what became of it.

export type { ProofProgress } from '../recording/proofs/proofs.js';

/** Which of these log in, and did a logout end them. */
export type ProofQuestion = ReportProof['question'];

/**
 * Why nothing can be proved: it was switched off, or nothing is recorded of this tab, or the
 * browser has no rules for single requests.
 */
export type ProofBar = 'off' | 'not-recorded' | 'unsupported';

export interface ProofsView {
  barred?: ProofBar;
  /** One for every question that may be asked. */
  offers: ProofOffer[];
  running?: ProofProgress;
  /** How many came to their end, one way or the other: one that did not was cut off. */
  ended: number;
  /**
   * Why the last one came to nothing: no request is fit for it any more, no page that may ask is
   * open, or it was left meanwhile.
   */
  broken?: { question: ProofQuestion; why: 'no-request' | 'no-page' | 'left' };
}

/** What would be asked, and why this; without a request, why nothing can be. */
export interface ProofOffer {
  question: ProofQuestion;
  why: string;
  request?: {
    id: string;
    method: string;
    /** Masked. */
    url: string;
    /** Names of headers that go with it and whose values are kept nowhere: passwords. */
    unkept: string[];
    /** Masked names of what is withheld or put back, with the credentials that they are. */
    subjects: OfferedSubject[];
    /** Repeated instead where this one tells nothing. */
    others: { id: string; method: string; url: string; subjects: OfferedSubject[] }[];
    /** Requests that it takes as a rule, and at most. */
    usual: number;
    most: number;
  };
}

/**
 * What is withheld or put back as one thing: its masked name, and where it stands in the request.
 */
export interface OfferedSubject {
  name: string;
  credentialIds: readonly string[];
  places: readonly { carrier: 'cookie' | 'header' | 'url'; name: string }[];
}
