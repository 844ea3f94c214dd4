import { signal } from '@preact/signals';
import {
  type ChosenOptions,
  DEFAULT_OPTIONS,
  type Options,
  type PolicyName,
} from '../../messaging/options.js';
import type { Backend } from '../backend/backend.js';
import { preferredTheme } from '../page/preferred-theme.js';

/** What was chosen of how to record and to show, as the background keeps it. */
export class OptionChoices {
  readonly chosen = signal<ChosenOptions>({ options: DEFAULT_OPTIONS, locked: [], unreadable: [] });
  /** True: the background did not take the last choice, or did not say what was chosen. */
  readonly failed = signal(false);
  readonly #backend: Backend;
  /** Called when the background has taken a choice. */
  readonly #taken: () => void;

  constructor(backend: Backend, taken: () => void) {
    this.#backend = backend;
    this.#taken = taken;
  }

  get now(): Options {
    return this.chosen.value.options;
  }

  /** True where the organisation has set it. */
  isLocked(name: PolicyName): boolean {
    return this.chosen.value.locked.includes(name);
  }

  async load(): Promise<void> {
    await this.#attempt(() => this.#backend.ask('getOptions', {}));
  }

  /** Chooses some of them. */
  async choose(options: Partial<Options>): Promise<void> {
    const taken = await this.#attempt(() => this.#backend.ask('setOptions', { options }));
    if (taken) this.#taken();
  }

  /** Records a host and its subdomains as well. */
  async allow(host: string): Promise<void> {
    const { sites } = await this.#latest();
    if (!sites.includes(host)) await this.choose({ sites: [...sites, host].toSorted() });
  }

  async disallow(host: string): Promise<void> {
    const { sites } = await this.#latest();
    await this.choose({ sites: sites.filter((site) => site !== host) });
  }

  /** Another view may have chosen something meanwhile. */
  async #latest(): Promise<Options> {
    await this.load();
    return this.now;
  }

  async #attempt(ask: () => Promise<ChosenOptions>): Promise<boolean> {
    try {
      this.chosen.value = await ask();
      preferredTheme.value = this.now.theme;
      this.failed.value = false;
      return true;
    } catch {
      this.failed.value = true;
      // A field that was changed shows again what is known.
      this.chosen.value = { ...this.chosen.value };
      return false;
    }
  }
}
