import { regex } from '../../regex.js';
import type { Body } from '../../model.js';
import { tellsOfAccount } from '../words/account-words.js';
import { tellsDenied, tellsNobody } from '../words/denied-words.js';
import { tellsLoggedOut } from '../words/logged-out-words.js';
import { tellsOfMessage } from '../words/mail-words.js';
import { eventSaysNo, sentenceSaysNo, textSaysNo } from './body-outcome.js';
import { readableJson } from './frames.js';
import { asksForMore } from './half-outcome.js';
import { says, saysNo } from './json-outcome.js';
import { parseJson } from './json-strings.js';
import { type Told, toldByPage } from './page-outcome.js';
import type { RawField } from './raw-field.js';
import { xmlSaysNo } from './xml-outcome.js';

/** Any element, or a declaration of what it is. */
const MARKUP = /<[a-z!/?]/i;
/** Of whoever was asked for there is none: no value, or a list of none (RFC 8259 §3, §5). */
const NOBODY = /^\s*(?:null|\[\s*\])\s*$/;
/** The same within a word for somebody: `{"user":null}`. */
const NONE_OF = regex('i')`
  ^\s*\{\s*"(?:data"\s*:\s*\{\s*")?(?:user|session|me|viewer|account|member|customer|profile
  |(?:current|auth)_?user|data)"\s*:\s*null\s*\}?\s*\}\s*$`;

/** Whether the answer says that it did not work, or that it goes on with a message. */
export function outcomeOf(
  { kind, mimeType, wayOut }: Body,
  fields: readonly RawField[],
  source: string,
  json: unknown,
): Told {
  if (NOBODY.test(source)) return { namesNobody: true };
  if (kind === 'html') {
    // Many servers call whatever they answer a page, as their software does unless it is told.
    const isPage = MARKUP.test(source);
    if (isPage) return toldByPage(source, wayOut === true);
    if (textSaysNo(source) || saysNo(parseJson(source))) return refusalOf(source);
    return toldByPage(source, false);
  }
  if (kind === 'other')
    return textSaysNo(source) || sentenceSaysNo(source) || xmlSaysNo(mimeType, source)
      ? refusalOf(source)
      : {};
  if (kind !== 'json') return {};
  const told = json ?? parseJson(readableJson(source));
  if (saysNo(told) || eventSaysNo(fields))
    return { ...refusalOf(source), ...(NONE_OF.test(source) && { namesNobody: true }) };
  if (asksForMore(told)) return { halfway: true };
  if (says(told, tellsLoggedOut)) return { loggedOut: true };
  if (says(told, tellsNobody)) return { nobody: true };
  if (says(told, tellsOfMessage)) return { mailed: true };
  return says(told, tellsOfAccount) ? { accountMade: true } : {};
}

function refusalOf(source: string): Told {
  const isDenied = tellsDenied(source);
  const isNobody = isDenied && tellsNobody(source);
  return { refusal: true, ...(isDenied && { denied: true }), ...(isNobody && { nobody: true }) };
}
