import { withoutFragment } from '../../engine/address.js';
import type { DevtoolsEntry } from '../record.js';

// What two tellers of one request both know of it.

export function keyOf(method: string, url: string, status: number): string {
  // A revalidated response is 304 to one of them and 200 to the other.
  return `${method} ${status === 304 ? 200 : status} ${withoutFragment(url)}`;
}

/** Method and status, and the address behind them. */
export function splitKey(key: string): { start: string; url: string } {
  const start = /^\S* \d+ /.exec(key)?.[0] ?? '';
  return { start, url: key.slice(start.length) };
}

export function keyOfEntry({ method, url, status }: DevtoolsEntry): string {
  return keyOf(method, url, status);
}
