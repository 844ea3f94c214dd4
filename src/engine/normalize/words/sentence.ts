import { unaccented } from './unaccented.js';

// Sentences of many languages, each told by two words of it.

/** Where a word begins, and where it ends: letters of other scripts are written without a space. */
export const BEFORE = '(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\d])';
export const AFTER = '(?![\\p{Script=Latin}\\p{Script=Cyrillic}])';
/** Words of other scripts than the Latin one have endings. */
export const AFTER_LATIN = '(?!\\p{Script=Latin})';

type Words = readonly [what: string, done: string];

/**
 * Whether a text without accents has such a sentence. Hardly any text has a word for what became of
 * it, and all are asked: that word is looked for first.
 */
export function sentenceOf(words: Words, whole: (what: string, done: string) => string) {
  const [what, done] = words.map((one) => `(?:${unaccented(one)})`) as [string, string];
  const [mayBe, is] = [new RegExp(done, 'iu'), new RegExp(whole(what, done), 'iu')];
  return (text: string): boolean => mayBe.test(text) && is.test(text);
}

/** The same with both words near each other, in either order. */
export function inEitherOrder(words: Words): (text: string) => boolean {
  const near = (one: string, other: string) =>
    `${BEFORE}${one}${AFTER_LATIN}[^.!?\\n]{0,60}${BEFORE}${other}${AFTER_LATIN}`;
  return sentenceOf(words, (what, done) => `${near(what, done)}|${near(done, what)}`);
}
