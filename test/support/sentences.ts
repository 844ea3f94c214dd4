const LITERAL = /(['"`])((?:\\.|(?!\1).)*)\1/gs;
const CALL = /\btext\(\s*'(\w+)',\s*((?:(['"`])(?:\\.|(?!\3).)*\3\s*(?:\+\s*)?)+)/gs;

/** Key and English template of every `text('key', 'template'` of a source, however it is broken. */
export function sentencesIn(source: string): { key: string; english: string }[] {
  return [...source.matchAll(CALL)].map(([, key = '', literals = '']) => ({
    key,
    english: [...literals.matchAll(LITERAL)].map(([, , part = '']) => part).join(''),
  }));
}
