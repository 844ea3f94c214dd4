import type { ExchangeRef, Millis } from '../../model.js';
import { pageAddress, siteOf } from '../../normalize/addresses/site.js';
import { isSecondFactorPath } from './beside-login-words.js';
import type { LoginStep } from './login-step.js';
import type { Watched } from '../watched-exchange.js';

/** How long somebody looks for a one-time code. */
const WITHIN: Millis = 10 * 60_000;

/** The last login, which a second step may complete. */
export type SavedSecondStep = { site: string; login: ExchangeRef; until: Millis } | null;

/**
 * A code, a key or a choice after the password: what it gives belongs to the login that it
 * completes.
 */
export class SecondStep {
  #last: SavedSecondStep;

  constructor(saved: SavedSecondStep = null) {
    this.#last = saved;
  }

  save(): SavedSecondStep {
    return this.#last;
  }

  /** Somebody logged in, as far as a password goes. */
  begin({ ref, at }: Watched): void {
    this.#last = { site: siteOf(ref.url), login: ref, until: at + WITHIN };
  }

  /** Where these steps say that the last login was none, nothing completes it; returns them. */
  endedBy(steps: LoginStep[]): LoginStep[] {
    if (steps.some(({ refuted }) => refuted)) this.#last = null;
    return steps;
  }

  /** Its step of the last login, with what it `took`; undefined where there was none. */
  of({ ref, at, set }: Watched, took: string[] = []): LoginStep[] | undefined {
    const last = this.#last;
    if (!last || last.site !== siteOf(ref.url) || at > last.until) return undefined;
    return [{ login: last.login, at, set, first: false, took }];
  }

  /** What stands in the field of a password is a code where a second step is made. */
  isCode({ ref, signedIn, accepted }: Watched): boolean {
    if (!signedIn || accepted !== true || !isSecondFactorPath(ref.url)) return false;
    const last = this.#last?.login.url;
    return last !== undefined && pageAddress(last) !== pageAddress(ref.url);
  }
}
