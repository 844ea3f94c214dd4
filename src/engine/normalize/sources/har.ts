import { addressOf } from '../../address.js';
import type { Exchange, Millis } from '../../model.js';
import type { Diagnosis } from '../../text.js';
import { readContent, readMessages, readSent } from './har-bodies.js';
import { FileTally } from './har-diagnoses.js';
import { isFromCache } from './har-cache.js';
import { headersOf } from './har-headers.js';
import { heldIn } from './har-passwords.js';
import { callerOf, isOfFrame, typeOf } from './har-types.js';
import { endBeforeRedirect, endOf, isOfOneTime, orderWithinSeconds } from './har-times.js';
import { asObject, asText, type Json } from '../bodies/json-value.js';
import { PasswordFields } from '../passwords/password-fields.js';
import { scriptOriginOf } from './script-origin.js';
import { domainOf, parseUrl } from '../addresses/site.js';
import { namedList } from './named-list.js';
import { toldTime } from './told-time.js';
import { withoutPasswords, withoutTextPasswords } from '../passwords/without-passwords.js';

// HAR 1.1 and 1.2 (http://www.softwareishard.com/blog/har-12-spec/) as browsers, proxies and test
// tools write it: fields are missing, of the wrong type, or null, and that is no reason to give up.

export interface ReadHar {
  exchanges: Exchange[];
  /** Entries and parts that could not be read. */
  diagnoses: Diagnosis[];
}

/** Thrown by {@link readHar} where the input is no HAR at all. */
export class NotAHarError extends Error {
  override name = 'NotAHarError';
}

/** The parts of a HAR file that are read. */
export interface HarLog {
  /** Gone over again where what a sanitizer wrote must be told from what a server did. */
  entries: Iterable<unknown>;
  /** Known before the first entry is. */
  pages: unknown;
}

/**
 * Reads a parsed HAR file into exchanges, in the order of their start.
 * @throws NotAHarError where there is no `log.entries` list.
 */
export function readHar(har: unknown): ReadHar {
  const { entries, pages } = asObject(asObject(har)?.log) ?? {};
  if (!Array.isArray(entries)) throw new NotAHarError('it has no log.entries list');
  return readLog({ entries, pages });
}

/**
 * The same of entries that come one after the other; `keep` gives what is kept of each exchange.
 */
export function readLog(
  { entries, pages }: HarLog,
  keep: (exchange: Exchange) => Exchange = (exchange) => exchange,
): ReadHar {
  const urls = pageUrls(pages);
  const tally = new FileTally(entries);
  const exchanges: Exchange[] = [];
  let index = 0;
  let last: Millis = 0;
  for (const one of entries) {
    const entry = asObject(one) ?? {};
    nameByDocument(entry, urls);
    const exchange = readEntry(entry, index, { pages: urls, tally, last });
    if (exchange) exchanges.push(keep(exchange));
    else tally.leaveOut(index);
    last = exchange?.startedAt ?? last;
    index++;
  }
  exchanges.sort((a, b) => a.startedAt - b.startedAt);
  if (isOfOneTime(exchanges)) tally.ofOneTime();
  if (orderWithinSeconds(exchanges)) tally.ofWholeSeconds();
  endBeforeRedirect(exchanges);
  return { exchanges: withoutNamedPasswords(exchanges), diagnoses: tally.diagnoses(exchanges) };
}

/**
 * Any page of the file may say what another calls its passwords; a page can come after its form.
 */
function withoutNamedPasswords(exchanges: readonly Exchange[]): Exchange[] {
  const passwords = new PasswordFields((url) => domainOf(url) ?? '');
  for (const { url, response } of exchanges) passwords.learn(url, response?.body?.passwordFields);
  return exchanges.map((exchange) => passwords.clean(exchange));
}

/**
 * What an entry is read with: pages of the file, what is noted of it, when the entry before began.
 */
interface Reading {
  pages: ReadonlyMap<string, string>;
  tally: FileTally;
  last: Millis;
}

/** URL of each page whose title is one, as some producers write it. */
function pageUrls(pages: unknown): Map<string, string> {
  const urls = new Map<string, string>();
  for (const page of Array.isArray(pages) ? pages : []) {
    const { id, title } = asObject(page) ?? {};
    if (typeof id === 'string' && typeof title === 'string' && parseUrl(title))
      urls.set(id, withoutPasswords(title));
  }
  return urls;
}

/** Other titles are free text: the URL of a page is that of its first document. */
function nameByDocument({ pageref, request }: Json, urls: Map<string, string>): void {
  if (typeof pageref !== 'string' || urls.has(pageref)) return;
  const url = asObject(request)?.url;
  if (typeof url === 'string') urls.set(pageref, withoutPasswords(url));
}

function readEntry(
  entry: Json,
  index: number,
  { pages, tally, last }: Reading,
): Exchange | undefined {
  const request = asObject(entry.request);
  const written = asText(request?.url);
  const url = withoutPasswords(written);
  if (!request || !parseUrl(url)) return undefined;
  tally.readUrl(written);
  const response = asObject(entry.response);
  const status = typeof response?.status === 'number' ? response.status : 0;
  const startedAt = toldTime(entry.startedDateTime) ?? later(tally.withoutTime(last), response);
  const headers = headersOf(request, 'cookie', tally);
  // A page's scripts say where they are from; pages are only where recording was told to begin one.
  const topUrl = callerOf(headers) ?? pages.get(asText(entry.pageref));
  const redirectUrl = redirectOf(response, status, url);
  const script = scriptOriginOf(entry._initiator);
  const type = isOfFrame(headers) ? 'frame' : typeOf(entry, url, response);
  tally.missing.note(request, response, type);
  const sent = readSent(request);
  const answer = response && status > 0 ? readResponse(entry, response, tally) : undefined;
  return {
    id: `h${index + 1}`,
    url,
    method: asText(request.method).toUpperCase() || 'GET',
    type,
    startedAt,
    ...endOf(entry, startedAt),
    ...(topUrl ? { topUrl } : {}),
    ...(script ? { script } : {}),
    request: { headers, ...sent },
    ...(answer ? { response: answer } : {}),
    ...heldIn({ request, written, url, headers, body: sent.body }, answer?.headers),
    ...(redirectUrl ? { redirectUrl } : {}),
    ...readMessages(entry, type),
    ...(status > 0
      ? {}
      : { error: withoutTextPasswords(asText(response?._error)) || 'no response' }),
  };
}

/** Its server may have said when it answered (RFC 9110 §6.6.1), if not what a cache had kept. */
function later(last: Millis, response: Json | undefined): Millis {
  const date = namedList(response?.headers).find(({ name }) => /^date$/i.test(asText(name)));
  return Math.max(last, toldTime(date?.value) ?? last);
}

function readResponse(entry: Json, response: Json, tally: FileTally): Exchange['response'] {
  const content = asObject(response.content);
  const body = content && readContent(content);
  return {
    status: Number(response.status),
    headers: headersOf(response, 'set-cookie', tally),
    ...(body && { body }),
    ...(isFromCache(entry) && { fromCache: true }),
  };
}

/**
 * Where the answer sends the browser. Browsers write there what stands in Location: of what was
 * made (RFC 9110 §15.3.2) that is the address of the new thing, and nobody goes there.
 */
function redirectOf(response: Json | undefined, status: number, url: string): string | undefined {
  const isRedirect = status === 0 || (status >= 300 && status < 400);
  return isRedirect ? absolute(withoutPasswords(asText(response?.redirectURL)), url) : undefined;
}

function absolute(target: string, base: string): string | undefined {
  return target === '' ? undefined : addressOf(target, base)?.href;
}
