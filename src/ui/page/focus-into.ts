import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * What was pressed went with its question: the keyboard goes on at what stands there now, the last
 * button of it, which does the least, or where there is none at the place itself.
 */
export function useFocusInto(around: RefObject<HTMLElement | null>, asked: boolean): void {
  const before = useRef(asked);
  useLayoutEffect(() => {
    if (before.current === asked) return;
    before.current = asked;
    if (document.activeElement !== document.body) return;
    const buttons = around.current?.querySelectorAll<HTMLElement>('button:not(:disabled)');
    ([...(buttons ?? [])].at(-1) ?? around.current)?.focus();
  }, [asked]);
}
