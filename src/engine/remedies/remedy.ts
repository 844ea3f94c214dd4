import type { Millis } from '../model.js';
import type { Text } from '../text.js';
import type { FrameworkSettings } from './framework-settings.js';

/** One piece of a line: the pair of name and value, or one attribute. */
export interface LinePart {
  /** As written; the value of the cookie itself never stands in it. */
  readonly name: string;
  /** Absent where there is no equals sign. */
  readonly value?: string;
  readonly change: 'same' | 'added' | 'removed' | 'changed';
}

/** The line that a server sent for a cookie, and the one that mends all that was found about it. */
export interface CookieRemedy {
  readonly kind: 'set-cookie';
  readonly credentialId: string;
  /** Empty where no such line was seen, but only the cookie itself. */
  readonly sent: readonly LinePart[];
  readonly better: readonly LinePart[];
  /** What has to be so before that line may be sent. */
  readonly notes: readonly Text[];
  /** Where the framework sets it, if one was recognised. */
  readonly settings?: FrameworkSettings;
}

/** What mends one credential, in the form that its kind needs. */
export type Remedy = CookieRemedy | TokenLifetimeRemedy;

/** The lifetime that fits the role of a token that lives too long. */
export interface TokenLifetimeRemedy {
  readonly kind: 'token-lifetime';
  readonly credentialId: string;
  /** How long it is good for now; null: for ever. */
  readonly now: Millis | null;
  /** When it should end after its last use; undefined where use makes no difference. */
  readonly idle: Millis | undefined;
  /** When it should end in any case. */
  readonly absolute: Millis;
  readonly said: Text;
}

/** One parameter of an authorization request. */
export interface RequestPart extends LinePart {
  readonly value: string;
  /** The value says what belongs there, and is made anew each time. */
  readonly made?: true;
}

/**
 * The authorization request that a client sent, and the one that mends all that was found about it.
 */
export interface RequestRemedy {
  readonly kind: 'authorization-request';
  readonly flowId: string;
  /** Where it was sent to; absent for a grant without such a request. */
  readonly address?: string;
  /** Empty where there was none. */
  readonly sent: readonly RequestPart[];
  readonly better: readonly RequestPart[];
  /** What has to change beside it. */
  readonly notes: readonly Text[];
}
