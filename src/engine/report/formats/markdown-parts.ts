import { codeSpan, markdownProse } from './markdown-text.js';
import { blocksOf, plain } from './plain.js';
import { referenceLink } from './reference-link.js';

/** One line of prose in which nothing but its own back-ticks is markup. */
export function prose(text: string): string {
  return markdownProse(plain(text).trimStart());
}

/** Code in a cell of a table: a bar would end the cell even there (GFM §4.10). */
export function codeCell(text: string): string {
  return codeSpan(plain(text)).replaceAll('|', '\\|');
}

export function markdownTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads.map(prose)), line(heads.map(() => '---')), ...rows.map(line)];
}

/** What a rule says: sentences as prose, lines of code in a block that is set in. */
export function markdownBlocks(text: string): string {
  return blocksOf(text)
    .map(({ kind, lines }) =>
      kind === 'prose'
        ? lines.map((line) => markdownProse(line.trimStart())).join('\n')
        : lines.map((line) => `    ${line}`).join('\n'),
    )
    .join('\n\n');
}

/** A reference, leading to where it can be read. */
export function linked(reference: string): string {
  const address = referenceLink(reference);
  return address === null ? prose(reference) : `[${prose(reference)}](${address})`;
}
