import {
  type ChosenOptions,
  DEFAULT_OPTIONS,
  type Options,
  optionsIn,
} from '../../messaging/options.js';
import type { Policy } from './policy.js';
import type { SessionStorage } from '../log/store-queue.js';

const KEY = 'options';
const MEGABYTE = 1_048_576;

/**
 * What the user chose of how to record and to show: kept on the disk, as choices of how to judge
 * are.
 */
export class OptionChoices {
  readonly #storage: Pick<SessionStorage, 'get' | 'set'>;
  readonly #policy: Policy;
  #own: Partial<Options> = {};
  #now: Options = DEFAULT_OPTIONS;

  constructor(storage: Pick<SessionStorage, 'get' | 'set'>, policy: Policy) {
    this.#storage = storage;
    this.#policy = policy;
  }

  async load(): Promise<void> {
    const { [KEY]: stored } = await this.#storage.get(KEY);
    this.#own = optionsIn(stored);
    this.follow();
  }

  /** The policy is another one. */
  follow(): void {
    this.#now = { ...DEFAULT_OPTIONS, ...this.#own, ...this.#policy.options };
  }

  get now(): Options {
    return this.#now;
  }

  /** How much of one tab is kept at most. */
  get bytesPerTab(): number {
    return this.#now.keptMegabytes * MEGABYTE;
  }

  get chosen(): ChosenOptions {
    const { locked, unreadable } = this.#policy;
    return { options: this.#now, locked, unreadable };
  }

  /** Chooses some of them; those that a policy sets are left as they are. */
  async set(options: Partial<Options>): Promise<void> {
    const free = Object.entries(options).filter(([name]) => !(name in this.#policy.options));
    this.#own = { ...this.#own, ...Object.fromEntries(free) };
    this.follow();
    await this.#storage.set({ [KEY]: this.#own });
  }
}
