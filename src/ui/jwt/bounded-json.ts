/** So deep is written; what lies deeper is nobody's claim. */
const DEEPEST = 12;
const CUT = '…';

interface Writing {
  pieces: string[];
  /** Characters for which there is room. */
  room: number;
}

/**
 * JSON as `JSON.stringify(value, null, 2)` writes it, but never more than so many characters and so
 * many levels: what a server sent may be a million of either.
 */
export function boundedJson(value: unknown, longest: number): string {
  const to: Writing = { pieces: [], room: longest };
  write(value, 0, to);
  return to.pieces.join('') + (to.room < 0 ? CUT : '');
}

function write(value: unknown, depth: number, to: Writing): void {
  if (typeof value !== 'object' || value === null) return put(scalar(value, to.room), to);
  const isList = Array.isArray(value);
  const names = isList ? undefined : Object.keys(value);
  const count = names?.length ?? (value as unknown[]).length;
  const [open, close] = isList ? '[]' : '{}';
  if (count === 0) return put(`${open}${close}`, to);
  if (depth >= DEEPEST) return put(`${open}${CUT}${close}`, to);
  put(open!, to);
  for (let at = 0; at < count && to.room >= 0; at += 1) {
    const name = names?.[at];
    const lead = name === undefined ? '' : `${scalar(name, to.room)}: `;
    put(`${at > 0 ? ',' : ''}\n${'  '.repeat(depth + 1)}${lead}`, to);
    write((value as Record<string | number, unknown>)[name ?? at], depth + 1, to);
  }
  put(`\n${'  '.repeat(depth)}${close}`, to);
}

/** A string is cut before it is escaped: the rest would only be thrown away. */
function scalar(value: unknown, room: number): string {
  const short = typeof value === 'string' ? value.slice(0, Math.max(0, room) + 1) : value;
  return JSON.stringify(short) ?? String(short);
}

function put(piece: string, to: Writing): void {
  if (to.room >= 0) to.pieces.push(piece.slice(0, to.room));
  to.room -= piece.length;
}
