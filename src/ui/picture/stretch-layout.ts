import type { PictureLayout } from '../../engine/report/formats/picture-layout.js';

/** Closer together than this, labels say too little: the picture is scrolled instead. */
const LEAST = 0.48;

/** Half of a lane's name has to fit outside the outermost lanes. */
const LEAST_MARGIN = 62;

/** Labels get a little less than their room: a reader's font may be wider than the one assumed. */
const CAUTION = 0.92;

/** Moves the lanes apart or together so that the picture takes the width that there is. */
export function stretchLayout(layout: PictureLayout, available: number): PictureLayout {
  const { width, lanes, rows } = layout;
  const margin = lanes[0]?.x ?? 0;
  const inner = width - 2 * margin;
  const newMargin = Math.max(LEAST_MARGIN, (margin * available) / width);
  const factor = inner > 0 ? Math.max(LEAST, (available - 2 * newMargin) / inner) : 1;
  const newWidth = 2 * newMargin + inner * factor;
  const move = (x: number): number => {
    if (x < margin) return x;
    if (x > width - margin) return newWidth - (width - x);
    return newMargin + (x - margin) * factor;
  };
  return {
    ...layout,
    width: newWidth,
    lanes: lanes.map((lane) => ({ ...lane, x: move(lane.x) })),
    rows: rows.map(({ y, x1, x2, fits }) => ({
      y,
      x1: move(x1),
      x2: move(x2),
      fits: Math.floor(fits * factor * CAUTION),
    })),
  };
}

/** Between two names, and between a name and the edge. */
const GAP = 4;

/**
 * How wide the name above the lane at `x` may be: no wider than its lane, and within the picture.
 */
export function headRoom(x: number, { width, lanes }: PictureLayout): number {
  const apart = (lanes[1]?.x ?? width) - (lanes[0]?.x ?? 0);
  return Math.min(apart, 2 * x, 2 * (width - x)) - GAP;
}
