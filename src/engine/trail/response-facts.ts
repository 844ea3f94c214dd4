import { remembered } from '../memo.js';
import { isSafe } from '../methods.js';
import type { Exchange, Header, ResourceType } from '../model.js';
import { handsBack } from '../moments/login/handed-back.js';
import { isLoginPath } from '../moments/login/login-words.js';
import { byteLength } from '../cookies/byte-length.js';
import { LIMITS } from '../settings.js';
import { originOf, parseUrl, siteOf } from '../normalize/addresses/site.js';
import { isBrowsersScheme } from '../values/names/authorization-names.js';
import { type Cacheable, cacheableOf } from './cacheable.js';
import { type Cors, corsOf } from './cors.js';
import { type CsrfProof, csrfProofOf } from './csrf-proof.js';
import { type Framing, framingOf } from './framing.js';
import { regex } from '../regex.js';

/** How a request ended; `none`: no answer was seen. */
export type Outcome =
  | 'ok'
  | 'redirect'
  | 'login-redirect'
  | 'unauthorized'
  | 'forbidden'
  | 'error'
  | 'none';

/** Strict-Transport-Security (RFC 6797 §6.1). `none`: not sent, or not to be obeyed. */
export type Hsts =
  | { readonly maxAge: number; readonly includeSubDomains: boolean }
  | 'none'
  | 'unknown';

/**
 * What the headers of an exchange say that rules ask for, taken while they are at hand. Plain data
 * with few possible values: exchanges fold together only where they agree in all of it.
 */
export interface ResponseFacts {
  readonly type: ResourceType;
  readonly outcome: Outcome;
  /** Its method may change something at the server (RFC 9110 §9.2.1). */
  readonly stateChanging: boolean;
  /** What the browser added to the request by itself. */
  readonly ambient: readonly ('cookie' | 'http-auth')[];
  readonly csrfProof: readonly CsrfProof[];
  readonly cacheable: Cacheable;
  readonly cors: Cors;
  readonly hsts: Hsts;
  /** Bytes of all cookies that it sent, rounded down so that few values differ. Absent: none. */
  readonly cookieBytes?: number;
  /** Of a page alone: nothing else is shown in a frame. */
  readonly framing?: Framing | 'unknown';
  /** Of a page alone: what follows from it is told its whole address, query and all. */
  readonly wholeReferrer?: true;
  /** Where the answer has the browser send the same request, body and all, once more (307, 308). */
  readonly resentTo?: 'same-origin' | 'same-site' | 'cross-site';
}

/** Step of `cookieBytes`. */
const COOKIE_STEP = 512;

const REFERRER_POLICY = regex('g')`
  (?<![\w-])(?:no-referrer|no-referrer-when-downgrade|same-origin|origin|strict-origin
  |origin-when-cross-origin|strict-origin-when-cross-origin|unsafe-url)(?![\w-])`;
const WHOLE_ADDRESS: ReadonlySet<string> = new Set(['no-referrer-when-downgrade', 'unsafe-url']);

/** Takes the facts of an exchange from its headers. */
export function responseFactsOf(exchange: Exchange): ResponseFacts {
  return {
    type: exchange.type,
    outcome: outcomeOf(exchange),
    stateChanging: !isSafe(exchange.method),
    ambient: ambientOf(exchange.request.headers),
    csrfProof: csrfProofOf(exchange),
    cacheable: cacheableOf(exchange),
    cors: corsOf(exchange),
    hsts: hstsOf(exchange),
    ...cookieBytesOf(exchange.request.headers),
    ...framedAs(exchange),
    ...resentBy(exchange),
    ...referrerOf(exchange),
  };
}

function framedAs(exchange: Exchange): Pick<ResponseFacts, 'framing'> {
  const isPage = exchange.type === 'document' && exchange.response?.status === 200;
  return isPage ? { framing: framingOf(exchange) } : {};
}

