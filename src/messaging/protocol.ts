import type { Signed } from '../engine/credentials/signed.js';
import type { Settings } from '../engine/judging.js';
import type { LoginForm, SameSite } from '../engine/model.js';
import type { ChosenOptions, Options } from './options.js';
import type { ProofProgress } from '../recording/proofs.js';
import type { AreaChange, DevtoolsEntry } from '../recording/record.js';
import type { Report, ReportProof } from '../engine/report/report.js';
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
} from '../recording/view.js';

export type { ProofProgress } from '../recording/proofs.js';
export type { Signed } from '../engine/credentials/signed.js';
export type {
  BodyOf,
  BodyPart,
  BodyText,
  BodyView,
  ContentLeaf,
  ContentMembers,
  ContentNode,
  CookieView,
  EntryName,
  MarkView,
  NavigationView,
  MaskedPair,
  RawHeader,
  RawRequest,
  RequestDetail,
  RequestRow,
  Revealable,
  SeenBody,
  StorageAreaView,
  StorageItemView,
  StorageView,
  WholeHeaders,
} from '../recording/view.js';

// Every message between the extension's parts, in one place.

// ── Pages of the extension (panel, popup, full view) → background, by runtime.sendMessage ─────

/** Request type → what it takes and what it answers. `tabId` is the inspected tab. */
export interface PageRequests {
  getReport: { ask: { tabId: number }; answer: Report };
  /** Its traffic as a HAR file, redacted. */
  getHar: { ask: { tabId: number }; answer: { har: unknown } | null };
  listTabs: { ask: Record<never, never>; answer: TabSummary[] };
  getStatus: { ask: { tabId: number }; answer: TabStatus };
  /** Rows that are new or changed since that revision (0: all); of these, `limit` beginning with `from`. */
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
  /** A stored JSON value, formatted; masked unless a person asked to see it. Null: it is no JSON. */
  getContent: {
    ask: { tabId: number; what: EntryName; revealed: boolean };
    answer: ContentNode | null;
  };
  /** What is stored now, for a person who edits it; null where it is not there any more. */
  getEntry: { ask: { tabId: number; what: EntryName }; answer: Entry | { fixed: Fixed } | null };
  /** The object stores of an origin, to which a record can be added. */
  getStores: { ask: { tabId: number; origin: string }; answer: StoreView[] };
  /** Puts `entry` in the place of `what`; adds it where `what` is null, deletes where `entry` is. */
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

export interface TabSummary {
  tabId: number;
  /** Masked. */
  url: string;
  requests: number;
  /** Findings of severity `high` or `critical` at the site that it shows: the number on the badge. */
  findings: number;
  /** True of a tab in a private window. */
  incognito: boolean;
}

/** Whether what a tab shows is recorded; `not-inspected`, `not-allowed`: by choice it is not. */
export type TabScope = 'recorded' | 'not-inspected' | 'not-allowed';

export interface TabStatus {
  /** Masked. */
  url: string;
  /** Scheme and registrable domain of that address; null for the browser's own pages. */
  site: string | null;
  /** Changes whenever something was observed or chosen: as long as it stays, so does the report. */
  revision: number;
  recording: boolean;
  requests: number;
  /** Requests that were only counted: pictures, scripts and the like without anything to tell. */
  uneventful: number;
  /** Exchanges let go to stay within bounds. */
  dropped: number;
  /** False where the user has not granted access to this site. */
  hostAccess: boolean;
  scope: TabScope;
  /** False where the page was loaded before anything was recorded: who set what is unknown. */
  loaded: boolean;
  /** What was recorded before the extension was updated or reloaded is gone. */
  renewed?: boolean;
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

/** Which of these log in, and did a logout end them. */
export type ProofQuestion = ReportProof['question'];

/**
 * Why nothing can be proved: it was switched off, or nothing is recorded of this tab, or the browser has
 * no rules for single requests.
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
   * Why the last one came to nothing: no request is fit for it any more, no page that may ask is open, or
   * it was left meanwhile.
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

/** What is withheld or put back as one thing: its masked name, and where it stands in the request. */
export interface OfferedSubject {
  name: string;
  credentialIds: readonly string[];
  places: readonly { carrier: 'cookie' | 'header' | 'url'; name: string }[];
}

/** A stored entry in full. */
export type Entry = { cookie: EditedCookie } | { item: EditedItem } | { record: EditedRecord };

/** All that a person may say of a cookie. */
export interface EditedCookie {
  name: string;
  value: string;
  domain: string;
  hostOnly: boolean;
  path: string;
  /** Milliseconds since the epoch; null: it ends with the browser session. */
  expiresAt: number | null;
  httpOnly: boolean;
  secure: boolean;
  sameSite: SameSite;
  /** Site of the page to which it is partitioned (CHIPS). */
  partition: string | null;
}

export interface EditedItem {
  origin: string;
  area: 'localStorage' | 'sessionStorage';
  key: string;
  value: string;
}

/** A record of IndexedDB. */
export interface EditedRecord extends StoreView {
  origin: string;
  area: 'indexedDB';
  /** Text as it is, or in quotes; numbers, dates and lists as JSON. Null: the store makes it. */
  key: string | null;
  /** JSON. */
  value: string;
}

/** An object store. */
export interface StoreView {
  database: string;
  store: string;
  /** Where in each value its key stands; null: it stands beside the value. */
  keyPath: string | null;
  /** It makes a key for what has none. */
  makesKeys: boolean;
}

/** Why a record cannot be edited: what is in it, and where; `held`: its page lets nobody read it. */
export interface Fixed {
  /** `Date`, `Map`, `CryptoKey`, `circle`, `twice`, `hole`, `deep`, `large` … */
  kind: string;
  /** Names of members, masked. */
  at: string;
}

/**
 * `gone`: what was to be changed is not there any more, or no frame that could. `refused`: by the
 * browser. `full`: the area has no room for it. `late`: it cannot be undone any more. `left`: nor
 * since its page went, for nothing but the page could hold it. `held`: the page holds the database.
 * `taken`: the key, or a value that may be there once. `key`, `json`: they are none.
 */
export type ChangeFailure =
  'gone' | 'refused' | 'full' | 'late' | 'left' | 'held' | 'taken' | 'key' | 'json';

/** What became of a change: by its number it can be undone. */
export type Changed = { change: number } | { failed: ChangeFailure; why?: string };

// ── A viewer's port ──────────────────────────────────────────────────────────────────────────

/** Port name of a viewer of one tab: while it is open, storage is watched and changes are told. */
export const viewerPort = (tabId: number): string => `viewer:${tabId}`;

/** Port name of the page that each DevTools window has, while only what is inspected is recorded. */
export const inspectorPort = (tabId: number): string => `inspector:${tabId}`;

/** Background → viewer: something changed; ask again. At most four a second. */
export interface ViewerNotice {
  type: 'changed';
}

// ── Content script ↔ background ──────────────────────────────────────────────────────────────

/** Content script → background: what an area holds now; only what changed after the first time. */
export interface StorageObserved extends AreaChange {
  type: 'storage';
}

/** Content script → background: a form with a password field was submitted. */
export interface FormObserved {
  type: 'login-form';
  form: Omit<LoginForm, 'kind' | 'at'>;
}

/** Content script → background: somebody is in a frame now. */
export interface FrameEntered {
  type: 'frame-entered';
}

export type ContentMessage = StorageObserved | FormObserved | FrameEntered;

/** Background → content script: tell what is stored now, and whether to go on watching. */
export interface ReadStorage {
  type: 'read-storage';
  watch: boolean;
}
