import { lookForCredentials } from '../../engine/report/known-secrets.js';
import { Needles } from '../../engine/report/needles.js';
import { sweepFor } from '../../engine/report/sweep.js';

type Credentials = Parameters<typeof lookForCredentials>[1];

/**
 * The last look at what is shown, as at a report: what is known to be a credential is shown
 * nowhere.
 */
export class LastLook {
  readonly #secrets = new Needles();
  readonly #known: () => { revision: number; credentials: () => Credentials };
  #learntAt: number | undefined;

  constructor(known: () => { revision: number; credentials: () => Credentials }) {
    this.#known = known;
  }

  /** The values that no screen shows, as they are known now. */
  secrets(): Needles {
    const { revision, credentials } = this.#known();
    if (this.#learntAt !== revision) {
      this.#learntAt = revision;
      lookForCredentials(this.#secrets, credentials());
    }
    return this.#secrets;
  }

  swept<T>(view: T): T {
    return sweepFor(view, this.secrets()).value;
  }
}
