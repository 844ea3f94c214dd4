import { memo } from '../../memo.js';
import { isActionPlace, isButtonName } from './body-action.js';
import type { Asked } from './json-strings.js';
import { mayBeKept, speaksOfSecret } from './kept-fields.js';
import { isPasswordField } from '../passwords/password-field.js';
import { saysSomething } from '../passwords/without-passwords.js';
import { escapeToken } from '../../json-pointer.js';

// Which strings of data are looked at at all. Most of what data holds, words and sentences deep in
// lists, can be nothing that is kept or told of a body: for each it is known by a look at it alone.

/** A pointer is read by no more of its end. */
const LONGEST_POINTER = 256;
const LONGEST_NAME = 128;

/** True for a pointer so long that its end is more than the names in it. */
export function isLongPointer(pointer: string): boolean {
  return pointer.length > LONGEST_POINTER;
}

/** Applications have more names than anything else that is remembered, and they are short. */
const MANY_NAMES = 1_024;

/**
 * Of the strings of a JSON text it is asked once for each name in it, and not for each place,
 * whether they may be passwords by what they are called: a list has the same names again and again.
 */
export const mayNamePassword = memo(
  (name) =>
    name.length > LONGEST_NAME ||
    isText(name) ||
    (isPasswordField.mayBeIn(name) && isPasswordField(`/${escapeToken(name)}`)),
  undefined,
  MANY_NAMES,
);

/**
 * What stands for a name, and is one no more: JSON that says it is a form is the name of a field.
 */
export function isText(name: string): boolean {
  return /[{}<>=&\n]|["']\s*[:,]/.test(name);
}

export const ASKED_OF_BODY: Asked = {
  name: memo(
    (name) => mayNamePassword(name) || speaksOfSecret(name) || isButtonName(name),
    undefined,
    MANY_NAMES,
  ),
  place: (pointer) => pointer.length > LONGEST_POINTER - LONGEST_NAME - 1 || isActionPlace(pointer),
  text: (value) => mayBeKept(value) || saysSomething(value),
};
