import type { TargetedKeyboardEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { layoutPicture } from '../../engine/report/formats/picture-layout.js';
import type { PictureMarks } from '../../engine/report/formats/picture-marks.js';
import type { ReportPicture } from '../../engine/report/report-site.js';
import { movedSelection } from '../grid/grid-keys.js';
import { t } from '../i18n.js';
import { useStore } from '../store-context.js';
import type { Times } from '../times.js';
import { useSize } from '../use-size.js';
import { PictureRow } from './picture-row.js';
import { laneName, rowWords } from './picture-words.js';
import { stretchLayout } from './stretch-layout.js';

/** Rows that Page Up and Page Down move by. */
const PAGE = 8;

/** The diagram. It is one stop of the Tab key; within it the arrow keys move from row to row. */
export function PictureDrawing({ lanes, rows, marks }: ReportPicture & { marks: PictureMarks }) {
  const store = useStore();
  const scroller = useRef<HTMLDivElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const available = useSize(scroller).width;
  const [chosen, setChosen] = useState(0);
  const layout = stretchLayout(layoutPicture({ lanes, rows }), available);
  const { width, height, top, bottom } = layout;
  const current = Math.min(chosen, rows.length - 1);
  const times = timesOf(rows, store.times);
  const apart = (layout.lanes[1]?.x ?? width) - (layout.lanes[0]?.x ?? 0);
  const open = (at: number) => {
    const row = rows[at];
    if (row) store.nav.openRequest(row.exchange.id);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<SVGSVGElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') open(current);
    else {
      const moved = movedSelection(event.key, current, rows.length, PAGE);
      if (moved < 0) return;
      drawing.current?.querySelectorAll<SVGGElement>('.picture-row')[moved]?.focus();
    }
    event.preventDefault();
  };
  return (
    <div ref={scroller} class="picture">
      <div class="picture-heads" aria-hidden="true" style={{ width: `${width}px` }}>
        {layout.lanes.map(({ x, index }) => {
          const name = lanes[index] ? laneName(lanes[index]) : '';
          return (
            <span key={index} title={name} style={{ left: `${x}px`, maxWidth: `${apart - 4}px` }}>
              {name}
            </span>
          );
        })}
      </div>
      <svg
        ref={drawing}
        role="group"
        aria-label={t('ui_pictureKeys')}
        viewBox={`0 ${top} ${width} ${height - top}`}
        width={width}
        height={height - top}
        onKeyDown={onKeyDown}
      >
        {layout.lanes.map(({ x, index }) => (
          <line key={index} class="lane" x1={x} x2={x} y1={top} y2={bottom} />
        ))}
        {rows.map((row, at) => {
          const place = layout.rows[at];
          return (
            place && (
              <PictureRow
                key={at}
                row={row}
                place={place}
                width={width}
                time={times[at] ?? ''}
                proved={marks.get(at)}
                words={rowWords(row, lanes, marks.get(at))}
                instant={store.times.whole(Date.parse(row.at))}
                reachable={at === current}
                onFocus={() => setChosen(at)}
                onOpen={() => open(at)}
              />
            )
          );
        })}
      </svg>
    </div>
  );
}

/** The time at the first of each group of rows that share it. */
function timesOf(rows: ReportPicture['rows'], told: Times): string[] {
  const times = rows.map(({ at }) => told.of(Date.parse(at)));
  return times.map((time, at) => (time === times[at - 1] ? '' : time));
}
