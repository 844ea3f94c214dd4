import type { Answer, NoAnswer, Probe } from '../../engine/proof/probe-messages.js';
import type { NoProposal, ProofQuestion, Proposal } from '../../engine/proof/proposal.js';
import type { Proof, ProofCourse } from '../../engine/proof/proof.js';
import type { Borrowing, Lent } from '../requests/lent.js';
import type { ProbesRecord } from '../record.js';

export type Proposed = Proposal | NoProposal;

/** Where a request is repeated from. */
export interface ProbePlace {
  tabId: number;
  frameId: number;
  /** The request goes to another origin than its page's. */
  crossOrigin: boolean;
  /** The browser adds a name and password to it, which it tells nobody. */
  httpAuth: boolean;
  /** Or the page does: what its own last request carried. */
  lent?: Lent;
}

/** What came of it; `lines`: the Set-Cookie lines, which the browser did not get. */
export type Sent = { answer: Answer; lines: string[] } | { failed: NoAnswer | 'gone' };

/** What an answer would have set. */
export interface Discarded {
  url: string;
  /** Set-Cookie lines. */
  lines: readonly string[];
}

/** What proofs need of what is around them. */
export interface ProofsOf {
  /** Grows with everything that is observed in a tab. */
  revision(tabId: number): number;
  propose(tabId: number, question: ProofQuestion): Proposed;
  /** `spent`: requests that were sent for others in its place. */
  begin(proposal: Proposal, spent: number): ProofCourse;
  /** The frame of a tab from which it can be repeated; undefined where none is open. */
  frameOf(tabId: number, proposal: Proposal): Promise<number | undefined>;
  send(probe: Probe, place: ProbePlace, mark: string): Promise<Sent>;
  /** Waits for the page's own next request to this server that carries these headers. */
  borrow(tabId: number, origin: string, names: readonly string[]): Borrowing;
  keep(tabId: number, names: readonly string[], discarded: Discarded): Promise<void>;
  observe(tabId: number, record: ProbesRecord | Proof): void;
  /** Everybody who looks at a tab is to ask again. */
  changed(tabId: number): void;
  now(): number;
  pause(millis: number): Promise<void>;
  mark(): string;
}

/** A name and password that the browser adds are told to nobody: their header has no value. */
export function placeOf({
  crossOrigin,
  headers,
  subjects,
}: Proposal): Omit<ProbePlace, 'tabId' | 'frameId'> {
  const known = new Set(headers.map(({ name }) => name));
  const httpAuth = subjects.some(({ places }) =>
    places.some(({ carrier, name }) => carrier === 'header' && !known.has(name)),
  );
  return { crossOrigin, httpAuth };
}
