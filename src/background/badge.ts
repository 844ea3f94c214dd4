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
  readonly #count: (tabId: number) => Promise<{ alarm: Alarm; cost: number }>;
  readonly #resting = new Map<number, { again: boolean }>();

  constructor(count: (tabId: number) => Promise<{ alarm: Alarm; cost: number }>) {
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
    setTimeout(() => void this.#refresh(tabId, rest), PAUSE / 4);
  }

  async #refresh(tabId: number, rest: { again: boolean }): Promise<void> {
    rest.again = false;
    const { alarm, cost } = await this.#count(tabId).catch(() => NOTHING);
    await show(tabId, alarm);
    setTimeout(
      () => {
        this.#resting.delete(tabId);
        if (rest.again) this.changed(tabId);
      },
      Math.max(PAUSE, cost * COST_FACTOR),
    );
  }
}

const NOTHING = { alarm: { critical: 0, high: 0 }, cost: 0 };

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
