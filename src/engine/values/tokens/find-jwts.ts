import { decodeHeader, decodeJweHeader, decodeJws } from './jws.js';
import { unwrapBase64 } from '../unwrap.js';
import { LIMITS } from '../../settings.js';

/** `{"alg":""}` in base64url: no header is shorter. */
const MIN_HEADER = 14;
const DOT = 46;
const EQUALS = 61;
const PERCENT = 37;
const BACKSLASH = 92;

/**
 * 1 at the codes of base64url's characters (RFC 4648 §5). As large as there are codes: a read
 * beyond the end is slow.
 */
const BASE64URL = new Uint8Array(65_536);
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
  BASE64URL[char.charCodeAt(0)] = 1;
/** First characters of base64 that starts with `{`, white space, or a byte order mark. */
const HEADER_START = new Set('eICD7');

/**
 * Every compact JWS or JWE in a text, in order, whatever stands around it: quotes, JSON, percent
 * signs, `Bearer `, another signature; failing that, those in the base64 text that it is.
 * Linear: it goes from dot to dot and looks at each run of characters between them a fixed number
 * of times.
 */
export function findJwts(source: string): string[] {
  const found = scan(source);
  if (found.length > 0) return found;
  return unwrapBase64(source).flatMap(scan);
}

/** True for a compact JWS or JWE. */
export function isJwt(token: string): boolean {
  return decodeJws(token) !== undefined || decodeJweHeader(token) !== undefined;
}

function scan(source: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (let dot = source.indexOf('.'); dot >= 0; dot = source.indexOf('.', dot + 1)) {
    if (dot - from < MIN_HEADER || !mayEndHeader(source, dot)) continue;
    const token = tokenAt(source, dot, from);
    if (!token) continue;
    found.push(source.slice(token.start, token.end));
    from = token.end;
    dot = from - 1;
  }
  return found;
}

/** A quick no for nearly every dot there is: too few characters of base64url stand before it. */
function mayEndHeader(source: string, dot: number): boolean {
  for (let back = MIN_HEADER; back > 2; back -= 2)
    if (BASE64URL[source.charCodeAt(dot - back)] === 0) return false;
  return true;
}

/** The token whose header ends at this dot. */
function tokenAt(
  source: string,
  dot: number,
  from: number,
): { start: number; end: number } | undefined {
  const runEnd = source.charCodeAt(dot - 1) === EQUALS ? beforePadding(source, dot) : dot;
  if (runEnd - from < MIN_HEADER) return undefined;
  for (let back = 1; back <= MIN_HEADER; back++)
    if (!isBase64Url(source, runEnd - back)) return undefined;
  let runStart = runEnd - MIN_HEADER;
  while (runStart > from && isBase64Url(source, runStart - 1)) runStart--;
  for (const start of headerStarts(source, runStart, runEnd)) {
    if (start < from || dot - start > LIMITS.token || !HEADER_START.has(source[start]!)) continue;
    const header = decodeHeader(source.slice(start, dot))?.header;
    const end =
      header &&
      (header.b64 === false
        ? rawTokenEnd(source, dot)
        : tokenEnd(source, dot, typeof header.enc === 'string'));
    if (end !== undefined && isJwt(source.slice(start, end))) return { start, end };
  }
  return undefined;
}

/**
 * Where a header may start in a run of base64url characters: at its start, or behind what the run
 * swallowed of an escape (`%22`, `%2522`, `\n`, `\u0022`) or of a prefix (`token_eyJ…`).
 */
function headerStarts(source: string, runStart: number, runEnd: number): number[] {
  const before = source.charCodeAt(runStart - 1);
  const starts = [runStart];
  if (before === PERCENT) {
    let at = runStart;
    while (source.startsWith('25', at) && at < runStart + 8) at += 2;
    starts.push(at + 2);
    if (at > runStart) starts.push(at);
  }
  if (before === BACKSLASH) starts.push(runStart + 1, runStart + 5);
  const inside = source
    .slice(runStart + 1, runEnd)
    .search(/ey[AIJ]|ew[0ko]|(?:IH|Cn|CX)s[giJK]|DQp7/);
  if (inside >= 0) starts.push(runStart + 1 + inside);
  return starts;
}

/** End of a token whose header ends at `dot`; undefined where too few segments follow. */
function tokenEnd(source: string, dot: number, encrypted: boolean): number | undefined {
  let at = dot;
  for (let segments = encrypted ? 4 : 2; segments > 0; segments--) {
    if (source.charCodeAt(at) !== DOT) return encrypted ? tokenEnd(source, dot, false) : undefined;
    at = segmentEnd(source, at + 1, dot + LIMITS.token);
  }
  return at;
}

/**
 * An unencoded payload (RFC 7797) goes up to the next dot; whether it may stand there is checked
 * later.
 */
function rawTokenEnd(source: string, dot: number): number | undefined {
  let at = dot + 1;
  while (at < source.length && at < dot + LIMITS.token && source.charCodeAt(at) !== DOT) at++;
  return source.charCodeAt(at) === DOT ? segmentEnd(source, at + 1, dot + LIMITS.token) : undefined;
}

function segmentEnd(source: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && isBase64Url(source, at)) at++;
  const missing = (4 - ((at - start) % 4)) % 4;
  const padding = missing === 1 ? '=' : missing === 2 ? '==' : '';
  return source.startsWith(padding, at) ? at + padding.length : at;
}

function beforePadding(source: string, dot: number): number {
  return source.charCodeAt(dot - 2) === EQUALS ? dot - 2 : dot - 1;
}

function isBase64Url(source: string, at: number): boolean {
  return at < source.length && BASE64URL[source.charCodeAt(at)] === 1;
}
