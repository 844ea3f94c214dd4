import type { ReportPicture } from './report.js';

// Where everything of a flow picture stands, in pixels: shared by the panel and by the SVG renderer.

export const LANE_WIDTH = 200;
export const ROW_HEIGHT = 34;
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
}

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
export function layoutPicture({ lanes, rows }: Pick<ReportPicture, 'lanes' | 'rows'>): PictureLayout {
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
      if (row.type === 'note') return { y, x1: 8, x2: width - 8 };
      return { y, x1: xOf.get(row.from) ?? 0, x2: xOf.get(row.to) ?? 0 };
    }),
  };
}
