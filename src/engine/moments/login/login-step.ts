import type { Credential, ExchangeRef, Millis } from '../../model.js';

/** A response that belongs to a login: of the login request itself, or of a redirect after it. */
export interface LoginStep {
  login: ExchangeRef;
  at: Millis;
  set: string[];
  /** Ids of tokens that were first sent then, given by an answer that was not seen. */
  fresh?: string[];
  /** Ids of what an earlier step gave, and this one took. */
  took?: string[];
  /** True for the login request itself. */
  first: boolean;
  /** What was told as a login was none: the server asks for the password again. */
  refuted?: boolean;
  /** Nothing said so but what it opened. */
  unsaid?: true;
  /** Where somebody logged in, if that is not the site of the request. */
  site?: string;
}

/** A login that was told before gave this too. */
export function givenToo(told: readonly LoginStep[], { id }: Pick<Credential, 'id'>): LoginStep[] {
  return told.map((step) => ({ ...step, set: [id], first: false }));
}
