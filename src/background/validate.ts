import { isSettings } from '../engine/judging.js';
import type { SameSite } from '../engine/model.js';
import { LIMITS } from '../engine/settings.js';
import { isSomeOptions } from '../messaging/options.js';
import type { ContentMessage } from '../messaging/content-message.js';
import type { PageRequest, PageRequestType } from '../messaging/protocol.js';

type Check = (value: unknown) => boolean;

const tabId: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const count: Check = (value) => Number.isFinite(value) && (value as number) >= 0;
const optionalCount: Check = (value) => value === undefined || count(value);
const string: Check = (value) => typeof value === 'string';
const boolean: Check = (value) => typeof value === 'boolean';

const SAME_SITES: ReadonlySet<unknown> = new Set<SameSite>(['strict', 'lax', 'none', 'unset']);
/** Of one direction of one request. */
const headers: Check = (value) =>
  listOf(1_000, (header) => fits(header, { name: string, value: string }))(value);

/** What each request must have. */
const REQUESTS: { [T in PageRequestType]: Record<string, Check> } = {
  getReport: { tabId },
  getHar: { tabId },
  listTabs: {},
  getStatus: { tabId },
  getRequests: { tabId, since: count, from: optionalCount, limit: optionalCount },
  getRequest: {
    tabId,
    id: string,
    whole: (value) => value === undefined || fits(value, { request: headers, response: headers }),
  },
  getRawRequest: { tabId, id: string },
  getBody: { tabId, body: isBodyText, revealed: boolean },
  getBodyText: { tabId, body: isBodyText, revealed: boolean },
  getStorage: { tabId },
  reveal: {
    tabId,
    what: (value) => fits(value, { credentialId: string }) || isEntryName(value),
  },
  getContent: { tabId, what: isEntryName, revealed: boolean },
  getEntry: { tabId, what: isEntryName },
  getStores: { tabId, origin: string },
  changeEntry: {
    tabId,
    what: (value) => value === null || isEntryName(value),
    entry: (value) => value === null || isEntry(value),
  },
  undoChange: { tabId, change: count },
  getSigned: { tabId, credentialId: string },
  addTrial: {
    tabId,
    fingerprint: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
    tried: count,
    length: (value) => value === null || count(value),
  },
  mark: { tabId, name: string },
  renameMark: { tabId, id: count, name: string },
  deleteMark: { tabId, id: count, deleted: boolean },
  getMarks: { tabId },
  getNavigations: { tabId },
  compareMarks: { tabId, from: count, to: count },
  setRecording: { tabId, recording: boolean },
  clear: { tabId },
  undoClear: { tabId },
  reload: { tabId },
  getSettings: {},
  setSettings: { settings: isSettings },
  getOptions: {},
  setOptions: { options: isSomeOptions },
  deleteAll: {},
  getProofs: { tabId },
  startProof: {
    tabId,
    question: (value) => value === 'authenticates' || value === 'survives-logout',
  },
  stopProof: { tabId },
  addDevtoolsEntries: { tabId, entries: listOf(1_000, isDevtoolsEntry) },
};

const CONTENT: { [T in ContentMessage['type']]: Record<string, Check> } = {
  storage: {
    area: (value) =>
      value === 'localStorage' || value === 'sessionStorage' || value === 'indexedDB',
    whole: boolean,
    set: listOf(LIMITS.storageItems, (item) =>
      fits(item, { key: string, value: string, length: count }),
    ),
    removed: listOf(LIMITS.storageItems, string),
    dropped: count,
  },
  'frame-entered': {},
  'login-form': {
    form: (value) =>
      fits(value, {
        pageUrl: string,
        actionUrl: string,
        method: string,
        fields: listOf(LIMITS.loginFields, (field) => fits(field, { name: string, type: string })),
      }),
  },
};

/** True for a well-formed request of a page. */
export function isPageRequest(message: unknown): message is PageRequest {
  return isOneOf(message, REQUESTS);
}

/** True for a well-formed message of a content script. A page may have written it. */
export function isContentMessage(message: unknown): message is ContentMessage {
  return isOneOf(message, CONTENT);
}

function isOneOf(message: unknown, shapes: Record<string, Record<string, Check>>): boolean {
  const type = (message as { type?: unknown } | null | undefined)?.type;
  if (typeof type !== 'string' || !Object.hasOwn(shapes, type)) return false;
  return fits(message, shapes[type] ?? {});
}

function isBodyText(value: unknown): boolean {
  return fits(value, { url: string, mimeType: string, text: string });
}

function isEntryName(value: unknown): boolean {
  return (
    fits(value, { cookieId: string }) ||
    fits(value, { origin: string, area: string, itemId: string })
  );
}

function isEntry(value: unknown): boolean {
  return (
    fits(value, { cookie: isEditedCookie }) ||
    fits(value, { item: isEditedItem }) ||
    fits(value, { record: isEditedRecord })
  );
}

function isEditedCookie(value: unknown): boolean {
  return fits(value, {
    name: string,
    value: string,
    domain: string,
    hostOnly: boolean,
    path: string,
    expiresAt: (at) => at === null || Number.isFinite(at),
    httpOnly: boolean,
    secure: boolean,
    sameSite: (word) => SAME_SITES.has(word),
    partition: (site) => site === null || string(site),
  });
}

function isEditedItem(value: unknown): boolean {
  const area: Check = (name) => name === 'localStorage' || name === 'sessionStorage';
  return fits(value, { origin: string, area, key: string, value: string });
}

function isEditedRecord(value: unknown): boolean {
  const text: Check = (part) => part === null || string(part);
  return fits(value, {
    origin: string,
    area: (name) => name === 'indexedDB',
    database: string,
    store: string,
    key: text,
    keyPath: text,
    makesKeys: boolean,
    value: string,
  });
}

function isDevtoolsEntry(value: unknown): boolean {
  return fits(value, {
    url: string,
    method: string,
    type: string,
    startedAt: count,
    status: count,
    requestHeaders: Array.isArray,
    responseHeaders: Array.isArray,
  });
}

function fits(value: unknown, shape: Record<string, Check>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const members = value as Record<string, unknown>;
  return Object.entries(shape).every(([name, check]) => check(members[name]));
}

function listOf(limit: number, check: Check): Check {
  return (value) => Array.isArray(value) && value.length <= limit && value.every(check);
}
