import { filterOf } from './devtools-search.js';
import { type Needle, plainNeedles, requestNeedles } from './filter-hits.js';
import type { Navigation } from '../navigation/navigation.js';

/** What the filter of the screen that is shown looks for; nothing where it has none. */
export function needlesOf(nav: Navigation): readonly Needle[] {
  const screen = nav.screen.value;
  const filter = filterOf(nav, screen)?.value ?? '';
  return screen === 'requests' ? requestNeedles(filter) : plainNeedles(filter);
}
