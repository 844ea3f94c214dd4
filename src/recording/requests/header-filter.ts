import { withoutKeptPairs } from '../../engine/normalize/passwords/basic-password.js';
import { withoutHeaderPassword } from '../../engine/normalize/passwords/header-password.js';
import { memo } from '../../engine/memo.js';
import type { Header } from '../../engine/model.js';
import { type Diagnosis, diagnosis, text } from '../../engine/text.js';
import { frameAncestorsOf } from '../../engine/trail/framing.js';
import { LIMITS } from '../../engine/settings.js';
import { tellName } from '../../engine/values/telling/redact.js';

/**
 * Headers that are not recorded: none of them can carry a credential, and no rule asks for them.
 * They make up most of a header block, and the record of a tab is bounded.
 */
const IGNORED = new Set([
  // What the browser is and prefers; the same in every request.
  'user-agent', 'accept', 'accept-encoding', 'accept-language', 'accept-charset', 'dnt', 'sec-gpc',
  'upgrade-insecure-requests', 'priority', 'te', 'save-data', 'viewport-width', 'device-memory',
  'rtt', 'downlink', 'ect', 'dpr', 'width',
  // Transport: framing, compression, connections, alternative services.
  'connection', 'keep-alive', 'transfer-encoding', 'content-encoding', 'content-length', 'trailer',
  'accept-ranges', 'content-range', 'range', 'alt-svc', 'alt-used', 'via', 'upgrade',
  'sec-websocket-key', 'sec-websocket-accept', 'sec-websocket-version', 'sec-websocket-extensions',
  // Clocks of servers, which are not trusted, and validators of documents.
  'date', 'age', 'last-modified', 'if-modified-since', 'if-unmodified-since',
  // Policies about scripts, features and reports: nothing about credentials.
  'content-security-policy-report-only', 'permissions-policy',
  'feature-policy', 'report-to', 'reporting-endpoints', 'nel', 'expect-ct',
  'x-xss-protection', 'x-content-type-options', 'x-dns-prefetch-control', 'x-download-options',
  'x-permitted-cross-domain-policies', 'x-ua-compatible', 'cross-origin-embedder-policy',
  'cross-origin-opener-policy', 'cross-origin-resource-policy', 'origin-agent-cluster',
  'document-policy', 'accept-ch', 'critical-ch', 'speculation-rules', 'timing-allow-origin',
  'server-timing', 'content-language', 'content-disposition', 'link',
]); // prettier-ignore

/** Families of the same kind: client hints. */
const IGNORED_PREFIX = 'sec-ch-';

export interface FilteredHeaders {
  headers: Header[];
  diagnoses: Diagnosis[];
  /** How many were left out. */
  left: number;
}

/** Headers worth recording, names lower-cased, within bounds; what was cut is told. */
export function filterHeaders(
  all: readonly { name: string; value?: string | undefined }[],
): FilteredHeaders {
  const kept: FilteredHeaders = { headers: [], diagnoses: [], left: 0 };
  let room = LIMITS.headerBlock;
  for (const header of withoutKeptPairs(all)) {
    const name = header.name.toLowerCase();
    if (IGNORED.has(name) || name.startsWith(IGNORED_PREFIX)) {
      kept.left += 1;
      continue;
    }
    for (const raw of valuesOf(name, header.value ?? '')) {
      const clean = cleanHeader(`${name}\n${raw}`);
      const { value } = clean;
      const length = Math.min(value.length, LIMITS.headerValue, room);
      if (length < value.length) kept.diagnoses.push(cut(name, value.length, length));
      if (length === 0 && value.length > 0) continue;
      kept.headers.push(length < value.length ? { name, value: value.slice(0, length) } : clean);
      room -= length;
    }
  }
  return kept;
}

/**
 * The same line is the same header, as most come again: of each header it is found out once what is
 * in it. No line with a password is remembered.
 */
const cleanHeader = memo(
  (line): Header => {
    const end = line.indexOf('\n');
    const name = line.slice(0, end);
    return { name, value: withoutHeaderPassword(name, line.slice(end + 1)) };
  },
  (line, { name, value }) => line.length === name.length + 1 + value.length && line.endsWith(value),
);

/**
 * All headers, for somebody who looks at them now: without passwords, and within the same bounds.
 */
export function wholeHeaders(all: readonly Header[]): Header[] {
  let room = LIMITS.headerBlock;
  return withoutKeptPairs(all).flatMap((header) => {
    const name = header.name.toLowerCase();
    const lines = name === 'set-cookie' ? (header.value ?? '').split('\n') : [header.value ?? ''];
    return lines.flatMap((raw) => {
      const value = withoutHeaderPassword(name, raw).slice(0, Math.min(LIMITS.headerValue, room));
      room -= value.length;
      return room > 0 ? [{ name, value }] : [];
    });
  });
}

/**
 * Firefox joins the Set-Cookie lines of a response; of a long policy rules ask for its frames
 * alone.
 */
function valuesOf(name: string, value: string): string[] {
  if (name === 'content-security-policy')
    return frameAncestorsOf(value).map((list) => `frame-ancestors ${list}`.trim());
  return name === 'set-cookie' ? value.split('\n') : [value];
}

function cut(name: string, length: number, kept: number): Diagnosis {
  return diagnosis(
    text(
      'capture_header_cut',
      'The value of {name} is {length} characters long; only the first {kept} were read.',
      { name: tellName(name.slice(0, 100)), length, kept },
    ),
  );
}
