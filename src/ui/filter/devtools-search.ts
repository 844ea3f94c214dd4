import type { Signal } from '@preact/signals';
import type { Navigation } from '../navigation/navigation.js';
import type { Screen } from '../navigation/place.js';

/** Event on the panel's window: somebody searches in DevTools' own search bar. */
export const SEARCH_EVENT = 'credtrail-search';

/** `action` as `chrome.devtools.panels` tells it: `performSearch`, `cancelSearch`, … */
export interface SearchDetail {
  action: string;
  query: string;
}

/** The filter of the screen that is shown; undefined where it has none. */
export function filterOf(nav: Navigation, screen: Screen): Signal<string> | undefined {
  if (screen === 'credentials') return nav.credentialFilter;
  if (screen === 'requests') return nav.requestFilter;
  if (screen === 'storage') return nav.stored.filter;
  return screen === 'findings' ? nav.findingFilter : undefined;
}

/**
 * Searching filters the list that is shown; a screen without one gives way to the requests, but for
 * the scratchpad, which would lose what is on it.
 */
export function search(nav: Navigation, { action, query }: SearchDetail): void {
  if (nav.screen.peek() === 'scratchpad') return;
  if (action === 'performSearch' && !filterOf(nav, nav.screen.peek())) nav.show('requests');
  const filter = filterOf(nav, nav.screen.peek());
  if (!filter) return;
  if (action === 'performSearch') filter.value = query;
  else if (action === 'cancelSearch') filter.value = '';
}
