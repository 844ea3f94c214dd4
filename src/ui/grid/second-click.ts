import { useEffect, useRef } from 'preact/hooks';

/** As long as systems wait for the second half of a double click, and as far as a hand shakes. */
const WITHIN = 500;
const NEAR = 5;

interface First {
  at: number;
  x: number;
  y: number;
}

/**
 * Calls `open` at the second half of a double click that misses the list, because the first half
 * opened something under the pointer. Returns what is to be told of the first half.
 */
export function useSecondClick(
  grid: { readonly current: HTMLElement | null },
  open: () => void,
): (first: MouseEvent) => void {
  const before = useRef<First | undefined>(undefined);
  const opener = useRef(open);
  opener.current = open;
  useEffect(() => {
    const onMouseDown = (event: MouseEvent) => {
      const { current: first } = before;
      before.current = undefined;
      if (!first || grid.current?.contains(event.target as Node)) return;
      if (!isSecond(first, { at: event.timeStamp, x: event.clientX, y: event.clientY })) return;
      event.preventDefault();
      opener.current();
    };
    window.addEventListener('mousedown', onMouseDown, true);
    return () => window.removeEventListener('mousedown', onMouseDown, true);
  }, []);
  return ({ timeStamp: at, clientX: x, clientY: y }) => (before.current = { at, x, y });
}

/** True for two clicks that are one double click. */
export function isSecond(first: First, next: First): boolean {
  const away = Math.hypot(next.x - first.x, next.y - first.y);
  return next.at - first.at <= WITHIN && away <= NEAR;
}
