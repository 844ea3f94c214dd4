import type { TabName } from './plan.js';

/** One request as the server received it. */
export interface Received {
  /** Without fragment, with the scheme http also where it was ws. */
  url: string;
  method: string;
  tab: TabName;
  /** What the page did. */
  deed: string;
  /** In milliseconds: when it came, and when its answer or connection was over. */
  at: number;
  end: number;
  /** 0: the connection was closed without an answer. */
  status: number;
  /** What the page's script called it. */
  uid: string | undefined;
  cookies: number;
}

/** All requests that a server received, in the order in which they came. */
export class Truth {
  readonly received: Received[] = [];

  note(request: Omit<Received, 'end' | 'status'>): Received {
    const noted = { ...request, end: Number.POSITIVE_INFINITY, status: 0 };
    this.received.push(noted);
    return noted;
  }
}
