/**
 * Letters that often follow a letter inside English words and identifiers. Counted over the words
 * of software documentation: these pairs make up 94 % of theirs and 38 % of all pairs there are.
 */
const FOLLOWERS: Readonly<Record<string, string>> = {
  a: 'abcdfgiklmnprstuvy',
  b: 'aceilorsu',
  c: 'acdehiklorstu',
  d: 'abdefilorsu',
  e: 'abcdefgilmnpqrstvwxy',
  f: 'aefiloruy',
  g: 'aehilnoru',
  h: 'aeiort',
  i: 'abcdefglmnoprstvxz',
  j: 'eos',
  k: 'eis',
  l: 'adeilostuy',
  m: 'abeimopsu',
  n: 'acdefgiknostuvy',
  o: 'abcdfgiklmnoprstuvw',
  p: 'aehiloprstu',
  q: 'u',
  r: 'abcdegiklmnoprstuvy',
  s: 'acefhiklopstuy',
  t: 'acehilorstuy',
  u: 'abcegilmnprst',
  v: 'aei',
  w: 'aehinors',
  x: 'ept',
  y: 'nps',
  z: 'e',
};

/** True for two small letters that often stand so in words. */
function isCommon(pair: string): boolean {
  return FOLLOWERS[pair[0] ?? '']?.includes(pair[1] ?? '') ?? false;
}

type Kind = 'lower' | 'upper' | 'digit' | undefined;

/**
 * Counts neighbours in a text and how many of them words do not have: rare letter pairs, a capital
 * behind a small letter, letters next to digits. Two digits, and anything beside a separator, do not count.
 */
export function bigramOddity(text: string): { odd: number; counted: number } {
  let odd = 0;
  let counted = 0;
  let before = kindOf(text, 0);
  for (let at = 1; at < text.length; at++) {
    const kind = kindOf(text, at);
    if (before && kind && !(before === 'digit' && kind === 'digit')) {
      counted++;
      if (isOdd(before, kind, text.slice(at - 1, at + 1))) odd++;
    }
    before = kind;
  }
  return { odd, counted };
}

function isOdd(before: Kind, kind: Kind, pair: string): boolean {
  // An alphabet in order is no accident.
  if (pair.charCodeAt(1) - pair.charCodeAt(0) === 1) return false;
  if (before === 'digit' || kind === 'digit') return true;
  return (before === 'lower' && kind === 'upper') || !isCommon(pair.toLowerCase());
}

function kindOf(text: string, at: number): Kind {
  const code = text.charCodeAt(at);
  if (code >= 97 && code <= 122) return 'lower';
  if (code >= 65 && code <= 90) return 'upper';
  return code >= 48 && code <= 57 ? 'digit' : undefined;
}
