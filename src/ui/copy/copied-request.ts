import { withoutFragment } from '../../engine/address.js';
import type { RawHeader, RawRequest, RequestDetail } from '../../messaging/views.js';
import { codeSpan } from '../../engine/report/formats/markdown-text.js';
import { bashWord, scriptString } from './quote.js';
import { regex } from '../../engine/regex.js';

/** A request to be written down: masked, or as it was. */
export interface CopiedRequest extends RawRequest {
  /** What it posted. */
  body?: string;
}

/** Framing of one connection: what sends the request again writes its own. */
const OF_CONNECTION = regex('i')`
  ^(?::.*|host|connection|content-length|transfer-encoding|keep-alive|upgrade|te|trailer
  |proxy-connection)$`;
/** What scripts may not set (Fetch, “forbidden request-header”); the browser writes it itself. */
const FORBIDDEN = regex('i')`
  ^(?:accept-charset|accept-encoding|access-control-request-.*|cookie2?|date|dnt|expect|origin
  |referer|set-cookie|via|proxy-.*|sec-.*)$`;
/** Of curl's `[1-3]` and `{a,b}`, which an address may have in it. */
const GLOB = /[[\]{}]/;

/** A detail as it is shown. */
export function maskedRequest({
  row,
  requestHeaders,
  responseHeaders,
}: RequestDetail): CopiedRequest {
  const { method, url, status } = row;
  const plain = ({ name, value }: RawHeader) => ({ name, value });
  return {
    method,
    url,
    ...(status !== undefined && { status }),
    requestHeaders: requestHeaders.map(plain),
    responseHeaders: responseHeaders.map(plain),
  };
}

/** `Name: value`, on one line whatever is in it. */
export function headerLine({ name, value }: RawHeader): string {
  return `${name}: ${oneLine(value)}`;
}

/** A command for bash that sends the request again, with its body where that is known. */
export function asCurl({ method, url, requestHeaders, body }: CopiedRequest): string {
  const options = requestHeaders.filter(({ name }) => !OF_CONNECTION.test(name)).map(curlHeader);
  const verb = method === 'HEAD' ? ['--head'] : method === 'GET' ? [] : [`-X ${bashWord(method)}`];
  const glob = GLOB.test(url) ? ['--globoff'] : [];
  const compressed = requestHeaders.some(({ name }) => /^accept-encoding$/i.test(name));
  const parts = [`curl --url ${bashWord(withoutFragment(url))}`, ...glob, ...verb, ...options];
  const data = body === undefined ? [] : [`--data-raw ${bashWord(body)}`];
  return [...parts, ...(compressed ? ['--compressed'] : []), ...data].join(' \\\n  ');
}

/** A header without a value is taken out by `name:`, and sent by `name;`. */
function curlHeader({ name, value }: RawHeader): string {
  return `-H ${bashWord(value === '' ? `${name};` : `${name}: ${oneLine(value)}`)}`;
}

/**
 * A call of `fetch()` that sends the request again, as far as a script may, with its body where
 * that is known.
 */
export function asFetch({ method, url, requestHeaders, body }: CopiedRequest): string {
  const own = requestHeaders.filter(
    ({ name }) => !OF_CONNECTION.test(name) && !FORBIDDEN.test(name),
  );
  const withCookies = requestHeaders.some(({ name }) => /^cookie$/i.test(name));
  const headers = own.map(
    ({ name, value }) => `    [${scriptString(name)}, ${scriptString(oneLine(value))}],`,
  );
  return [
    `fetch(${scriptString(url)}, {`,
    `  method: ${scriptString(method)},`,
    ...(headers.length > 0 ? ['  headers: [', ...headers, '  ],'] : []),
    ...(body === undefined ? [] : [`  body: ${scriptString(body)},`]),
    `  credentials: ${withCookies ? "'include'" : "'omit'"},`,
    '});',
  ].join('\n');
}

export function asJson(what: unknown): string {
  return JSON.stringify(what, null, 2);
}

/** For a ticket: the request's line, and its headers as lists. */
export function asMarkdown({ method, url, status, body, ...headers }: CopiedRequest): string {
  const list = (title: string, lines: readonly RawHeader[]) =>
    lines.length === 0
      ? []
      : ['', `**${title}**`, '', ...lines.map((line) => `- ${codeSpan(headerLine(line))}`)];
  const answer = status === undefined ? '' : ` → ${status}`;
  return [
    `${codeSpan(`${method} ${url}`)}${answer}`,
    ...list('Request', headers.requestHeaders),
    ...(body === undefined ? [] : ['', '**Body**', '', codeSpan(body)]),
    ...list('Response', headers.responseHeaders),
  ].join('\n');
}

/** RFC 9110 §5.5 has no line ends in a value: with one, a second header would follow. */
function oneLine(value: string): string {
  return value.replace(/[\r\n\0]+/g, ' ');
}
