import browser from 'webextension-polyfill';

export interface Alarm {
  critical: number;
  high: number;
}

/** What was counted, and how long that took. */
interface Counted {
  alarm: Alarm;
  cost: number;
}

const NOTHING: Counted = { alarm: { critical: 0, high: 0 }, cost: 0 };

const CRITICAL = '#b3261e';
const HIGH = '#b25e02';
/** A tab is counted when it has been quiet for so long: counting delays what is to be recorded. */
const QUIET = 400;
/** One that is never quiet is counted so long after something was first observed of it. */
const AT_LAST = 5_000;
/** No more than a tenth of the worker's time is spent on counting. */
const COST_FACTOR = 10;

/** Since when a tab has not been counted, and when something was last observed of it. */
interface Waiting {
  since: number;
  last: number;
  isCounting: boolean;
  again: boolean;
}

/** The number on the toolbar button: findings of a tab that need somebody's attention. */
export class Badge {
  readonly #count: (tabId: number) => Promise<Counted>;
  readonly #waiting = new Map<number, Waiting>();
  #counting: Promise<Counted> = Promise.resolve(NOTHING);

  constructor(count: (tabId: number) => Promise<Counted>) {
    this.#count = count;
  }

  /** Something was observed: count again, when no more comes. */
  changed(tabId: number): void {
    const waiting = this.#waiting.get(tabId);
    if (waiting?.isCounting) {
      waiting.again = true;
      return;
    }
    const now = Date.now();
    // A timer for each of many events would cost more than to look again when it fires.
    if (waiting) waiting.last = now;
    else this.#wait(tabId, { since: now, last: now, isCounting: false, again: false });
  }

  #wait(tabId: number, waiting: Waiting): void {
    this.#waiting.set(tabId, waiting);
    const { since, last } = waiting;
    const left = Math.min(QUIET, Math.min(last + QUIET, since + AT_LAST) - Date.now());
    if (left <= 0) void this.#refresh(tabId, waiting);
    else setTimeout(() => this.#wait(tabId, waiting), left);
  }

  async #refresh(tabId: number, waiting: Waiting): Promise<void> {
    waiting.isCounting = true;
    // One after the other: what is heard waits for one slice of work, and not for one of each tab.
    this.#counting = this.#counting.then(() => this.#count(tabId)).catch(() => NOTHING);
    const { alarm, cost } = await this.#counting;
    await show(tabId, alarm);
    setTimeout(() => {
      this.#waiting.delete(tabId);
      if (waiting.again) this.changed(tabId);
    }, cost * COST_FACTOR);
  }
}

async function show(tabId: number, { critical, high }: Alarm): Promise<void> {
  const sum = critical + high;
  try {
    await browser.action.setBadgeText({ tabId, text: sum === 0 ? '' : String(sum) });
    if (sum === 0) return;
    const color = critical > 0 ? CRITICAL : HIGH;
    await browser.action.setBadgeBackgroundColor({ tabId, color });
  } catch {
    // The tab has closed meanwhile.
  }
}
