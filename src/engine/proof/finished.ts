import type { Millis } from '../model.js';
import type { Ending } from './authenticates.js';
import type { Comparison } from './compare.js';
import type { Search } from './minimal-sets.js';
import type { Wanted } from './probe.js';
import type { ProofVerdict } from './proof.js';
import type { Proposal, Subject } from './proposal.js';
import type { Seen } from './seen.js';
import type { Trouble } from './trouble.js';

/** A request that was sent, and what came back. */
export interface Asked {
  readonly wanted: Wanted;
  readonly seen: Seen;
}

/** What a proof is made of when it is over. */
export interface Finished extends Pick<Search, 'found' | 'ended' | 'partly' | 'shown'> {
  readonly proposal: Proposal;
  readonly at: Millis;
  /** Those of the proposal that were sent, and cookies that were sent beside them. */
  readonly subjects: readonly Subject[];
  readonly asked: readonly Asked[];
  readonly comparison: Comparison;
  readonly ending: Ending;
}

/** What came of one subject, and the others of its group. */
export interface SubjectVerdict {
  readonly subject: Subject;
  readonly verdict: ProofVerdict;
  readonly others: readonly Subject[];
  readonly trouble?: Trouble;
  /** The server ended the login when it alone was missing. */
  readonly ends?: boolean;
  /** It is needed for a part of what is shown. */
  readonly isShown?: true;
}
