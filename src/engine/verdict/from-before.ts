import { cameAlong } from '../credentials/came-along.js';
import type { Credential } from '../model.js';
import { logsIn } from '../role-table.js';
import { canIdentify, plainValue } from '../roles/cookie-facts.js';
import { isUnknown } from '../roles/cue.js';
import { hintOf } from '../values/names/name-hint.js';

/**
 * Cookies that the browser had before anything was seen, and that may stand for somebody who logged
 * in then: by their value or their name, where nothing else says what they are for.
 */
export function fromBefore(all: readonly Credential[]): Credential[] {
  return all.filter(
    (one) =>
      one.kind === 'cookie' &&
      !one.behaviour.givenToStranger &&
      !one.behaviour.madeSince &&
      isUnknown(one) &&
      cameAlong(one) &&
      mayBe(one),
  );
}

function mayBe(one: Credential): boolean {
  const role = hintOf(one.name)?.role;
  if (role !== undefined) return logsIn({ role });
  return canIdentify(plainValue(one));
}

/** True for one that logs its user in, and that was there before anything was seen. */
export function cameLoggedIn(one: Credential): boolean {
  return one.kind === 'cookie' && logsIn(one) && cameAlong(one);
}
