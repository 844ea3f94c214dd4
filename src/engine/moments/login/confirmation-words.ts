import { memo } from '../../memo.js';
import { regex } from '../../regex.js';
import { asks, parametersOf, partsOf } from '../address-words.js';

/** A whole part of a path, or a whole name of an act. */
const CONFIRMATION = regex('i')`
  ^(?:(?:do|user|admin|auth|enter|action|current|your)[-_]?){0,2}
  (?:re[-_]?)?(?:
  confirm(?:ation)?(?:[-_]?(?:your[-_]?)?(?:password|access|identity|login|user|it|action))?
  |(?:password|login|identity|access)[-_]?confirm(?:ation)?
  |(?:check|verify|validate|re[-_]?enter)[-_]?(?:current[-_]?|user[-_]?)?password
  |sudo(?:[-_]?mode)?|admin[-_]?mode|elevat(?:e|ed|ion)(?:[-_]?(?:mode|session|access))?
  |re[-_]?auth(?:enticat(?:e|ion)|oriz(?:e|ation))?
  |un-?lock(?:[-_]?(?:screen|session|password))?|(?:un-?)?lock[-_]?screen)(?:\.\w{1,5})?$`;

/**
 * True for an address at which somebody who is in gives the password once more, before something
 * that matters (OWASP ASVS 5.0 V7.5.1).
 */
export const isConfirmationPath = memo((url: string): boolean => {
  if (CONFIRMATION.test(partsOf(url).at(-1) ?? '')) return true;
  return parametersOf(url).some(([name, value]) => asks(name, value, isConfirmation));
});

function isConfirmation(word: string): boolean {
  return CONFIRMATION.test(word);
}
