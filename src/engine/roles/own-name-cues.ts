import type { Credential } from '../model.js';
import { text } from '../text.js';
import { formatFacts } from '../values/formats.js';
import { tellName } from '../values/redact.js';
import { setByLogin } from './behaviour-cues.js';
import type { Cue } from './cue.js';

/** Under a name of its own: what a login gave to a script stands for the user, and so does what is sent in a header. */
export function ownNameCues({ behaviour, format, sightings }: Credential): Cue[] {
  const { issuedAtLogin } = behaviour;
  if (issuedAtLogin)
    return [{ role: 'access-token', weight: 0.6, text: setByLogin(issuedAtLogin) }];
  const header = sightings.find((one) => one.carrier === 'header' && one.direction === 'sent');
  if (!header || !formatFacts(format).selfContained) return [];
  const locator = tellName(header.locator);
  return [
    {
      role: 'access-token',
      weight: 0.5,
      text: text('evidence_token_header', 'a token that scripts send in the header {locator}', {
        locator,
      }),
    },
  ];
}
