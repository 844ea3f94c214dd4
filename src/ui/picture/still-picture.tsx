import { useRef } from 'preact/hooks';
import { layoutPicture } from '../../engine/report/formats/picture-layout.js';
import type { ReportPicture } from '../../engine/report/report-site.js';
import { useSize } from '../page/use-size.js';
import { DrawnRow } from './picture-row.js';
import { laneName, rowWords } from './picture-words.js';
import { stretchLayout } from './stretch-layout.js';

/** A flow picture to look at: nothing of it opens anything. */
export function StillPicture({ lanes, rows }: Pick<ReportPicture, 'lanes' | 'rows'>) {
  const around = useRef<HTMLDivElement>(null);
  const available = useSize(around).width;
  const layout = stretchLayout(layoutPicture({ lanes, rows }), available);
  const { width, height, top, bottom } = layout;
  const words = rows.map((row) => rowWords(row, lanes)).join('; ');
  return (
    // Where it does not fit it is scrolled, by the keyboard too.
    <div ref={around} class="picture still" {...(width > available && { tabIndex: 0 })}>
      <div class="picture-heads" aria-hidden="true" style={{ width: `${width}px` }}>
        {layout.lanes.map(({ x, index }) => (
          <span key={index} style={{ left: `${x}px` }}>
            {lanes[index] ? laneName(lanes[index]) : ''}
          </span>
        ))}
      </div>
      <svg
        role="img"
        aria-label={words}
        viewBox={`0 ${top} ${width} ${height - top}`}
        width={width}
        height={height - top}
      >
        {layout.lanes.map(({ x, index }) => (
          <line key={index} class="lane" x1={x} x2={x} y1={top} y2={bottom} />
        ))}
        {rows.map((row, at) => {
          const place = layout.rows[at];
          return place && <DrawnRow key={at} row={row} place={place} />;
        })}
      </svg>
    </div>
  );
}
