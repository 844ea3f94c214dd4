import { addressOf } from '../../engine/address.js';
import type { Header, LimitReached, Millis, ResourceType } from '../../engine/model.js';
import type { Diagnosis } from '../../engine/text.js';
import {
  withoutPasswords,
  withoutTextPasswords,
} from '../../engine/normalize/passwords/without-passwords.js';
import { filterHeaders } from './header-filter.js';
import { beyond, LIMITS } from '../../engine/settings.js';

/**
 * What the browser tells about a request, one moment at a time. These are recorded as they come;
 * `assemble.ts` makes exchanges of them, so that recording needs no memory of what came before.
 */
export type RequestEvent = SentEvent | AnsweredEvent | FailedEvent;

interface RequestMoment {
  /** The browser's id: the same for all hops of a redirected request. */
  id: string;
  at: Millis;
}

/** What is told anew at every moment but the failure. */
export interface RequestSubject extends RequestMoment {
  url: string;
  method: string;
  type: ResourceType;
  frameId: number;
  initiator?: string;
  /** Address of the page of another window, where the request is told to the one that opened it. */
  topUrl?: string;
  headers: Header[];
  diagnoses?: Diagnosis[];
  /** Bounds that were reached while it was read. */
  limits?: LimitReached[];
  /** Headers that are not kept, by number. */
  left?: number;
  /** Credtrail had the page make it, for a proof. */
  probe?: true;
}

export interface SentEvent extends RequestSubject {
  kind: 'sent';
}

export interface AnsweredEvent extends RequestSubject {
  /** `challenged`: with 401 or 407, and the browser may go on with the same request. */
  kind: 'answered' | 'challenged';
  status: number;
  fromCache?: boolean;
  redirectUrl?: string;
  /** `Content-Length` (RFC 9110 §8.6). */
  size?: number;
}

export interface FailedEvent extends RequestMoment {
  kind: 'failed';
  error: string;
}

/** The part of webRequest's details that is read here; both browsers' fields are optional. */
export interface RequestDetails {
  requestId: string;
  timeStamp: number;
  url: string;
  method: string;
  type: string;
  tabId: number;
  frameId: number;
  /** Chromium. */
  initiator?: string;
  /** Firefox. */
  originUrl?: string;
  /** Firefox: the jar that it goes with, one for private windows and one for each container. */
  cookieStoreId?: string;
  requestHeaders?: { name: string; value?: string | undefined }[];
  responseHeaders?: { name: string; value?: string | undefined }[];
  statusCode?: number;
  fromCache?: boolean;
  redirectUrl?: string;
  error?: string;
}

const TYPES: ReadonlyMap<string, ResourceType> = new Map<string, ResourceType>([
  ['main_frame', 'document'],
  ['sub_frame', 'frame'],
  ['xmlhttprequest', 'fetch'],
  ['websocket', 'websocket'],
]);

/** Reads the details of `onSendHeaders`. */
export function sentEvent(details: RequestDetails): SentEvent {
  return { kind: 'sent', ...subject(details), ...block(details, details.requestHeaders) };
}

/** Reads the details of `onResponseStarted`, `onBeforeRedirect` and `onAuthRequired`. */
export function answeredEvent(details: RequestDetails, kind: AnsweredEvent['kind']): AnsweredEvent {
  const { statusCode: status = 0, fromCache, redirectUrl } = details;
  const { limits = [], ...told } = block(details, details.responseHeaders);
  const unseen = beyond('socketUnseen', details.type === 'websocket' && status === 101 ? 1 : 0);
  const size = contentLength(details.responseHeaders);
  return {
    kind,
    ...subject(details),
    status,
    ...(size !== undefined && { size }),
    ...told,
    ...(limits.length + unseen.length > 0 && { limits: [...limits, ...unseen] }),
    ...(fromCache && { fromCache }),
    ...(redirectUrl !== undefined && {
      redirectUrl: withoutPasswords(redirectUrl.slice(0, LIMITS.url)),
    }),
  };
}

/** Reads the details of `onErrorOccurred`. */
export function failedEvent(details: RequestDetails): FailedEvent {
  const { requestId: id, timeStamp: at, error = 'unknown' } = details;
  return { kind: 'failed', id, at, error: withoutTextPasswords(error) };
}

/** Origin on whose behalf the request is made, where the browser tells. */
export function initiatorOf(details: RequestDetails): string | undefined {
  const { initiator, originUrl } = details;
  if (initiator && initiator !== 'null') return initiator;
  const origin = originUrl ? addressOf(originUrl)?.origin : undefined;
  return origin === 'null' ? undefined : origin;
}

function block({ url }: RequestDetails, raw: RequestDetails['requestHeaders']) {
  const { headers, diagnoses, left } = filterHeaders(raw ?? []);
  const limits = [
    ...beyond('url', url.length > LIMITS.url ? 1 : 0),
    ...beyond('headerValue', diagnoses.length),
  ];
  return {
    headers,
    ...(left > 0 && { left }),
    ...(diagnoses.length > 0 && { diagnoses }),
    ...(limits.length > 0 && { limits }),
  };
}

/** Bytes of a response's body as it tells them itself. */
function contentLength(headers: RequestDetails['responseHeaders'] = []): number | undefined {
  const told = headers.find(({ name }) => name.toLowerCase() === 'content-length')?.value;
  return told !== undefined && /^\d{1,15}$/.test(told) ? Number(told) : undefined;
}

// The fragment stays: it is never sent, but the implicit flow's tokens come back in one.
function subject(details: RequestDetails) {
  const { requestId: id, timeStamp: at, method, frameId } = details;
  const initiator = initiatorOf(details);
  const type = TYPES.get(details.type) ?? 'other';
  const url = withoutPasswords(details.url.slice(0, LIMITS.url));
  return { id, at, url, method, type, frameId, ...(initiator !== undefined && { initiator }) };
}
