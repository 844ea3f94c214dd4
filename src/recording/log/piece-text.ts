/** Characters of exchanges that are written as one piece. */
const PIECE = 65_536;

/** An exchange in a piece, with its place among all. */
type Line = readonly [order: number, id: string, json: string];

/** Finished exchanges that are written together. */
export interface NewPiece {
  ids: string[];
  text: string;
}

/** Writes exchanges as pieces, each of about the same length. */
export function writtenPieces(lines: Iterable<Line>): NewPiece[] {
  const pieces: NewPiece[] = [];
  let size = PIECE;
  for (const line of lines) {
    const text = JSON.stringify(line);
    if (size >= PIECE) pieces.push({ ids: [], text: '' });
    if (size >= PIECE) size = 0;
    const piece = pieces.at(-1)!;
    piece.ids.push(line[1]);
    piece.text += (size === 0 ? '[' : ',') + text;
    size += text.length;
  }
  for (const piece of pieces) piece.text += ']';
  return pieces;
}

/** What a piece holds. */
export function readPiece(text: string): Line[] {
  return JSON.parse(text) as Line[];
}
