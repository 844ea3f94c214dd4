import { strengthOf } from '../credentials/strength.js';
import type { Credential } from '../model.js';
import { render } from '../render.js';
import { text, type Text } from '../text.js';
import type { IdStrength } from '../values/ids/id-strength.js';
import type { ReportEntropy } from './report-credential.js';
import type { Writing } from './writing.js';

/** How hard it is to guess what logs in, in figures and in words; null where that says nothing. */
export function toEntropy(credential: Credential, { style }: Writing): ReportEntropy | null {
  const strength = strengthOf(credential);
  if (!strength) return null;
  const { bits, from, to, values } = strength;
  const parts = strength.parts.map(({ text: part }) => render(part, style.translate));
  const inIt = parts.join('; ');
  const told = render(toldOf(strength), style.translate);
  const whole = inIt === '' ? told : `${told} ${inIt}.`;
  return { bits, low: from, high: to, values, parts, text: whole };
}

function toldOf({ bits, from, to, values }: IdStrength): Text {
  return values === 1
    ? text(
        'entropy_of_one',
        'About {bits} bits, from {from} to {to}: one value alone tells little. In it:',
        { bits, from, to },
      )
    : text(
        'entropy_of_several',
        'About {bits} bits, from {from} to {to}, by {values} values. In it:',
        {
          bits,
          from,
          to,
          values,
        },
      );
}
