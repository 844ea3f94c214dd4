import type { ReportPicture } from '../report-site.js';

// Where everything of a flow picture stands, in pixels: shared by the panel and by the SVG
// renderer.

const LANE_WIDTH = 250;
const ROW_HEIGHT = 34;
/** Where what was proved stands, below its arrow. */
export const MARK_BELOW = 11;
const HEAD = 44;
const MARGIN = 90;

export interface PlacedLane {
  x: number;
  index: number;
}

export interface PlacedRow {
  /** Baseline of the arrow, or middle of the note. */
  y: number;
  /** Start and end of the arrow; the outer edges for a note. */
  x1: number;
  x2: number;
  /** Characters of a label that fit beside the lanes next to it. */
  fits: number;
}

/** Width of a character of an 11 px label, about. */
const CHARACTER = 6;
/** Room for the arrow's head, which a label must not touch. */
const HEADS = 20;

export interface PictureLayout {
  width: number;
  height: number;
  /** Where lanes begin and end. */
  top: number;
  bottom: number;
  lanes: PlacedLane[];
  rows: PlacedRow[];
}

/** Places lanes in columns and rows under one another. */
export function layoutPicture({
  lanes,
  rows,
}: Pick<ReportPicture, 'lanes' | 'rows'>): PictureLayout {
  const xOf = new Map(lanes.map(({ id }, index) => [id, MARGIN + index * LANE_WIDTH]));
  const width = MARGIN * 2 + Math.max(0, lanes.length - 1) * LANE_WIDTH;
  const height = HEAD + rows.length * ROW_HEIGHT + 24;
  return {
    width,
    height,
    top: HEAD - 10,
    bottom: height - 8,
    lanes: lanes.map(({ id }, index) => ({ x: xOf.get(id) ?? 0, index })),
    rows: rows.map((row, index) => {
      const y = HEAD + index * ROW_HEIGHT + 22;
      if (row.type === 'note')
        return { y, x1: 8, x2: width - 8, fits: Math.floor(width / CHARACTER) };
      const [x1, x2] = [xOf.get(row.from) ?? 0, xOf.get(row.to) ?? 0];
      return { y, x1, x2, fits: Math.floor((Math.abs(x2 - x1) - HEADS) / CHARACTER) };
    }),
  };
}

/** A label that fits: the count stays, the middle goes. */
export function fittingLabel(label: string, count: number, fits: number): string {
  const times = count > 1 ? ` ×${count}` : '';
  const room = Math.max(12, fits - times.length);
  const short =
    label.length <= room
      ? label
      : `${label.slice(0, Math.ceil(room * 0.6) - 1)}…${label.slice(-Math.floor(room * 0.4))}`;
  return short + times;
}
