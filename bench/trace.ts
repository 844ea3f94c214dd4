/** What a trace of Chromium tells of one thing that happened. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds of the thread's CPU. */
  tdur?: number;
  args?: { name?: string; data?: { url?: string } };
}

/** CPU of the longest task of each thread, in milliseconds, and how much all its tasks took. */
export interface ThreadWork {
  process: number;
  thread: string;
  longest: number;
  total: number;
}

/** Reads a trace that was made with {@link TRACED}. Fails where it names no task. */
export function workIn(trace: Uint8Array): ThreadWork[] {
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as {
    traceEvents: TraceEvent[];
  };
  const names = new Map<string, string>();
  for (const { name, pid, tid, args } of traceEvents)
    if (name === 'thread_name') names.set(`${pid} ${tid}`, args?.name ?? '');
  const threads = new Map<string, ThreadWork>();
  for (const { name, pid, tid, tdur = 0 } of traceEvents) {
    if (!name.endsWith('RunTask')) continue;
    const key = `${pid} ${tid}`;
    const thread = threads.get(key) ?? newThread(pid, names.get(key) ?? '');
    thread.longest = Math.max(thread.longest, tdur / 1_000);
    thread.total += tdur / 1_000;
    threads.set(key, thread);
  }
  if (threads.size === 0) throw new Error('the trace names no task');
  return [...threads.values()];
}

/** Tasks of all threads. */
export const TRACED = ['toplevel', 'disabled-by-default-devtools.timeline'];

function newThread(process: number, thread: string): ThreadWork {
  return { process, thread, longest: 0, total: 0 };
}
