import type { Trial } from '../../engine/credentials/trials.js';
import type { Untried } from '../../engine/pipeline/tried-out.js';
import { tryKnownSecrets } from '../../secrets/try-known.js';

/** What trials need of the records. */
export interface TrialsOf {
  /** Signed values of a tab on which no secret was tried yet. */
  untried(tabId: number): Promise<readonly Untried[]>;
  record(tabId: number, trial: Trial): void;
}

interface Rest {
  again: boolean;
  /** Ended by the closing of the tab. */
  trial: AbortController;
}

/** A tab is looked at so long after a change, and not again sooner. */
const PAUSE = 500;
/** Nor is more than a tenth of the worker's time spent on looking. */
const COST_FACTOR = 10;
/** How long a trial waits between two looks at whether somebody waits for an answer. */
const GIVE_WAY = 20;

/**
 * Tries well-known secrets on what the tabs' sites have signed, once on each: when nobody waits for
 * anything else, in slices between which whatever comes is answered.
 */
export class SecretTrials {
  readonly #of: TrialsOf;
  readonly #resting = new Map<number, Rest>();
  /** Values that are being tried, in whatever tab. */
  readonly #underWay = new Set<string>();
  /** Answers that somebody waits for. */
  #awaited = 0;

  constructor(of: TrialsOf) {
    this.#of = of;
  }

  /** Something was observed in a tab: look what there is to be tried, soon. */
  changed(tabId: number): void {
    const resting = this.#resting.get(tabId);
    if (resting) {
      resting.again = true;
      return;
    }
    const rest = { again: false, trial: new AbortController() };
    this.#resting.set(tabId, rest);
    setTimeout(() => void this.#work(tabId, rest), PAUSE);
  }

  /** The tab is closed: what its site has signed is held for no trial any longer. */
  forget(tabId: number): void {
    this.#resting.get(tabId)?.trial.abort();
    this.#resting.delete(tabId);
  }

  /** Lets no trial go on until this answer is there. */
  async giveWayTo<T>(answer: Promise<T>): Promise<T> {
    this.#awaited++;
    try {
      return await answer;
    } finally {
      this.#awaited--;
    }
  }

  async #work(tabId: number, rest: Rest): Promise<void> {
    await this.#pause();
    if (rest.trial.signal.aborted) return;
    rest.again = false;
    const started = performance.now();
    const all = await this.#of.untried(tabId);
    if (rest.trial.signal.aborted) return;
    const untried = all.filter(({ fingerprint }) => !this.#underWay.has(fingerprint));
    const cost = performance.now() - started;
    await this.#tryAll(tabId, untried, rest.trial.signal);
    if (rest.trial.signal.aborted) return;
    setTimeout(
      () => {
        this.#resting.delete(tabId);
        if (rest.again) this.changed(tabId);
      },
      Math.max(PAUSE, cost * COST_FACTOR),
    );
  }

  async #tryAll(tabId: number, untried: readonly Untried[], signal: AbortSignal): Promise<void> {
    for (const { fingerprint } of untried) this.#underWay.add(fingerprint);
    try {
      const keep = (trial: Trial) => this.#of.record(tabId, trial);
      await tryKnownSecrets(untried, Date.now, keep, { pause: () => this.#pause(), signal });
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      for (const { fingerprint } of untried) this.#underWay.delete(fingerprint);
    }
  }

  async #pause(): Promise<void> {
    do await new Promise((resume) => setTimeout(resume, this.#awaited > 0 ? GIVE_WAY : 0));
    while (this.#awaited > 0);
  }
}
