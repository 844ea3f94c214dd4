import browser from 'webextension-polyfill';

export interface Alarm {
  critical: number;
  high: number;
}

const CRITICAL = '#b3261e';
const HIGH = '#b25e02';
/** At most once a second for one tab, and never more than a tenth of the worker's time. */
const PAUSE = 1_000;
const COST_FACTOR = 10;

/** The number on the toolbar button: findings of a tab that need somebody's attention. */
export class Badge {
  readonly #count: (tabId: number) => Alarm;
  readonly #resting = new Map<number, { again: boolean }>();

  constructor(count: (tabId: number) => Alarm) {
    this.#count = count;
  }

  /** Something was observed: count again, soon. */
  changed(tabId: number): void {
    const resting = this.#resting.get(tabId);
    if (resting) {
      resting.again = true;
      return;
    }
    const rest = { again: false };
    this.#resting.set(tabId, rest);
    setTimeout(() => this.#refresh(tabId, rest), PAUSE / 4);
  }

  #refresh(tabId: number, rest: { again: boolean }): void {
    rest.again = false;
    const started = performance.now();
    void show(tabId, this.#count(tabId));
    const cost = performance.now() - started;
    setTimeout(
      () => {
        this.#resting.delete(tabId);
        if (rest.again) this.changed(tabId);
      },
      Math.max(PAUSE, cost * COST_FACTOR),
    );
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
