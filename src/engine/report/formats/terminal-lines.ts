import { regex } from '../../regex.js';

/** How wide a line is on a terminal: Hangul and Han take two columns (UAX #11). */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const sign of text) columns += WIDE.test(sign) ? 2 : 1;
  return columns;
}

const WIDE = regex('u')`
  [\u1100-\u115F\u2E80-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF
  \uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]`;

/** Text filled up with spaces to so many columns. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** Words in lines of at most so many columns, where they are to be broken at all. */
export function wrapped(text: string, width: number | undefined): string[] {
  if (width === undefined) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && columnsOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** A label and lines behind it, each line set in as far as the label is wide. */
export function labelled(label: string, columns: number, lines: readonly string[]): string[] {
  return lines.map((line, at) => `${padded(at === 0 ? label : '', columns)}${line}`.trimEnd());
}

const WIDEST = 36;

/**
 * Columns as wide as their widest cell, the heads in capitals; no cell is wider than so many
 * columns.
 */
export function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  widest = WIDEST,
): string[] {
  const cells = [
    heads.map((head) => head.toUpperCase()),
    ...rows.map((row) => row.map((text) => cut(text, widest))),
  ];
  const widths = heads.map((_, column) =>
    cells.reduce((most, row) => Math.max(most, columnsOf(row[column] ?? '')), 0),
  );
  return cells.map((row) =>
    `  ${row.map((text, column) => padded(text, widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
}

function cut(text: string, widest: number): string {
  if (columnsOf(text) <= widest) return text;
  let short = '';
  for (const sign of text) {
    if (columnsOf(short + sign) >= widest) break;
    short += sign;
  }
  return `${short}…`;
}
