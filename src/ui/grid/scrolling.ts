import { useLayoutEffect, useRef } from 'preact/hooks';
import { atEnd, type ListView, scrollToShow } from './window-rows.js';

type Scroller = { readonly current: HTMLDivElement | null };

/**
 * Keeps the end in view when rows are added, if it was in view before. Returns what is to be called
 * when the list was scrolled.
 */
export function useFollowing(scroller: Scroller, view: ListView, follow: boolean): () => void {
  const wasAtEnd = useRef(true);
  const look = () => {
    // To measure is to lay out: only where it is asked for.
    if (!follow) return;
    // Measured, not remembered from the last drawing: rows may have come since.
    const scrollTop = scroller.current?.scrollTop ?? 0;
    wasAtEnd.current = atEnd({ ...view, scrollTop });
  };
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && follow && wasAtEnd.current) element.scrollTop = element.scrollHeight;
  }, [view.count, view.viewportHeight, follow]);
  useLayoutEffect(look);
  return look;
}

/** Brings a line into view when it becomes the selected one, however that came about. */
export function useShown(
  scroller: Scroller,
  view: ListView,
  line: number,
  selected: string | null,
): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || line < 0 || view.viewportHeight === 0) return;
    element.scrollTop = scrollToShow(line, { ...view, scrollTop: element.scrollTop });
  }, [selected, line >= 0, view.viewportHeight > 0]);
}
