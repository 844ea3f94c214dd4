import { Choices } from './choices.js';
import { OptionChoices } from './option-choices.js';
import { type ManagedStorage, Policy } from './policy.js';
import type { SessionStorage } from '../log/store-queue.js';

/** What is chosen, by users and by their organisation. */
export class AllChoices {
  readonly policy: Policy;
  readonly choices: Choices;
  readonly options: OptionChoices;

  constructor(local: Pick<SessionStorage, 'get' | 'set'>, managed: ManagedStorage) {
    this.policy = new Policy(managed);
    this.choices = new Choices(local, this.policy);
    this.options = new OptionChoices(local, this.policy);
  }

  async load(): Promise<void> {
    await Promise.all([this.policy.load(), this.choices.load(), this.options.load()]);
    this.choices.follow();
    this.options.follow();
  }

  /** The organisation chose something else. */
  async follow(): Promise<void> {
    await this.policy.load();
    this.choices.follow();
    this.options.follow();
  }
}
