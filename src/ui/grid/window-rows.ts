/** A list of rows of one height, of which a part is in view. */
export interface ListView {
  count: number;
  rowHeight: number;
  scrollTop: number;
  viewportHeight: number;
}

/** Rows to draw: from `first` up to, not including, `end`. */
export interface RowWindow {
  first: number;
  end: number;
}

/** Rows drawn beyond each edge, so that a fast scroll meets no blank. */
const OVERSCAN = 8;
/**
 * A list is drawn anew when it was scrolled by so many rows: what stays is looked at less often.
 */
const STEP = 12;

/** The scroll position that decides what is drawn: the same for some rows in a row. */
export function drawnTop(scrollTop: number, rowHeight: number): number {
  const step = STEP * rowHeight;
  return Math.floor(Math.max(0, scrollTop) / step) * step;
}

/** Which rows of a list have to be drawn, until `drawnTop` is another. */
export function windowRows({ count, rowHeight, scrollTop, viewportHeight }: ListView): RowWindow {
  const top = drawnTop(scrollTop, rowHeight);
  const inView = Math.ceil(viewportHeight / rowHeight) + STEP;
  const firstInView = Math.min(Math.floor(top / rowHeight), Math.max(0, count - inView));
  return {
    first: Math.max(0, firstInView - OVERSCAN),
    end: Math.min(count, firstInView + inView + OVERSCAN),
  };
}

/** The scroll position nearest to the present one that shows a row whole. */
export function scrollToShow(index: number, view: ListView): number {
  const top = index * view.rowHeight;
  const bottom = top + view.rowHeight;
  if (top < view.scrollTop) return top;
  if (bottom > view.scrollTop + view.viewportHeight) return bottom - view.viewportHeight;
  return view.scrollTop;
}

/** True where the last row is in view, so that new rows should be followed. */
export function atEnd(view: ListView): boolean {
  return view.scrollTop + view.viewportHeight >= (view.count - 0.5) * view.rowHeight;
}
