import { particleAt } from './korean.js';
import { memo, remembered } from './memo.js';
import { MARK, type Text, type Translate } from './text.js';

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

const COMMON = new RegExp(`${MARK}([^${MARK}]+)${MARK}`, 'g');

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
