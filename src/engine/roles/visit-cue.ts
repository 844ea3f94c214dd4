import type { Credential } from '../model.js';
import { text } from '../text.js';
import type { Cue } from './cue.js';
import { plainValue } from './cookie-facts.js';
import { regex } from '../regex.js';

/** What scripts count visits for: there a session is one of somebody's visits. */
const OF_VISITS = regex('i')`
  (?:^|_)(?:analytics?|metrics?|insights?|heat_?maps?|replays?|rum|telemetry|surveys?|beacons?
  |pixels?|track(?:er|ing)?|activity|chat|visits?)(?:_|$)`;
/** Seconds, milliseconds, or a date of ISO 8601. */
const MOMENT = String.raw`(?:1[5-9]\d{8}(?:\.\d{1,6}|\d{3})?|20\d\d-\d\d-\d\dT[\d:.]{5,12}Z)`;
/** When it began and when it was last seen, mostly behind an id: `id|moment|moment`. */
const COUNTED = new RegExp(`^(?:[\\w+/=-]{1,64}[|~:,])?${MOMENT}[|~:,]${MOMENT}$`);

const BY_NAME: Cue = {
  role: 'tracking',
  weight: 0.6,
  text: text(
    'evidence_visit_name',
    'its name speaks of a visit that is counted; no answer set it, and no login',
  ),
};
const BY_TIMES: Cue = {
  role: 'tracking',
  weight: 0.6,
  text: text(
    'evidence_visit_times',
    'it tells when a visit began and when it was last seen; no answer set it, and no login',
  ),
};

/** A script sets it for itself, and nobody is known by it. */
export function visitCues(credential: Credential): Cue[] {
  const { name, behaviour, cookie, attributes } = credential;
  if (behaviour.issuedAtLogin ?? behaviour.clearedAtLogout ?? cookie?.setBy) return [];
  if (attributes?.httpOnly) return [];
  if (COUNTED.test(plainValue(credential))) return [BY_TIMES];
  const words = name.slice(0, 128).replace(/([a-z0-9])([A-Z])/g, '$1_$2');
  return OF_VISITS.test(words.replace(/\W/g, '_')) ? [BY_NAME] : [];
}
