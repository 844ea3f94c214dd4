import { clockTime } from '../format-time.js';

const SPAN = /^(\d\d:\d\d:\d\d)-(\d\d:\d\d:\d\d)$/;

const secondOf = (instant: number): string => clockTime(instant);

/** A span as the value of the filter's term `during:`, in whole seconds of the reader's day. */
export function spanWord(from: number, to: number): string {
  return `${secondOf(Math.min(from, to))}-${secondOf(Math.max(from, to))}`;
}

/** Whether an instant is in a span that is so written; one that is not finished holds everything. */
export function isDuring(instant: number, span: string): boolean {
  const [, from, to] = SPAN.exec(span) ?? [];
  if (from === undefined || to === undefined) return true;
  const second = secondOf(instant);
  // A span over midnight ends at a smaller time of day than it begins.
  return from <= to ? second >= from && second <= to : second >= from || second <= to;
}
