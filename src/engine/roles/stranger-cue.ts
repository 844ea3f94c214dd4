import type { Credential } from '../model.js';
import { roleFacts } from '../role-table.js';
import { text } from '../text.js';
import { hintOf } from '../values/name-hint.js';
import { DAY, lifetimeOf } from './cookie-facts.js';
import type { Cue } from './cue.js';
import { GIVEN_TO_STRANGER } from './open-role.js';

/** Sessions are kept for hours to some months; what stays longer is to know a browser again. */
const LONG = 180 * DAY;

/**
 * What a site gives a browser that came with nothing, to know it again for half a year or more, whatever it
 * is called. Nothing where its name is that of something else, where a login gave it or a logout took it.
 */
export function strangerCues(credential: Credential): Cue[] {
  const { behaviour, attributes } = credential;
  if (!behaviour.givenToStranger || behaviour.sentThirdParty) return [];
  if (behaviour.issuedAtLogin ?? behaviour.clearedAtLogout) return [];
  if (!mayBeSession(credential.name)) return [];
  const lifetime = lifetimeOf(credential);
  if (lifetime < LONG) return [];
  return [
    {
      role: attributes?.httpOnly ? 'device' : 'tracking',
      weight: 0.6,
      text: text(
        GIVEN_TO_STRANGER,
        'given to a browser that came to the site with nothing, to be known again for {days} days',
        { days: Math.round(lifetime / DAY) },
      ),
    },
  ];
}

function mayBeSession(name: string): boolean {
  const hint = hintOf(name);
  return !hint || (hint.from === undefined && roleFacts(hint.role).logsIn);
}
