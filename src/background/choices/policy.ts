import { SETTINGS_NAMES, type Settings, settingsIn } from '../../engine/judging.js';
import { OPTION_NAMES, type Options, optionsIn, type PolicyName } from '../../messaging/options.js';

/** The part of `storage.managed` that is needed here. */
export interface ManagedStorage {
  get(keys: null): Promise<Record<string, unknown>>;
}

const NAMES: readonly string[] = [...OPTION_NAMES, ...SETTINGS_NAMES, 'firstRunPage'];

/**
 * What an organisation set by `storage.managed`: it counts before what a user chose. What is not in
 * a form that can be read is left out one by one, and told.
 */
export class Policy {
  readonly #storage: ManagedStorage;
  #options: Partial<Options> = {};
  #settings: Partial<Settings> = {};
  #firstRunPage: boolean | undefined;
  #unreadable: string[] = [];

  constructor(storage: ManagedStorage) {
    this.#storage = storage;
  }

  async load(): Promise<void> {
    // Firefox rejects where there is no policy.
    const set = await this.#storage.get(null).catch(() => ({}) as Record<string, unknown>);
    this.#options = optionsIn(set);
    this.#settings = settingsIn(set);
    const { firstRunPage } = set;
    this.#firstRunPage = typeof firstRunPage === 'boolean' ? firstRunPage : undefined;
    const read = new Set<string>(this.locked);
    this.#unreadable = Object.keys(set).filter((name) => NAMES.includes(name) && !read.has(name));
  }

  get options(): Partial<Options> {
    return this.#options;
  }

  get settings(): Partial<Settings> {
    return this.#settings;
  }

  /** False: no page explains the extension when it was installed. */
  get firstRunPage(): boolean {
    return this.#firstRunPage ?? true;
  }

  /** Everything that is set, and so is nobody else's to change. */
  get locked(): PolicyName[] {
    const names = [...Object.keys(this.#options), ...Object.keys(this.#settings)];
    return [
      ...names,
      ...(this.#firstRunPage === undefined ? [] : ['firstRunPage']),
    ] as PolicyName[];
  }

  /** Names of what is set in a form that cannot be read. */
  get unreadable(): string[] {
    return this.#unreadable;
  }
}
