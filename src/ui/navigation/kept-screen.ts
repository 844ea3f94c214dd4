import { effect } from '@preact/signals';
import type { Navigation } from './navigation.js';
import { isScreen, type Screen } from './place.js';
import { kept } from '../store/preferences.js';

/** Shows the screen that was shown last, and keeps which one is. */
export function keepScreen(nav: Navigation): void {
  const last = kept<Screen>('screen', 'overview', isScreen);
  nav.show(last.peek());
  effect(() => {
    last.value = nav.screen.value;
  });
}
