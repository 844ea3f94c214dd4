import { bigramOddity } from './bigrams.js';
import { SYNTAX } from './entropy.js';

/** Enough of a value to judge it by. */
const SAMPLE = 4096;
const RUN = /[A-Za-z0-9]{16,}/g;
/** `20260101T000000Z`, and the same without its `Z`. */
const MOMENT = /^(?:19|20)\d{6}T\d{6}Z?$/;
/** Words glued together have fewer odd neighbours than that, chance hardly ever. */
const ODD_WITH_DIGITS = 0.3;
const ODD_LETTERS = 0.25;
/** A capital begins a word in names such as `XMLHttpRequest`. */
const ODD_MIXED_CASE = 0.35;
/** So many digits in between are no number that somebody put behind a word. */
const MANY_DIGITS = 4;

/**
 * True for a value with a run that may be somebody's id although it does not look random: letters
 * and digits mixed, a long number, letters in no order of words. Only for what is shown: hiding a
 * harmless one costs nothing, and what is followed as a credential is judged by `looksRandom`.
 */
export function mayBeId(value: string): boolean {
  const sample = value.slice(0, SAMPLE);
  return (sample.match(RUN) ?? []).some(isIdLike) && !SYNTAX.test(sample);
}

function isIdLike(run: string): boolean {
  const digits = run.replace(/\D/g, '').length;
  if (digits === run.length) return true;
  if (MOMENT.test(run)) return false;
  if (digits === 0 && run.length < 20) return false;
  const { odd, counted } = bigramOddity(run);
  const share = odd / Math.max(1, counted);
  if (digits === 0) {
    const isMixedCase = /[a-z]/.test(run) && /[A-Z]/.test(run);
    return odd >= 4 && share >= (isMixedCase ? ODD_MIXED_CASE : ODD_LETTERS);
  }
  // One number between small words is what they number: `summercollection2024sale`.
  const isMixed = /\d[A-Za-z]+\d/.test(run) || /[a-z][A-Z]|[A-Z]{2}[a-z]/.test(run);
  return share >= ODD_WITH_DIGITS || (digits >= MANY_DIGITS && isMixed);
}
