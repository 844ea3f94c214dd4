import type { TargetedKeyboardEvent } from 'preact';
import type { ViewerStore } from './store.js';

type Act = (store: ViewerStore, panel: HTMLElement) => boolean;

/** What a key does; false: it had nothing to do, and others may have. */
const KEYS: Readonly<Record<string, Act>> = {
  'Alt+ArrowLeft': ({ nav }) => {
    if (!nav.canGoBack.peek()) return false;
    nav.back();
    return true;
  },
  'Mod+f': (_, panel) => focusFilter(panel),
  'Mod+e': (store) => {
    if (store.backend.isFile) return false;
    const { recording = true } = store.status.peek() ?? {};
    void store.setRecording(!recording);
    return true;
  },
  'Mod+l': (store) => {
    if (store.backend.isFile) return false;
    void store.clear();
    return true;
  },
};

/**
 * The keys of the Network panel. What is done here must not reach DevTools, which would search, or
 * open its console, beside it.
 */
export function onPanelKey(event: TargetedKeyboardEvent<HTMLElement>, store: ViewerStore): void {
  const { ctrlKey, metaKey, altKey, shiftKey, key } = event;
  if (shiftKey) return;
  const modifier = altKey ? 'Alt' : ctrlKey || metaKey ? 'Mod' : '';
  if (!KEYS[`${modifier}+${key}`]?.(store, event.currentTarget)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Puts the cursor into the filter of the screen that is shown. */
export function focusFilter(panel: HTMLElement): boolean {
  const filter = panel.querySelector<HTMLInputElement>('input[data-filter]');
  filter?.focus();
  filter?.select();
  return filter !== null;
}
