/** Milliseconds after which work goes on although others still come. */
const AT_MOST = 50;

/** “Prioritized Task Scheduling”, which older browsers have not. */
interface Scheduler {
  postTask(task: () => void, options: { priority: 'background' }): Promise<unknown>;
}

/**
 * Lets everything that waits go first. A timer alone does not: Chromium runs a worker's timers
 * again and again while events wait, on a busy machine for more than half a second, and a worker
 * that ends then has not heard them.
 */
export function othersFirst(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (!scheduler) return new Promise((resume) => setTimeout(resume, 0));
  return new Promise((resume) => {
    const late = setTimeout(resume, AT_MOST);
    void scheduler.postTask(
      () => {
        clearTimeout(late);
        resume();
      },
      { priority: 'background' },
    );
  });
}
