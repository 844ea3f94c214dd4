import type { FileHolds } from '../../messaging/opened-file.js';
import type { Place } from '../navigation/place.js';
import type { BodyOf, RequestRow, SeenBody, WholeHeaders } from '../../messaging/views.js';
import type { PageAnswer, PageRequests, PageRequestType } from '../../messaging/protocol.js';

/**
 * All that the screens need from outside. `browser-backend.ts` is the real one; the screens know
 * only this, so that they can be developed and tested as a plain page.
 */
export interface Backend {
  /**
   * True: a file answers. It has no present: nothing is recorded, marked, cleared or loaded again.
   */
  readonly isFile?: boolean;
  /** Of a file: a report has no values, no headers, and nothing of what the browser stored. */
  readonly holds?: FileHolds;
  /** True: the screens stand in a private window. */
  readonly isPrivate?: boolean;
  /** Rejects where the background does not answer, or refuses. */
  ask<T extends PageRequestType>(type: T, ask: PageRequests[T]['ask']): Promise<PageAnswer<T>>;
  /** All headers of a request, while DevTools is open and still has them. */
  wholeHeaders?(row: RequestRow): Promise<WholeHeaders | undefined>;
  /**
   * A body, while DevTools still has it, or from a file; null where there was none, undefined where
   * nobody has it any more.
   */
  seenBody?(row: RequestRow, whose: BodyOf): Promise<SeenBody | null | undefined>;
  /** Calls `told` after every change, and after every reconnection, until the result is called. */
  watch(tabId: number, told: () => void): () => void;
  /** Must be called while a click is handled. */
  askHostAccess(tabId: number, url: string): Promise<void>;
  /** `place`: what it shows first. */
  openFullView(tabId: number, place?: Place): Promise<void>;
}
