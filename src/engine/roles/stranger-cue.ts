import type { Credential } from '../model.js';
import { roleFacts } from '../role-table.js';
import { text } from '../text.js';
import { DAY } from '../time-units.js';
import { estimateBits, looksRandom } from '../values/ids/entropy.js';
import { hintOf } from '../values/names/name-hint.js';
import { lifetimeOf, outlastsSessions, plainValue } from './cookie-facts.js';
import type { Cue } from './cue.js';
import { GIVEN_TO_STRANGER } from './open-role.js';

/** Visitors are counted: far fewer bits tell them apart than a session needs. */
const ENOUGH_BITS = 45;
/** A moment and a number drawn beside it, as counters of visits make their ids. */
const LONG_NUMBER = /^\d{15,40}$|^\d{8,12}[._-]1\d{9}$/;

/**
 * What a site gives a browser that came with nothing, to know it again for half a year or more,
 * whatever it is called. Nothing where its name is that of something else, where a login gave it or
 * a logout took it.
 */
export function strangerCues(credential: Credential): Cue[] {
  const { behaviour, attributes } = credential;
  if (!behaviour.givenToStranger || behaviour.sentThirdParty) return [];
  if (behaviour.issuedAtLogin ?? behaviour.clearedAtLogout) return [];
  if (!mayBeSession(credential.name) || !tellsApart(plainValue(credential))) return [];
  if (!outlastsSessions(credential)) return [];
  return [
    {
      role: attributes?.httpOnly ? 'device' : 'tracking',
      weight: 0.6,
      text: text(
        GIVEN_TO_STRANGER,
        'given to a browser that came to the site with nothing, to be known again for {days} days',
        { days: Math.round(lifetimeOf(credential) / DAY) },
      ),
    },
  ];
}

function mayBeSession(name: string): boolean {
  const hint = hintOf(name);
  return !hint || (hint.from === undefined && roleFacts(hint.role).logsIn);
}

function tellsApart(value: string): boolean {
  return (looksRandom(value) && estimateBits(value) >= ENOUGH_BITS) || LONG_NUMBER.test(value);
}
