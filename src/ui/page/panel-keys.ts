import type { ViewerStore } from '../store/store.js';

type Act = (store: ViewerStore) => boolean;

/** What a key does; false: it had nothing to do, and others may have. */
const KEYS: Readonly<Record<string, Act>> = {
  'Alt+ArrowLeft': ({ nav }) => {
    if (!nav.canGoBack.peek()) return false;
    nav.back();
    return true;
  },
  '+Escape': closePopover,
  'Mod+f': focusFilter,
  'Mod+e': (store) => {
    if (store.backend.isFile) return false;
    const { recording = true } = store.status.peek() ?? {};
    void store.recording.turn(!recording);
    return true;
  },
  'Mod+l': (store) => {
    if (store.backend.isFile) return false;
    void store.recording.clear();
    return true;
  },
};

/**
 * Listens to the keys of the Network panel, wherever the focus is; returns how to stop. They are
 * taken on their way down: what is done here must not reach DevTools, which would search, or open
 * its console, beside it.
 */
export function listenToKeys(store: ViewerStore): () => void {
  const listen = (event: KeyboardEvent) => onPanelKey(event, store);
  window.addEventListener('keydown', listen, true);
  return () => window.removeEventListener('keydown', listen, true);
}

function onPanelKey(event: KeyboardEvent, store: ViewerStore): void {
  const { ctrlKey, metaKey, altKey, shiftKey, key } = event;
  if (shiftKey) return;
  const modifier = altKey ? 'Alt' : ctrlKey || metaKey ? 'Mod' : '';
  if (!KEYS[`${modifier}+${key}`]?.(store)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** DevTools takes the key away from the browser, which would close it. */
function closePopover(): boolean {
  const open = document.querySelector<HTMLElement>(':popover-open');
  open?.hidePopover();
  return open !== null;
}

/** Puts the cursor into the filter of the screen that is shown. */
function focusFilter(): boolean {
  const filter = document.querySelector<HTMLInputElement>('input[data-filter]');
  filter?.focus();
  filter?.select();
  return filter !== null;
}
