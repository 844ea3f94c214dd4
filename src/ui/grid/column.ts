import type { ComponentChildren } from 'preact';
import type { ListLook } from './look.js';
import type { Compare } from './sort-rows.js';

export interface Column<Row> {
  id: string;
  title: string;
  /** Track of a CSS grid. */
  width: string;
  /** Shown only where the list is at least so many pixels wide. */
  from?: number;
  /** Shown only where it is narrower: then others say the same at length. */
  below?: number;
  /** True: it cannot be taken out. */
  fixed?: boolean;
  /** `mark` marks in a text what the filter of the screen finds in it. */
  cell(row: Row, mark: (text: string) => ComponentChildren): ComponentChildren;
  /** Absent: the list cannot be ordered by it. */
  compare?: Compare<Row>;
}

/** Columns that fit and that nobody has taken out. */
export function shownColumns<Row>(
  columns: readonly Column<Row>[],
  { hidden }: ListLook,
  width: number,
): Column<Row>[] {
  return columns.filter(
    ({ id, from = 0, below = Infinity, fixed }) =>
      fixed || (width >= from && width < below && !hidden.value.includes(id)),
  );
}

/** The columns' tracks: those that somebody resized as wide as they were made. */
export function tracksOf<Row>(columns: readonly Column<Row>[], { widths }: ListLook): string {
  return columns
    .map(({ id, width }) => (id in widths.value ? `${widths.value[id]}px` : width))
    .join(' ');
}
