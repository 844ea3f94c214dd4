import type { Signed } from '../engine/credentials/signed.js';
import type { Settings } from '../engine/judging.js';
import type { ChosenOptions, Options } from './options.js';
import type { DevtoolsEntry } from '../recording/record.js';
import type { Report } from '../engine/report/report.js';
import type { MarkComparison } from '../engine/trail/mark-comparison.js';
import type {
  BodyText,
  BodyView,
  ContentNode,
  EntryName,
  MarkView,
  NavigationView,
  RawRequest,
  RequestDetail,
  RequestRows,
  Revealable,
  StorageView,
  WholeHeaders,
} from '../recording/shown/view.js';
import type { TabStatus, TabSummary } from './tab-status.js';
import type { Changed, Entry, Fixed, StoreView } from './stored-entry.js';
import type { ProofQuestion, ProofsView } from './proofs-view.js';

// Pages of the extension (panel, popup, full view) → background, by runtime.sendMessage. What else
// passes between the extension's parts is in the other files of this folder.

/** Request type → what it takes and what it answers. `tabId` is the inspected tab. */
export interface PageRequests {
  getReport: { ask: { tabId: number }; answer: Report };
  /** Its traffic as a HAR file, redacted. */
  getHar: { ask: { tabId: number }; answer: { har: unknown } | null };
  listTabs: { ask: Record<never, never>; answer: TabSummary[] };
  getStatus: { ask: { tabId: number }; answer: TabStatus };
  /**
   * Rows that are new or changed since that revision (0: all); of these, `limit` beginning with
   * `from`.
   */
  getRequests: {
    ask: { tabId: number; since: number; from?: number; limit?: number };
    answer: RequestList;
  };
  /** `whole`: its headers as DevTools has them, to be masked; they are not kept. */
  getRequest: {
    ask: { tabId: number; id: string; whole?: WholeHeaders };
    answer: RequestDetail | null;
  };
  /** One request with its secrets, for a person who asked to copy it so. */
  getRawRequest: { ask: { tabId: number; id: string }; answer: RawRequest | null };
  /** A body that DevTools or a file has, as it is read; masked unless a person asked to see it. */
  getBody: {
    ask: { tabId: number; body: BodyText; revealed: boolean };
    answer: BodyView | null;
  };
  /** What of a body a person may copy: without passwords, masked unless they asked otherwise. */
  getBodyText: {
    ask: { tabId: number; body: BodyText; revealed: boolean };
    answer: { text: string } | null;
  };
  getStorage: { ask: { tabId: number }; answer: StorageView };
  /** The raw value, for a person who asked to see it. */
  reveal: { ask: { tabId: number; what: Revealable }; answer: { value: string } | null };
  /**
   * A stored JSON value, formatted; masked unless a person asked to see it. Null: it is no JSON.
   */
  getContent: {
    ask: { tabId: number; what: EntryName; revealed: boolean };
    answer: ContentNode | null;
  };
  /** What is stored now, for a person who edits it; null where it is not there any more. */
  getEntry: { ask: { tabId: number; what: EntryName }; answer: Entry | { fixed: Fixed } | null };
  /** The object stores of an origin, to which a record can be added. */
  getStores: { ask: { tabId: number; origin: string }; answer: StoreView[] };
  /**
   * Puts `entry` in the place of `what`; adds it where `what` is null, deletes where `entry` is.
   */
  changeEntry: {
    ask: { tabId: number; what: EntryName | null; entry: Entry | null };
    answer: Changed;
  };
  /** Puts back exactly what was there before a change of the last half minute. */
  undoChange: { ask: { tabId: number; change: number }; answer: Changed };
  /** How a credential is signed, with its raw value, for a person who tries secrets on it. */
  getSigned: { ask: { tabId: number; credentialId: string }; answer: Signed | null };
  /** A person tried the words of a file on a value; `length`: of the one that fits. */
  addTrial: {
    ask: { tabId: number; fingerprint: string; tried: number; length: number | null };
    answer: null;
  };
  setRecording: { ask: { tabId: number; recording: boolean }; answer: TabStatus };
  /** Marks this moment under a name (“before login”). */
  mark: { ask: { tabId: number; name: string }; answer: MarkView[] };
  renameMark: { ask: { tabId: number; id: number; name: string }; answer: MarkView[] };
  /** Takes a mark away; with `deleted` false gives it back. */
  deleteMark: { ask: { tabId: number; id: number; deleted: boolean }; answer: MarkView[] };
  getMarks: { ask: { tabId: number }; answer: MarkView[] };
  /** What became of the credentials between two marks; null where one is unknown. */
  compareMarks: { ask: { tabId: number; from: number; to: number }; answer: MarkComparison | null };
  /** Pages that the tab showed, in order. */
  getNavigations: { ask: { tabId: number }; answer: NavigationView[] };
  clear: { ask: { tabId: number }; answer: TabStatus };
  /** Takes back what was cleared in the last half minute. */
  undoClear: { ask: { tabId: number }; answer: TabStatus };
  reload: { ask: { tabId: number }; answer: null };
  /** What the user chose of how to judge; the same in every tab. */
  getSettings: { ask: Record<never, never>; answer: Settings };
  setSettings: { ask: { settings: Settings }; answer: Settings };
  /** What the user, or the organisation, chose of how to record and to show. */
  getOptions: { ask: Record<never, never>; answer: ChosenOptions };
  setOptions: { ask: { options: Partial<Options> }; answer: ChosenOptions };
  /** Deletes for good what was recorded of every tab; says how much it was. */
  deleteAll: { ask: Record<never, never>; answer: Deleted };
  /** What can be proved of this tab, and what is being proved. */
  getProofs: { ask: { tabId: number }; answer: ProofsView };
  /** Begins a proof, which a person asked for; its progress is told to viewers. */
  startProof: { ask: { tabId: number; question: ProofQuestion }; answer: ProofsView };
  /** Sends nothing more of it. */
  stopProof: { ask: { tabId: number }; answer: ProofsView };
  /** Bodies and POST data, which DevTools alone knows. Sent by the panel in batches. */
  addDevtoolsEntries: { ask: { tabId: number; entries: DevtoolsEntry[] }; answer: null };
}

export type PageRequestType = keyof PageRequests;
export type PageRequest<T extends PageRequestType = PageRequestType> = {
  [K in T]: { type: K } & PageRequests[K]['ask'];
}[T];
export type PageAnswer<T extends PageRequestType> = PageRequests[T]['answer'];

/** What the background answers when it cannot do what it was asked. */
export interface Refusal {
  refused: string;
}

/** How much was deleted. */
export interface Deleted {
  tabs: number;
  requests: number;
}

export interface RequestList extends RequestRows {
  dropped: number;
  /** There are further ones. */
  more?: boolean;
}
