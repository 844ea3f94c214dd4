import { isPasswordField } from './password-field.js';

// Whether a text holds a password, or only the same word: passwords are words, too.

/** Shorter ones stand in a text by chance. */
const LEAST = 4;
/** A word or a number, as settings, roles and counts are as well. */
const ORDINARY = /^(?:\p{L}{1,15}|[\d.,:-]+)$/u;
const LETTER = /[\p{L}\p{M}\d]/u;
/** What stands in front of a value and names it: `pass=`, `"pass":"`. */
const NAME = /([\p{L}\p{M}\w.-]{1,64})\\{0,3}["']?\s?[:=]\s?\\{0,3}["']?$/u;
/** A name and what may stand behind it. */
const LONGEST_NAME = 80;
/** Between two parts of what holds several stand no more signs. */
const MOST_BETWEEN = 3;

/** A text in a cookie of that name. */
export interface Place {
  readonly name: string;
  readonly text: string;
}

/**
 * False for a password that cannot be told from something else: it is too short, or another field
 * or the cookie's name says the same.
 */
export function isTold(password: string, others: readonly string[]): boolean {
  if (password.trim().length < LEAST) return false;
  const small = password.toLowerCase();
  return !others.some((other) => placesOf(small, other.toLowerCase()).length > 0);
}

/**
 * True for a text in which the password stands as a whole. One that is an ordinary word has to
 * stand as the value of what is called a password, or beside another field, which says who it is.
 */
export function holdsPassword(
  { name, text }: Place,
  password: string,
  others: readonly string[],
): boolean {
  // A form writes a space as a plus.
  const [plain, one] = [folded(text), folded(password)];
  const places = placesOf(one, plain);
  if (places.length === 0 || !ORDINARY.test(password)) return places.length > 0;
  if (isPasswordField(name)) return true;
  return places.some(
    (at) => isNamed(plain, at) || isBeside(plain, at, at + one.length, others.map(folded)),
  );
}

/** Where it stands with no letter and no digit on either side. */
function placesOf(piece: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + piece.length))
    if (isEnd(text[at - 1]) && isEnd(text[at + piece.length])) places.push(at);
  return places;
}

function isEnd(sign: string | undefined): boolean {
  return sign === undefined || !LETTER.test(sign);
}

function isNamed(text: string, at: number): boolean {
  const name = NAME.exec(text.slice(Math.max(0, at - LONGEST_NAME), at))?.[1];
  return name !== undefined && isPasswordField(name);
}

/** Nothing but a sign or two stands between it and what another field says. */
function isBeside(text: string, from: number, to: number, others: readonly string[]): boolean {
  return others.some((other) => {
    if (other.length < LEAST - 1) return false;
    const reach = other.length + MOST_BETWEEN;
    const before = text.slice(Math.max(0, from - reach), from);
    const behind = text.slice(to, to + reach);
    return (
      placesOf(other, before).some((at) => isBetween(before.slice(at + other.length))) ||
      placesOf(other, behind).some((at) => isBetween(behind.slice(0, at)))
    );
  });
}

function isBetween(signs: string): boolean {
  return signs !== '' && ![...signs].some((sign) => LETTER.test(sign));
}

function folded(text: string): string {
  return text.replaceAll('+', ' ');
}
