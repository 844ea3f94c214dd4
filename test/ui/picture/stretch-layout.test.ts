import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutPicture } from '../../../src/engine/report/formats/picture-layout.js';
import { headRoom, stretchLayout } from '../../../src/ui/picture/stretch-layout.js';
import { fixturePicture } from '../../fixtures/ui-story.js';

const layout = layoutPicture(fixturePicture(() => '2026-03-01T12:00:00.000Z'));

describe('stretchLayout', () => {
  it('takes the width that there is, but for one in which nothing can be read', () => {
    expect(stretchLayout(layout, 1000).width).toBeCloseTo(1000);
    expect(stretchLayout(layout, 700).width).toBeCloseTo(700);
    expect(stretchLayout(layout, 200).width).toBe(stretchLayout(layout, 0).width);
    expect(stretchLayout(layout, 200).width).toBeGreaterThan(450);
  });

  it('gives labels the room that they get', () => {
    const fits = (width: number) => stretchLayout(layout, width).rows.map((row) => row.fits);
    expect(fits(700).every((room, at) => room < (fits(1400)[at] ?? 0))).toBe(true);
  });

  it('keeps arrows on their lanes and everything inside', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (available) => {
        const { width, lanes, rows } = stretchLayout(layout, available);
        const xs = lanes.map(({ x }) => x);
        const ends = rows.flatMap(({ x1, x2 }) => [x1, x2]);
        expect(Math.max(...ends, ...xs)).toBeLessThanOrEqual(width);
        const arrows = layout.rows.filter(({ x1 }) => layout.lanes.some(({ x }) => x === x1));
        const still = rows.filter(({ x1 }) => xs.includes(x1));
        expect(still).toHaveLength(arrows.length);
      }),
    );
  });
});

describe('headRoom', () => {
  it.each([300, 700, 1400, 3000])('keeps names apart and within a picture %d wide', (available) => {
    const stretched = stretchLayout(layout, available);
    const ends = stretched.lanes.map(({ x }) => {
      const half = headRoom(x, stretched) / 2;
      return [x - half, x + half] as const;
    });
    expect(headRoom(stretched.lanes[0]?.x ?? 0, stretched)).toBeGreaterThan(100);
    expect(ends[0]?.[0]).toBeGreaterThanOrEqual(0);
    expect(ends.at(-1)?.[1]).toBeLessThanOrEqual(stretched.width);
    const meet = ends.slice(1).filter(([left], at) => left <= (ends[at]?.[1] ?? 0));
    expect(meet).toEqual([]);
  });
});