/** Of several policies the last that a browser knows counts (Referrer Policy §8.1). */
function referrerOf({ type, response }: Exchange): Pick<ResponseFacts, 'wholeReferrer'> {
  if (type !== 'document' && type !== 'frame') return {};
  const lines = (response?.headers ?? []).filter(({ name }) => name === 'referrer-policy');
  const known = lines
    .map(({ value }) => value)
    .join(',')
    .toLowerCase()
    .match(REFERRER_POLICY);
  return WHOLE_ADDRESS.has(known?.at(-1) ?? '') ? { wholeReferrer: true } : {};
}

/** RFC 9110 §15.4.8 and §15.4.9: the method and the body are those of the request. */
function resentBy({
  method,
  url,
  response,
  redirectUrl,
}: Exchange): Pick<ResponseFacts, 'resentTo'> {
  const again = response?.status === 307 || response?.status === 308;
  if (!again || redirectUrl === undefined || isSafe(method)) return {};
  if (originOf(redirectUrl) === originOf(url)) return { resentTo: 'same-origin' };
  return { resentTo: siteOf(redirectUrl) === siteOf(url) ? 'same-site' : 'cross-site' };
}

/** The same text for the same facts. */
export function factsKey(facts: ResponseFacts | undefined): string {
  return facts === undefined ? '' : keyOfFacts(facts);
}

const keyOfFacts = remembered((facts: ResponseFacts) => JSON.stringify(Object.values(facts)));

function outcomeOf({ response, redirectUrl, url }: Exchange): Outcome {
  const status = response?.status ?? 0;
  if (status === 0) return 'none';
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status >= 400) return 'error';
  if (status < 300 || status === 304) return 'ok';
  return leadsToLogin(redirectUrl, url) ? 'login-redirect' : 'redirect';
}

/** A login that sends on to its own next page was no refusal. */
function leadsToLogin(target: string | undefined, from: string): boolean {
  return isLoginPath(target) && !isLoginPath(from) && !handsBack(from, target);
}

function ambientOf(headers: readonly Header[]): ResponseFacts['ambient'] {
  const cookie = headers.some(({ name }) => name === 'cookie');
  const auth = headers.some(
    ({ name, value }) => name === 'authorization' && isBrowsersScheme(value),
  );
  return [...(cookie ? ['cookie' as const] : []), ...(auth ? ['http-auth' as const] : [])];
}

/** HTTP/2 may cut the header into several (RFC 9113 §8.2.3); servers put them together again. */
function cookieBytesOf(headers: readonly Header[]): Pick<ResponseFacts, 'cookieBytes'> {
  const values = headers.filter(({ name }) => name === 'cookie').map(({ value }) => value);
  const bytes = byteLength(values.join('; '), LIMITS.headerBlock);
  return bytes < COOKIE_STEP ? {} : { cookieBytes: bytes - (bytes % COOKIE_STEP) };
}

function hstsOf({ url, response }: Exchange): Hsts {
  if (!response || response.headers.length === 0) return 'unknown';
  // RFC 6797 §8.1: only the first header counts, and none that came over http.
  const line = response.headers.find(({ name }) => name === 'strict-transport-security')?.value;
  const protocol = parseUrl(url)?.protocol;
  // Browsers keep it out of their cache, and what opens a socket is another program than what
  // answers pages.
  const isElsewhere = response.fromCache || protocol === 'wss:';
  if (line === undefined && isElsewhere) return 'unknown';
  if (line === undefined || (protocol !== 'https:' && protocol !== 'wss:')) return 'none';
  const directives = line.split(';').map((part) => part.trim().toLowerCase());
  const [, age] =
    directives.map((part) => /^max-age\s*=\s*"?(\d+)"?$/.exec(part)).find(Boolean) ?? [];
  if (age === undefined) return 'none';
  return { maxAge: Number(age), includeSubDomains: directives.includes('includesubdomains') };
}
