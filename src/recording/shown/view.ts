import type { ResourceType, SameSite, Severity, StorageArea } from '../../engine/model.js';

// What screens are shown of a recording: masked, and plain data.

/** How much there is of a recording, and how much of it needs attention. */
export interface RecordingSummary {
  requests: number;
  findings: Readonly<Record<Severity, number>>;
}

export interface RequestRow {
  id: string;
  method: string;
  /** Redacted. */
  url: string;
  host: string;
  type: ResourceType;
  /** Milliseconds since the epoch. */
  startedAt: number;
  /** Milliseconds; absent while pending. */
  duration?: number;
  status?: number;
  error?: string;
  /** Origin that caused it, where it is known. */
  initiator?: string;
  /** Bytes of the response's body, where they are known. */
  size?: number;
  /** Ids of the credentials that travelled with the request. */
  carried: string[];
  /** Ids of the credentials that the response set, changed or cleared. */
  set: string[];
  /** Credtrail had the page repeat it, for a proof. */
  probe?: true;
}

export interface RequestRows {
  /** Pass as `since` next time. */
  revision: number;
  rows: RequestRow[];
  /** True: forget what was shown before (cleared, or rows were let go). */
  reset: boolean;
}

export interface MaskedPair {
  name: string;
  value: string;
  /** Credentials recognised in it. */
  credentialIds?: string[];
  /** What a Cookie header is made of. */
  parts?: MaskedPair[];
}

/** One request as it was, secrets and all, without its body. */
export interface RawRequest {
  method: string;
  url: string;
  status?: number;
  requestHeaders: RawHeader[];
  responseHeaders: RawHeader[];
}

/** The text of a body, as DevTools or a file has it. */
export interface BodyText {
  /** Of the request. */
  url: string;
  mimeType: string;
  text: string;
}

/** Whose body: what was sent, or what came back. */
export type BodyOf = 'request' | 'response';

/** A body, or what it is where it is no text; `left`: characters beyond those that are read. */
export type SeenBody = (BodyText & { left?: number }) | { mimeType: string; bytes: number };

/** A body as it is read; `left`: characters for which there was no room. */
export type BodyView = { content: ContentNode } | { parts: BodyPart[]; left: number };

export interface BodyPart {
  /** Masked unless a person asked for it. */
  text: string;
  credentialId?: string;
}

export interface RawHeader {
  name: string;
  value: string;
}

/** All headers of a request, as DevTools has them. */
export interface WholeHeaders {
  request: RawHeader[];
  response: RawHeader[];
}

export interface RequestDetail {
  row: RequestRow;
  /** Of the address: query, fragment, path parameters. */
  parameters: MaskedPair[];
  requestHeaders: MaskedPair[];
  responseHeaders: MaskedPair[];
  /** Credential-like fields of the bodies, where DevTools has shown them. */
  requestFields: MaskedPair[];
  responseFields: MaskedPair[];
  /** Headers that are not among them, by number; null where that is not known. */
  left: { request: number | null; response: number | null };
  /** Malformed things seen in it, one sentence each. */
  diagnoses: string[];
}

export interface StorageView {
  areas: StorageAreaView[];
}

export interface StorageAreaView {
  /** Origin for web storage, host for cookies. */
  owner: string;
  /** Of caches, names alone. */
  area: StorageArea | 'cookies' | 'caches';
  items: StorageItemView[];
  dropped: number;
}

export interface StorageItemView {
  /** Names the item in a question; its key may be a secret. */
  id: string;
  /** Masked. */
  key: string;
  preview: string;
  length: number;
  credentialIds: string[];
  /** Of a cookie alone. */
  cookie?: CookieView;
}

/** The attributes of a cookie as the browser's jar has them. */
export interface CookieView {
  domain: string;
  /** False: subdomains get it as well. */
  hostOnly: boolean;
  /** Masked. */
  path: string;
  /** Milliseconds since the epoch; null: it ends with the browser session. */
  expiresAt: number | null;
  /** Null where the source does not tell. */
  httpOnly: boolean | null;
  secure: boolean | null;
  sameSite: SameSite | null;
  /** Site of the page to which it is partitioned (CHIPS). */
  partition: string | null;
}

/** Names one stored entry without its key, which may be a secret. */
export type EntryName =
  | { origin: string; area: StorageArea; itemId: string }
  | { cookieId: string };

/** What may be asked for in full. */
export type Revealable = { credentialId: string } | EntryName;

/** A stored JSON value, with the credentials in it in their places. */
export type ContentNode = ContentMembers | ContentLeaf;

export interface ContentMembers {
  brackets: '{}' | '[]';
  /** True: it stands in a string, as JSON in JSON does. */
  quoted: boolean;
  /** Items of a list have no names. */
  members: { name?: string; node: ContentNode }[];
  /** Members for which there was no room. */
  left: number;
}

export interface ContentLeaf {
  /** As JSON; masked unless a person asked for it. */
  text: string;
  credentialIds: string[];
}

/** A marked moment. */
export interface MarkView {
  id: number;
  name: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** How many credentials were there. */
  credentials: number;
}

/** A page that the tab showed from then on. */
export interface NavigationView {
  /** Milliseconds since the epoch. */
  at: number;
  /** Masked. */
  url: string;
}
