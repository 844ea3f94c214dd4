import { signal } from '@preact/signals';

let timer: ReturnType<typeof setInterval> | undefined;

/**
 * The present moment in milliseconds, to the second. It ticks only while something on screen reads
 * it, and only what reads it is drawn again.
 */
export const now = signal(Date.now(), {
  watched() {
    now.value = Date.now();
    timer = setInterval(() => {
      now.value = Date.now();
    }, 1000);
  },
  unwatched() {
    clearInterval(timer);
  },
});
