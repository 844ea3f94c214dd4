import { readSetCookie } from '../../engine/cookies/set-cookie.js';
import type { Header, Millis } from '../../engine/model.js';
import type { Probe } from '../../engine/proof/probe-messages.js';
import { PROOF_LIMITS } from '../../engine/proof/proof.js';
import type { Sent } from './around-proofs.js';

/**
 * What a browser saw of one request: no script is shown its cookies, nor where it was redirected.
 */
export interface Watched {
  /** As it was sent, after it was changed. */
  sent?: Header[];
  status?: number;
  /** As the server sent them. */
  received: Header[];
}

/** How much of an answer a page reads. */
export interface ReadBounds {
  /** Characters that are read. */
  text: number;
  /** Bytes after which it is not read any further. */
  bytes: number;
  /** Milliseconds. */
  patience: number;
}

export const READ_BOUNDS: ReadBounds = {
  text: PROOF_LIMITS.text,
  bytes: 4_194_304,
  patience: 12_000,
};

/** What a page read of the answer; of a redirect, which is not followed, nothing. */
export type Read = { length: number; text: string } | { failed: 'network' | 'timeout' };

interface Where {
  /** The request went to another origin than its page's. */
  crossOrigin: boolean;
  at: Millis;
}

/** What came of a probe, by what the page read and what the browser saw. */
export function answerTo(probe: Probe, read: Read, seen: Watched, where: Where): Sent {
  if (seen.sent && !isAsWanted(seen.sent, probe)) return { failed: 'not-changed' };
  if ('failed' in read) return unread(read.failed, seen, probe, where);
  if (seen.status === undefined || !seen.sent) return { failed: 'not-changed' };
  return answerOf(read, seen, probe, where);
}

/**
 * An answer that the page may not read (CORS, Fetch §3.3): many a server refuses without the
 * headers that would let it. How it refused the browser tells nevertheless; of an answer like the
 * user's own there is nothing to compare.
 */
function unread(failed: 'network' | 'timeout', seen: Watched, probe: Probe, where: Where): Sent {
  const { status = 0 } = seen;
  if (failed !== 'network' || !where.crossOrigin || status === 0) return { failed };
  return status < 300 ? { failed: 'cors' } : answerOf({ length: 0, text: '' }, seen, probe, where);
}

/** The rule was there, and nothing else changed what it had changed. */
function isAsWanted(sent: readonly Header[], { headers }: Probe): boolean {
  return headers.every(
    ({ name, value }) => sent.find((one) => one.name === name.toLowerCase())?.value === value,
  );
}

function answerOf(
  { length, text }: { length: number; text: string },
  { status = 0, sent = [], received }: Watched,
  { url }: Probe,
  { at }: Where,
): Sent {
  const first = (wanted: string) => received.find(({ name }) => name === wanted)?.value;
  const told = {
    location: first('location'),
    contentType: first('content-type'),
    wwwAuthenticate: first('www-authenticate'),
    retryAfter: first('retry-after'),
  };
  const lines = received.filter(({ name }) => name === 'set-cookie').map(({ value }) => value);
  const setsCookies = lines.map((line) => {
    const { name, value } = readSetCookie(line, url, at);
    return { name, value };
  });
  return {
    answer: { status, length, text, sent, setsCookies, ...withoutUndefined(told) },
    lines,
  };
}

function withoutUndefined<T extends object>(told: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(told).filter(([, value]) => value !== undefined),
  ) as ReturnType<typeof withoutUndefined<T>>;
}
