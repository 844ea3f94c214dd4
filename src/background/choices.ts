import { DEFAULT_SETTINGS, isSettings, type Settings } from '../engine/judging.js';
import type { SessionStorage } from './session-log.js';

const KEY = 'settings';

/**
 * What the user chose of how to judge: kept on the disk (`storage.local`), since it is the user's own
 * word and holds no value of any site. Read once; the same object until something is chosen anew.
 */
export class Choices {
  readonly #storage: Pick<SessionStorage, 'get' | 'set'>;
  #now: Settings = DEFAULT_SETTINGS;
  #revision = 0;

  constructor(storage: Pick<SessionStorage, 'get' | 'set'>) {
    this.#storage = storage;
  }

  async load(): Promise<void> {
    const { [KEY]: stored } = await this.#storage.get(KEY);
    if (isSettings(stored)) this.#now = stored;
  }

  get now(): Settings {
    return this.#now;
  }

  /** Grows with every choice: a report made before is another one now. */
  get revision(): number {
    return this.#revision;
  }

  async set(settings: Settings): Promise<void> {
    this.#now = settings;
    this.#revision++;
    await this.#storage.set({ [KEY]: settings });
  }
}
