import { fill } from '../../engine/render.js';
import { withoutTurns } from '../../engine/values/telling/direction.js';
import type messages from '../../../_locales/en/messages.json';
import { numberFormat } from '../format/intl-formats.js';

/** Keys of the catalogue that belong to the screens. */
export type MessageKey = Extract<keyof typeof messages, `ui_${string}`>;

type PluralKey<K> = K extends `${infer Base}_other` ? Base : never;
/** Keys that exist as `…_one` and `…_other`. */
export type CountedKey = PluralKey<MessageKey>;

/** Families of keys made from a value: `ui_<family>_<value>`. */
export type LabelFamily =
  | 'answer'
  | 'answerKind'
  | 'aspect'
  | 'carrier'
  | 'event'
  | 'exportFormat'
  | 'exposure'
  | 'file'
  | 'format'
  | 'grant'
  | 'limit'
  | 'capture'
  | 'captureHint'
  | 'limitSource'
  | 'mechanism'
  | 'moment'
  | 'outcome'
  | 'policy'
  | 'probe'
  | 'protocol'
  | 'proved'
  | 'refusal'
  | 'role'
  | 'ruleTopic'
  | 'severity'
  | 'resource'
  | 'state'
  | 'step'
  | 'theme';

/** The browser's message catalogue. */
export interface Catalogue {
  language: string;
  message(key: string, substitutions: string[]): string;
}

let catalogue: Catalogue = { language: 'en', message: (key) => key };
/** What the catalogue said: a list asks it for the same few words in every row. */
const said = new Map<string, string>();

/** Installs the catalogue. To be called once, before anything is shown. */
export function installCatalogue(installed: Catalogue): void {
  catalogue = installed;
  said.clear();
}

/** The reader's language, for `Intl`. */
export function language(): string {
  return catalogue.language;
}

/** The sentence of a key, with `$1`, `$2`, … filled in. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return filled(
    key,
    substitutions.map((one) => withoutTurns(String(one))),
  );
}

/** Names of places that the catalogue fills in, so that words can be fitted to what comes there. */
const PLACES: readonly string[] = Array.from({ length: 9 }, (_, index) => `{${index + 1}}`);

function filled(key: string, values: readonly string[]): string {
  const template = wordsOf(key, values.length);
  return values.length === 0 ? template : fill(template, (name) => values[Number(name) - 1]);
}

/** A message with its places left open; empty where the catalogue has none, which is not kept. */
function wordsOf(key: string, places: number): string {
  const known = said.get(key);
  if (known !== undefined) return known;
  const words = catalogue.message(key, PLACES.slice(0, places));
  if (words !== '') said.set(key, words);
  return words;
}

/**
 * A template of the catalogue as it is, for sentences of the engine; undefined where it has none.
 */
export function translate(key: string): string | undefined {
  return catalogue.message(key, []) || undefined;
}

/** The sentence for a number of things, in the grammatical number of the reader's language. */
export function tn(key: CountedKey, count: number): string {
  const form = new Intl.PluralRules(catalogue.language).select(count) === 'one' ? 'one' : 'other';
  return filled(`${key}_${form}`, [formatNumber(count)]);
}

/** The word for a value of the model; the value itself where the catalogue has no word for it. */
export function label(family: LabelFamily, value: string): string {
  return wordsOf(`ui_${family}_${value.replaceAll(/\W/g, '_')}`, 0) || value;
}

/** A number with the reader's separators. */
export function formatNumber(value: number): string {
  return numberFormat(catalogue.language).format(value);
}
