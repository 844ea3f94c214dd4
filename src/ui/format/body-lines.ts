import type { BodyPart, BodyView } from '../../messaging/views.js';
import { jsonLines } from './json-lines.js';

/** One line of a body. */
export interface BodyLine {
  depth: number;
  parts: BodyPart[];
  /** Members for which there was no room. */
  left?: number;
}

/** So many lines are drawn at most. */
const MAX_LINES = 5_000;

/** A body in lines: its members, or its text as it stands. */
export function bodyLines(view: BodyView): { lines: BodyLine[]; more: number } {
  const all = 'content' in view ? linesOfJson(view) : linesOfText(view.parts);
  return { lines: all.slice(0, MAX_LINES), more: Math.max(0, all.length - MAX_LINES) };
}

/** Which lines hold a text, whatever its case. */
export function linesWith(lines: readonly BodyLine[], wanted: string): number[] {
  const needle = wanted.toLowerCase();
  if (needle === '') return [];
  return lines.flatMap(({ parts }, at) =>
    parts.some(({ text }) => text.toLowerCase().includes(needle)) ? [at] : [],
  );
}

function linesOfJson({ content }: Extract<BodyView, { content: unknown }>): BodyLine[] {
  return jsonLines(content).map(({ depth, text, token, after, left }) => ({
    depth,
    parts: [{ text }, ...(token ? [token] : []), { text: after }],
    ...(left !== undefined && { left }),
  }));
}

function linesOfText(parts: readonly BodyPart[]): BodyLine[] {
  const lines: BodyLine[] = [{ depth: 0, parts: [] }];
  for (const part of parts) {
    const [first = '', ...others] = part.text.split(/\r\n|\r|\n/);
    if (first !== '') lines.at(-1)?.parts.push({ ...part, text: first });
    for (const text of others)
      lines.push({ depth: 0, parts: text === '' ? [] : [{ ...part, text }] });
  }
  return lines;
}
