import type { Credential, LimitReached } from '../model.js';
import { beyond } from '../settings.js';
import type { Records } from './records.js';

/** What can be asked of the credentials that a store holds; it writes nothing. */
export class CredentialLookup {
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  /** Every lineage as one credential, in the order in which they were first seen. */
  all(): Credential[] {
    return this.#records.lineages();
  }

  /** Every cookie, and every generation of a token. */
  records(): readonly Credential[] {
    return this.#records.all();
  }

  /** The lineage that a record belongs to, as one credential. */
  lineage(id: string): Credential | undefined {
    return this.#records.lineage(id);
  }

  /** One record: a cookie, or one generation of a token. */
  byId(id: string): Credential | undefined {
    return this.#records.byId(id);
  }

  /** All generations of the lineage that a record belongs to. */
  generations(id: string): readonly Credential[] {
    return this.#records.chainOf(id);
  }

  byIdentity(identity: string): Credential | undefined {
    return this.#records.byIdentity(identity);
  }

  byValue(value: string): Credential | undefined {
    return this.#records.byValue(value);
  }

  /** Cookies of that name, of any host. */
  cookiesNamed(name: string): Credential[] {
    return this.#records.cookiesNamed(name);
  }

  /** Ids of cookies that sign another one. */
  signatures(): string[] {
    return this.#records
      .all()
      .filter(({ signs }) => signs !== undefined)
      .map(({ id }) => id);
  }

  /** What did not fit. */
  limitsReached(): LimitReached[] {
    const sum = (of: 'unlisted' | 'unlistedLeaks') =>
      this.all().reduce((total, credential) => total + (credential[of] ?? 0), 0);
    return [
      ...beyond('credentials', this.#records.letGo),
      ...beyond('tokensPerText', this.#records.crowded),
      ...beyond('sightings', sum('unlisted')),
      ...beyond('leaks', sum('unlistedLeaks')),
    ];
  }
}
