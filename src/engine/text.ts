import { particleAt } from './korean.js';
import { memo, remembered } from './memo.js';

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

/** Fills a text's template, translated where a translation exists. */
export function render(said: Text, translate: Translate = inEnglish): string {
  return rendererOf(translate)(said);
}

const inEnglish: Translate = () => undefined;

/** What a report says stands in the next one, too. */
const rendererOf = remembered((translate: Translate) =>
  remembered((said: Text) => rendered(said, translate)),
);

function rendered({ key, english, values }: Text, translate: Translate): string {
  const translated = translate(key);
  const locale = (translated && translate('language')) || 'en';
  return fill(translated || english, (name) =>
    Object.hasOwn(values, name) ? shown(values[name] ?? '', locale, translate) : undefined,
  );
}

/** Stands around a word that is to be translated, and in no name: names are told without it. */
const MARK = '\u2063';
const COMMON = new RegExp(`${MARK}([^${MARK}]+)${MARK}`, 'g');

/** Marks a word for {@link render}, which tells it in the reader's language. */
export function commonWord(word: string): string {
  return `${MARK}${word}${MARK}`;
}

/** Marks a sentence of a key of its own, which has no values, to stand within another one. */
export function withinText({ key, english }: Text): string {
  return `${MARK}${key}|${english}${MARK}`;
}

/** A marked word or sentence in the reader's language. */
function common(marked: string, translate?: Translate): string {
  const [, key, english = ''] = /^(\w+)\|(.*)$/s.exec(marked) ?? [];
  return key === undefined
    ? translate?.(`word_${marked.replaceAll(/\W/g, '_')}`) || marked
    : translate?.(key) || english;
}

/** To make one takes longer than all that is written with it. */
const numbersOf = memo((locale) => new Intl.NumberFormat(locale));

const unitsOf = memo((asked) => {
  const [locale, unit] = asked.split(' ');
  return new Intl.NumberFormat(locale, { style: 'unit', unit: unit ?? '', unitDisplay: 'long' });
});

const FAR_SPAN = /^\d+ (?:year|month)(?: \d+ (?:month|day))?$/;
const FAR_PART = /(\d+) (year|month|day)/g;

/** A number or a length of time as the reader's language writes it; anything else as it is. */
function shown(value: string | number, locale: string, translate?: Translate): string {
  if (typeof value === 'number') return numbersOf(locale).format(value);
  if (FAR_SPAN.test(value))
    return value.replaceAll(FAR_PART, (_, count: string, unit: string) =>
      unitsOf(`${locale} ${unit}`).format(Number(count)),
    );
  const [, count, unit] = /^(\d+) (s|min|h|d)$/.exec(value) ?? [];
  if (count === undefined)
    return value.replace(COMMON, (_, marked: string) => common(marked, translate));
  const number = numbersOf(locale).format(Number(count));
  return (translate?.(`unit_${unit}`) || `{count} ${unit}`).replace('{count}', number);
}

/** Browsers break a line between a bracket and a particle, which belongs to the word before it. */
const JOINER = '\u2060';

/** A value, and what may stand between it and its particle. */
const PLACEHOLDER = /\{(\w+)\}([”’"'`)\]]*)/g;

/**
 * Fills the placeholders of a template that `valueOf` knows, and chooses the Korean particle behind
 * each by its last sound. What is filled in is not looked at again.
 */
export function fill(template: string, valueOf: (name: string) => string | undefined): string {
  let filled = '';
  let done = 0;
  for (const { 0: whole, 1: name = '', 2: closing = '', index } of template.matchAll(PLACEHOLDER)) {
    const value = valueOf(name);
    filled += template.slice(done, index) + (value === undefined ? whole : value + closing);
    done = index + whole.length;
    const particle = value === undefined ? undefined : particleAt(template, done, filled);
    if (particle) filled += (/[)\]]$/.test(filled) ? JOINER : '') + particle.chosen;
    done += particle?.written.length ?? 0;
  }
  return filled + template.slice(done);
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
