import type { PictureLayout } from '../../engine/report/picture-layout.js';

/** Narrower than this, labels say too little: the picture is scrolled instead. */
const LEAST = 0.56;

/** Labels get a little less than their room: a reader's font may be wider than the one assumed. */
const CAUTION = 0.92;

/** Moves the lanes apart or together so that the picture takes the width that there is. */
export function stretchLayout(layout: PictureLayout, available: number): PictureLayout {
  const factor = Math.max(LEAST, available / layout.width);
  return {
    ...layout,
    width: layout.width * factor,
    lanes: layout.lanes.map((lane) => ({ ...lane, x: lane.x * factor })),
    rows: layout.rows.map(({ y, x1, x2, fits }) => ({
      y,
      x1: x1 * factor,
      x2: x2 * factor,
      fits: Math.floor(fits * factor * CAUTION),
    })),
  };
}
