import { withoutFragment } from '../../engine/address.js';
import { originOf } from '../../engine/normalize/addresses/site.js';
import type { RequestEvent } from '../../recording/requests/request-event.js';
import type { OpenTabs } from './open-tabs.js';
import { hashOf } from './told-areas.js';

/** Requests whose tabs are remembered until they end, and frames that were loaded lately. */
const REQUESTS = 2_000;
const FRAMES = 200;
/** So long after it was loaded a frame may have been taken away with a request of its own. */
const LATELY = 10_000;

/**
 * Of its address a hash is enough: secrets stand in some, and a frame is remembered past its tab.
 */
interface Frame {
  tabId: number;
  origin: string;
  hash: number;
  at: number;
}

/** Tabs to which a request belongs; `certain` is false where it may as well be any of these. */
export interface Owned {
  tabs: readonly number[];
  certain: boolean;
}

/**
 * Whose a request is that the browser tells without a tab: a service worker's, or that of a frame
 * that is gone already, which look alike. What was told of the same request before decides, then
 * the document that it names as its referrer, then its origin.
 */
export class Owners {
  readonly #open: Pick<OpenTabs, 'ofOrigin' | 'usesStore'>;
  readonly #requests = new Map<string, Owned>();
  #frames: Frame[] = [];

  constructor(open: Pick<OpenTabs, 'ofOrigin' | 'usesStore'>) {
    this.#open = open;
  }

  /** Remembers the tab of a request, and what frames there are. */
  note(tabId: number, event: RequestEvent): void {
    if (event.kind !== 'sent') return;
    this.#remember(event.id, { tabs: [tabId], certain: true });
    if (event.type !== 'frame') return;
    const url = withoutFragment(event.url);
    const frame = { tabId, origin: originOf(url), hash: hashOf(url), at: event.at };
    this.#frames = [...this.#frames, frame].slice(-FRAMES);
  }

  /**
   * `store`: of cookies, where the browser tells it; a private window's differs from all others.
   */
  of(event: RequestEvent, initiator: string | undefined, store: string | undefined): Owned {
    const known = this.#requests.get(event.id);
    if (known || event.kind === 'failed') return known ?? { tabs: [], certain: true };
    const owned = this.#judge(event, initiator ?? '', store);
    this.#remember(event.id, owned);
    return owned;
  }

  #judge(
    event: Exclude<RequestEvent, { kind: 'failed' }>,
    initiator: string,
    store: string | undefined,
  ): Owned {
    const referrer = event.headers.find(({ name }) => name === 'referer')?.value;
    const lately = this.#frames.filter(
      ({ tabId, at }) => event.at - at < LATELY && this.#open.usesStore(tabId, store),
    );
    const hash = referrer === undefined ? undefined : hashOf(referrer);
    const named = lately.filter((frame) => frame.hash === hash);
    if (named.length > 0) return { tabs: tabsOf(named), certain: tabsOf(named).length === 1 };
    const pages = this.#open.ofOrigin(initiator, store);
    // A service worker names its script; nothing but an origin tells neither of them.
    const isWorker = referrer !== undefined && referrer !== `${originOf(referrer)}/`;
    const frames = isWorker ? [] : lately.filter(({ origin }) => origin === initiator);
    const tabs = [...new Set([...pages, ...tabsOf(frames)])];
    return { tabs, certain: frames.length === 0 || tabs.length === 1 };
  }

  #remember(id: string, owned: Owned): void {
    this.#requests.set(id, owned);
    const [oldest] = this.#requests.keys();
    if (this.#requests.size > REQUESTS && oldest !== undefined) this.#requests.delete(oldest);
  }
}

function tabsOf(frames: readonly Frame[]): number[] {
  return [...new Set(frames.map(({ tabId }) => tabId))];
}
