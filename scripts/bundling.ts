/**
 * For every build in which the public suffix list may be: it keeps its names in one text of 68 kB
 * and uses that twice, and a constant that is written out at each use would stand there twice.
 */
export const OPTIMIZATION = { inlineConst: false };
