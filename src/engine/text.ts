/**
 * A sentence for people, kept as data until it is shown: the English template stands where the
 * sentence is made, and a translation is found by its key in the browser's message catalogue.
 */
export interface Text {
  /** Message-catalogue key: letters, digits and `_` only. */
  key: string;
  /** English template; `{name}` stands for a value. */
  english: string;
  values: Readonly<Record<string, string | number>>;
}

declare const told: unique symbol;

/**
 * A string that came from outside and may stand in a text: `values/telling/redact.ts` alone makes
 * them, and has masked what may be secret in it.
 */
export type Told = string & { readonly [told]: true };

/** The values themselves where each is a number, a literal of the source code or {@link Told}. */
export type Tellable<Values> = {
  readonly [Name in keyof Values]: Values[Name] extends number | Told
    ? Values[Name]
    : IsLiteral<Values[Name]> extends true
      ? Values[Name]
      : never;
};

/**
 * A `string`, or a template with one in it, makes an index signature, which nothing need fulfil.
 */
type IsLiteral<Value> = Value extends string
  ? Record<never, never> extends Record<Value, 1>
    ? false
    : true
  : Value extends number
    ? true
    : false;

/** Returns the template of a key in the reader's language, or undefined to use the English one. */
export type Translate = (key: string) => string | undefined;

/**
 * Makes a {@link Text}. A string from outside is refused until `values/telling/redact.ts` has told
 * it.
 */
export function text<const Values extends Readonly<Record<string, string | number>>>(
  key: string,
  english: string,
  values?: Values & Tellable<Values>,
): Text {
  return { key, english, values: values ?? {} };
}

/** Stands around a word that is to be translated, and in no name: names are told without it. */
export const MARK = '\u2063';

/** Marks a word for `render.ts`, which tells it in the reader's language. */
export function commonWord(word: string): string {
  return `${MARK}${word}${MARK}`;
}

/** Marks a sentence of a key of its own, which has no values, to stand within another one. */
export function withinText({ key, english }: Text): string {
  return `${MARK}${key}|${english}${MARK}`;
}

/**
 * Something that a source could not tell, or that a browser ignores: a code that rules and programs
 * go by, a sentence for people, and the figures in it.
 */
export interface Diagnosis {
  code: string;
  text: Text;
  detail?: Readonly<Record<string, string | number>>;
}

/** A sentence of the key `diagnosis_<code>` (with `_` for `-`) as a {@link Diagnosis}. */
export function diagnosis(said: Text): Diagnosis {
  const code = said.key.replace(/^diagnosis_/, '').replaceAll('_', '-');
  return { code, text: said, ...(Object.keys(said.values).length > 0 && { detail: said.values }) };
}
