/** A stretch of time with both its ends, in whole milliseconds since the epoch. */
export interface TimeSpan {
  from: number;
  to: number;
}

/** What lies between two instants, whichever comes first; a report tells whole milliseconds. */
export function spanBetween(one: number, other: number): TimeSpan {
  return { from: Math.floor(Math.min(one, other)), to: Math.floor(Math.max(one, other)) };
}

/** Whether an instant lies within a span; without a span all do. */
export function isWithin(span: TimeSpan | null, at: number): boolean {
  return span === null || (Math.floor(at) >= span.from && Math.floor(at) <= span.to);
}

/** Whether some of what went on from one instant to another lies within a span. */
export function overlaps({ from, to }: TimeSpan, began: number, ended: number): boolean {
  return Math.floor(began) <= to && Math.floor(ended) >= from;
}
