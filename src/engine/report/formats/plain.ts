/** Put by `fill` between a bracket and a Korean particle: it is there for browsers alone. */
const JOINER = /\u2060/g;

/**
 * One line of text from a report. Names come from pages: control characters would steer a terminal,
 * and marks of direction would show a line in another order than it has.
 */
export function plain(text: string): string {
  return text
    .replace(JOINER, '')
    .replace(/[\t\n\r]+/g, ' ')
    .replace(/\p{C}/gu, '\uFFFD');
}

/** The same of several lines. */
export function plainLines(text: string): string {
  return text.split('\n').map(plain).join('\n');
}

/** A part of what a rule says: sentences, or lines of code. */
export interface Block {
  kind: 'prose' | 'code';
  lines: string[];
}

const CODE = /^ {4}/;

/** What a rule says, as blocks: lines that are set in are code, and empty lines divide. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let divided = true;
  for (const line of plainLines(text).split('\n')) {
    const kind = CODE.test(line) ? 'code' : 'prose';
    const last = blocks.at(-1);
    if (line.trim() === '') divided = true;
    else if (last?.kind === kind && !divided) last.lines.push(line.replace(CODE, ''));
    else blocks.push({ kind, lines: [line.replace(CODE, '')] });
    if (line.trim() !== '') divided = false;
  }
  return blocks;
}
