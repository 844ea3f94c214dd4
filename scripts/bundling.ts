/**
 * For every build in which the public suffix list may be: it keeps its names in one text of 68 kB
 * and uses that twice, and a constant that is written out at each use would stand there twice.
 */
export const OPTIMIZATION = { inlineConst: false };

/**
 * The same code without a letter beyond ASCII. Of one with a single such letter browsers keep, and
 * read, two bytes for every character, as long as a function of it was never called.
 */
export function inAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
