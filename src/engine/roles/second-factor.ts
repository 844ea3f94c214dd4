import type { Credential } from '../model.js';
import { regex } from '../regex.js';
import { text } from '../text.js';
import { hintOf, nameWords } from '../values/names/name-hint.js';
import { tellName } from '../values/telling/redact.js';
import type { Cue } from './cue.js';

const FACTOR = '(?:mfa|[2t]fa|t?otp|(?:two|2|second)factor|(?:two|2)step)';
/** Of what is spared a code, and not the password: `mfa_remember`, `trustTwoFactor`, `skip_2fa`. */
const SPARED = new RegExp(
  `${FACTOR}(?:remember|trust|skip)|(?:remember(?:ed)?|trust(?:ed)?|skip)${FACTOR}`,
);
/** Of what is no user: `trusted_device`, `rememberBrowser`. */
const DEVICE = regex()`
  ^(?:remember(?:ed)?|trust(?:ed)?)(?:this)?(?:device|browser|computer|machine)
  |(?:device|browser|computer|machine)(?:trust|remember)(?:ed)?`;

/** Evidence that a cookie remembers a device, which then is asked for no second factor. */
export function secondFactorCues({ kind, name }: Pick<Credential, 'kind' | 'name'>): Cue[] {
  if (kind !== 'cookie' || hintOf(name)?.from !== undefined) return [];
  const words = nameWords(name);
  const isOfDevice = words.some((_, at) => DEVICE.test(words.slice(at).join('')));
  if (!SPARED.test(words.join('')) && !isOfDevice) return [];
  const said = text(
    'evidence_second_factor',
    'by its name {name} it remembers a device, which is asked for no second factor',
    { name: tellName(name) },
  );
  return [{ role: 'device', weight: 0.7, text: said }];
}
