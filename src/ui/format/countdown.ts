import { MINUTE } from './duration.js';

/** How urgently an end should be shown. */
export type Urgency = 'ended' | 'soon' | 'later';

const SOON = 5 * MINUTE * 1000;

/** Judges the time that is left until `endsAt`. */
export function urgency(endsAt: number, at: number): Urgency {
  if (endsAt <= at) return 'ended';
  return endsAt - at <= SOON ? 'soon' : 'later';
}
