import type { MarkView } from '../../messaging/views.js';

/** Ids of the marks to compare. `from` is the earlier one. */
export interface MarkedPair {
  from: number;
  to: number;
}

type Marks = readonly Pick<MarkView, 'id'>[];

/**
 * The chosen marks for as long as both are there, else the last two; null where there is one only.
 */
export function pairOf(marks: Marks, chosen: MarkedPair | null): MarkedPair | null {
  const [from, to] = marks.slice(-2);
  if (!from || !to) return null;
  const known = (id: number) => marks.some((mark) => mark.id === id);
  return chosen && known(chosen.from) && known(chosen.to) ? chosen : { from: from.id, to: to.id };
}

/**
 * The pair with another mark on one side; the other side moves on where it would not be later any
 * more.
 */
export function withSide(
  marks: Marks,
  pair: MarkedPair,
  side: keyof MarkedPair,
  id: number,
): MarkedPair {
  const at = marks.findIndex((mark) => mark.id === id);
  const place = (mark: number) => marks.findIndex((each) => each.id === mark);
  if (side === 'from') {
    const next = marks[at + 1]?.id ?? pair.to;
    return { from: id, to: place(pair.to) > at ? pair.to : next };
  }
  const previous = marks[at - 1]?.id ?? pair.from;
  return { from: place(pair.from) < at ? pair.from : previous, to: id };
}
