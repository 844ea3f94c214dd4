import { type StateOf, stateOf } from './credentials/credential-state.js';
import type { Trial } from './credentials/trials.js';
import type { AuthFlow } from './flows/flow.js';
import type { Settings } from './judging.js';
import { remembered } from './memo.js';
import type { Credential, Millis } from './model.js';
import type { Moment } from './moments/moment.js';
import type { Proof } from './proof/proof.js';
import type { LoggedExchange } from './trail/exchange-log.js';
import type { TurnedAway } from './trail/turned-away.js';

/** What a view is made of. */
export interface KnownParts {
  readonly now: Millis;
  readonly credentials: readonly Credential[];
  /** Choices other than the defaults. */
  readonly settings?: Partial<Settings>;
  readonly exchanges?: readonly LoggedExchange[];
  readonly flows?: readonly AuthFlow[];
  readonly moments?: readonly Moment[];
  readonly trials?: readonly Trial[];
  readonly turnedAway?: readonly TurnedAway[];
  /** Sites whose web storage was looked at. */
  readonly storageSites?: readonly string[];
  readonly proofs?: readonly Proof[];
}

/** What is not there. */
export const NONE: readonly never[] = [];

/** Nothing of what need not be there. */
export const NOTHING = {
  exchanges: NONE,
  flows: NONE,
  moments: NONE,
  trials: NONE,
  turnedAway: NONE,
  storageSites: NONE,
  proofs: NONE,
};

/**
 * What has become of a credential that is never written: its end alone makes a difference to the
 * moment.
 */
export function lastingStateOf(credential: Credential, now: Millis): StateOf {
  const { expiresAt } = credential;
  return expiresAt !== undefined && expiresAt <= now
    ? atItsEnd(credential)
    : beforeItsEnd(credential);
}

const atItsEnd = remembered((credential: Credential) =>
  stateOf(credential, credential.expiresAt ?? Infinity),
);
const beforeItsEnd = remembered((credential: Credential) => stateOf(credential, -Infinity));
