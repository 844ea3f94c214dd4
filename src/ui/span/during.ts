import { clockTime } from '../format/format-time.js';

const SPAN = /^(\d\d:\d\d:\d\d)-(\d\d:\d\d:\d\d)$/;

/**
 * Whether an instant is in a span that is written as `09:00:01-09:00:03`, in seconds of the
 * reader's day; one that is not finished holds everything.
 */
export function isDuring(instant: number, span: string): boolean {
  const [, from, to] = SPAN.exec(span) ?? [];
  if (from === undefined || to === undefined) return true;
  const second = clockTime(instant);
  // A span over midnight ends at a smaller time of day than it begins.
  return from <= to ? second >= from && second <= to : second >= from || second <= to;
}
