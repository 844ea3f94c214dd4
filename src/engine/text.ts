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

/** Returns the template of a key in the reader's language, or undefined to use the English one. */
export type Translate = (key: string) => string | undefined;

/** Makes a {@link Text}. Values must never be raw secrets: a text may reach a report or a log. */
export function text(
  key: string,
  english: string,
  values: Readonly<Record<string, string | number>> = {},
): Text {
  return { key, english, values };
}

/** Fills a text's template, translated where a translation exists. */
export function render({ key, english, values }: Text, translate?: Translate): string {
  const template = translate?.(key) || english;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
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
