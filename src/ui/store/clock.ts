import { signal } from '@preact/signals';

const TICK = 1000;

let timer: ReturnType<typeof setInterval> | undefined;
/** Something on screen reads the time. */
let isRead = false;
/** The page says that it is not shown though its document does not (a panel of DevTools). */
let isAside = false;

/**
 * The present moment in milliseconds, to the second. It ticks only while something reads it that
 * can be seen, and only what reads it is drawn again.
 */
export const now = signal(Date.now(), {
  watched() {
    isRead = true;
    wind();
  },
  unwatched() {
    isRead = false;
    wind();
  },
});

/** Stops the clock while nobody can see it, and lets it go on. */
export function showClock(isShown: boolean): void {
  isAside = !isShown;
  wind();
}

function wind(): void {
  clearInterval(timer);
  timer = undefined;
  if (!isRead || isAside || globalThis.document?.hidden) return;
  now.value = Date.now();
  timer = setInterval(() => {
    now.value = Date.now();
  }, TICK);
}

globalThis.document?.addEventListener('visibilitychange', wind);
