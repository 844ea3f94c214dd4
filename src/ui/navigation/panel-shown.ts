import { showClock } from '../store/clock.js';

/** Event on the panel's window: DevTools shows it, or another panel instead (`detail`: which). */
export const SHOWN_EVENT = 'credtrail-shown';

/** A panel that lies behind another keeps no clock; returns how to stop listening. */
export function listenToBeingShown(): () => void {
  const listen = (event: Event) => showClock((event as CustomEvent<boolean>).detail);
  window.addEventListener(SHOWN_EVENT, listen);
  return () => window.removeEventListener(SHOWN_EVENT, listen);
}
