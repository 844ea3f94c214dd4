import { type Diagnosis, diagnosis, text } from '../../text.js';
import type { Json } from '../bodies/json-value.js';

// Netscape's cookies.txt, as curl, wget, yt-dlp and extensions write it: a cookie of a line, seven
// fields with tabs between them (https://curl.se/docs/http-cookies.html).

const HEADER = /^# (?:Netscape )?HTTP Cookie File/i;
const HTTP_ONLY = '#HttpOnly_';
const LINE = /^(?:#HttpOnly_)?[\w.:[\]-]+\t(?:TRUE|FALSE)\t[^\t]*\t(?:TRUE|FALSE)\t-?\d+\t/i;
/** So much of a file tells what it is. */
const TELLING = 4_096;

/** True for a cookies.txt, with its first line or without. */
export function isCookiesText(source: string): boolean {
  const start = source.slice(0, TELLING).trimStart();
  const first = start.split('\n').find((line) => isCookieLine(line));
  return HEADER.test(start) || (first !== undefined && LINE.test(first));
}

function isCookieLine(line: string): boolean {
  return line.trim() !== '' && (!line.startsWith('#') || line.startsWith(HTTP_ONLY));
}

/** A cookies.txt as a list of cookies that `readStorageState` takes. */
export function readCookiesText(source: string): {
  value: { cookies: Json[] };
  diagnoses: Diagnosis[];
} {
  const lines = source.split(/\r?\n/).filter(isCookieLine);
  // A tool that never says HttpOnly does not know of it.
  const knowsHttpOnly = lines.some((line) => line.startsWith(HTTP_ONLY));
  const cookies = lines
    .map((line) => cookieOf(line, knowsHttpOnly))
    .filter((cookie) => cookie !== undefined);
  const leftOut = lines.length - cookies.length;
  return { value: { cookies }, diagnoses: leftOut > 0 ? [linesWithoutCookie(leftOut)] : [] };
}

function cookieOf(line: string, knowsHttpOnly: boolean): Json | undefined {
  if (!LINE.test(line)) return undefined;
  const httpOnly = line.startsWith(HTTP_ONLY);
  const fields = (httpOnly ? line.slice(HTTP_ONLY.length) : line).split('\t');
  const [domain = '', subdomains = '', path = '', secure = '', end = '', name = ''] = fields;
  return {
    name,
    value: fields.slice(6).join('\t'),
    domain,
    path,
    hostOnly: !isTrue(subdomains),
    secure: isTrue(secure),
    ...(knowsHttpOnly && { httpOnly }),
    expires: Number(end) > 0 ? Number(end) : -1,
  };
}

function isTrue(field: string): boolean {
  return field.toUpperCase() === 'TRUE';
}

function linesWithoutCookie(count: number): Diagnosis {
  return diagnosis(
    text('diagnosis_cookie_lines', '{count} lines of cookies.txt hold no cookie and are left out', {
      count,
    }),
  );
}
