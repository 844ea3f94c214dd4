import type { TargetedKeyboardEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { layoutPicture, type PictureLayout } from '../../engine/report/formats/picture-layout.js';
import type { PictureMarks } from '../../engine/report/formats/picture-marks.js';
import type { ReportPicture } from '../../engine/report/report-site.js';
import { movedSelection } from '../grid/grid-keys.js';
import { t } from '../words/i18n.js';
import { useStore } from '../store/store-context.js';
import type { Times } from '../format/times.js';
import { useSize } from '../page/use-size.js';
import { PictureRow } from './picture-row.js';
import { laneName, rowWords } from './picture-words.js';
import { headRoom, stretchLayout } from './stretch-layout.js';

/** Rows that Page Up and Page Down move by. */
const PAGE = 8;

type Drawn = ReportPicture & { marks: PictureMarks };

/** The diagram. It is one stop of the Tab key; within it the arrow keys move from row to row. */
export function PictureDrawing({ lanes, rows, marks }: Drawn) {
  const scroller = useRef<HTMLDivElement>(null);
  const available = useSize(scroller).width;
  const layout = stretchLayout(layoutPicture({ lanes, rows }), available);
  const { width, height, top, bottom } = layout;
  const { drawing, current, setChosen, open, onKeyDown } = useRows(rows);
  return (
    <div ref={scroller} class="picture">
      <Heads lanes={lanes} layout={layout} />
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
        <Rows {...{ lanes, rows, marks, layout, current }} onFocus={setChosen} onOpen={open} />
      </svg>
    </div>
  );
}

/** Which row the Tab key comes to, and what keys do from there. */
function useRows(rows: ReportPicture['rows']) {
  const { nav } = useStore();
  const drawing = useRef<SVGSVGElement>(null);
  const [chosen, setChosen] = useState(0);
  const current = Math.min(chosen, rows.length - 1);
  const open = (at: number) => {
    const row = rows[at];
    if (row) nav.openRequest(row.exchange.id);
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
  return { drawing, current, setChosen, open, onKeyDown };
}

interface HeadsProps {
  lanes: ReportPicture['lanes'];
  layout: PictureLayout;
}

/** The names above the lanes. */
function Heads({ lanes, layout }: HeadsProps) {
  const { width } = layout;
  return (
    <div class="picture-heads" aria-hidden="true" style={{ width: `${width}px` }}>
      {layout.lanes.map(({ x, index }) => {
        const name = lanes[index] ? laneName(lanes[index]) : '';
        return (
          <span
            key={index}
            title={name}
            style={{ left: `${x}px`, maxWidth: `${headRoom(x, layout)}px` }}
          >
            {name}
          </span>
        );
      })}
    </div>
  );
}

interface RowsProps extends Omit<Drawn, 'omitted'> {
  layout: PictureLayout;
  current: number;
  onFocus(at: number): void;
  onOpen(at: number): void;
}

function Rows({ lanes, rows, marks, layout, current, onFocus, onOpen }: RowsProps) {
  const { times } = useStore();
  const told = timesOf(rows, times);
  return (
    <>
      {rows.map((row, at) => {
        const place = layout.rows[at];
        return (
          place && (
            <PictureRow
              key={at}
              row={row}
              place={place}
              width={layout.width}
              time={told[at] ?? ''}
              proved={marks.get(at)}
              words={rowWords(row, lanes, marks.get(at))}
              instant={times.whole(Date.parse(row.at))}
              reachable={at === current}
              onFocus={() => onFocus(at)}
              onOpen={() => onOpen(at)}
            />
          )
        );
      })}
    </>
  );
}

/** The time at the first of each group of rows that share it. */
function timesOf(rows: ReportPicture['rows'], told: Times): string[] {
  const times = rows.map(({ at }) => told.of(Date.parse(at)));
  return times.map((time, at) => (time === times[at - 1] ? '' : time));
}
