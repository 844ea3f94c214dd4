import type { RefObject, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** Where a key leads among so many, round at the ends; undefined where it leads nowhere. */
export function movedStop(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  return step === undefined ? undefined : (at + step + count) % count;
}

/**
 * Makes the buttons that `selector` finds one stop of the Tab key, between which arrow keys move
 * (ARIA Authoring Practices, roving tab index). Returns what the element around them listens with.
 */
export function useRoving<Around extends HTMLElement>(
  around: RefObject<Around | null>,
  selector: string,
) {
  const stops = () => [...(around.current?.querySelectorAll<HTMLButtonElement>(selector) ?? [])];
  const reach = (stop: HTMLElement | undefined, all = stops()) => {
    for (const each of all) each.tabIndex = each === stop ? 0 : -1;
  };
  // Buttons come, go and are disabled with every drawing.
  useLayoutEffect(() => {
    const all = stops().filter(({ disabled }) => !disabled);
    reach(all.find(({ tabIndex, dataset }) => tabIndex === 0 && dataset['stop']) ?? all[0]);
  });
  return {
    onFocusIn: ({ target }: { target: EventTarget | null }) => {
      const all = stops();
      const stop = all.find((each) => each === target);
      if (!stop) return;
      for (const each of all) delete each.dataset['stop'];
      stop.dataset['stop'] = 'last';
      reach(stop, all);
    },
    onKeyDown: (event: TargetedKeyboardEvent<Around>) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const all = stops().filter(({ disabled }) => !disabled);
      const at = all.findIndex((each) => each === event.target);
      const moved = at < 0 ? undefined : movedStop(event.key, at, all.length);
      if (moved === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      all[moved]?.focus();
    },
  };
}
