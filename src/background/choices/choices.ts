import { DEFAULT_SETTINGS, isSettings, type Settings } from '../../engine/judging.js';
import type { Policy } from './policy.js';
import type { SessionStorage } from '../log/store-queue.js';

const KEY = 'settings';

/**
 * What the user chose of how to judge: kept on the disk (`storage.local`), since it is the user's
 * own word and holds no value of any site. Read once; the same object until something is chosen
 * anew.
 */
export class Choices {
  readonly #storage: Pick<SessionStorage, 'get' | 'set'>;
  readonly #policy: Pick<Policy, 'settings'>;
  #own: Settings = DEFAULT_SETTINGS;
  #now: Settings = DEFAULT_SETTINGS;
  #revision = 0;

  constructor(
    storage: Pick<SessionStorage, 'get' | 'set'>,
    policy: Pick<Policy, 'settings'> = { settings: {} },
  ) {
    this.#storage = storage;
    this.#policy = policy;
  }

  async load(): Promise<void> {
    const { [KEY]: stored } = await this.#storage.get(KEY);
    if (isSettings(stored)) this.#own = stored;
    this.follow();
  }

  /** The policy is another one. */
  follow(): void {
    this.#now = { ...this.#own, ...this.#policy.settings };
    this.#revision++;
  }

  get now(): Settings {
    return this.#now;
  }

  /** Grows with every choice: a report made before is another one now. */
  get revision(): number {
    return this.#revision;
  }

  /**
   * What a policy sets stays as it is, and what the user had chosen there comes back with its end.
   */
  async set(settings: Settings): Promise<void> {
    const locked = Object.keys(this.#policy.settings);
    const kept = Object.entries(this.#own).filter(([name]) => locked.includes(name));
    const free = Object.entries(settings).filter(([name]) => !locked.includes(name));
    this.#own = { ...DEFAULT_SETTINGS, ...Object.fromEntries([...kept, ...free]) };
    this.follow();
    await this.#storage.set({ [KEY]: this.#own });
  }
}
