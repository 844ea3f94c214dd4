import {
  fittingLabel,
  MARK_BELOW,
  type PlacedRow,
} from '../../engine/report/formats/picture-layout.js';
import type { ReportPictureRow } from '../../engine/report/report-site.js';
import { label } from '../words/i18n.js';

interface Props {
  row: ReportPictureRow;
  place: PlacedRow;
  /** Of the whole picture. */
  width: number;
  time: string;
  /** What was proved of the credentials in it. */
  proved?: string | undefined;
  words: string;
  /** Its instant in full. */
  instant: string;
  /** True for the one row that the Tab key reaches. */
  reachable: boolean;
  onFocus(): void;
  onOpen(): void;
}

/** One arrow, or a note across all lanes. */
export function PictureRow({
  row,
  place,
  width,
  time,
  proved,
  words,
  instant,
  reachable,
  onFocus,
  onOpen,
}: Props) {
  const { y } = place;
  return (
    <g class={`picture-line ${row.type}`}>
      <g aria-hidden="true">
        <DrawnRow row={row} place={place} proved={proved} />
        <text class="time" x={10} y={y + 4}>
          {time}
        </text>
      </g>
      {/* Over what is drawn: its name says all of it, which the drawing may have to cut. */}
      <g
        class="picture-row"
        role="button"
        // In SVG, attributes have their case.
        tabindex={reachable ? 0 : -1}
        aria-label={words}
        onFocus={onFocus}
        onClick={onOpen}
      >
        <title>{`${words}\n${instant}`}</title>
        <rect class="ground" x={2} y={y - 21} width={width - 4} height={31} rx={4} />
      </g>
    </g>
  );
}

/** What is drawn of a row. */
export function DrawnRow({ row, place, proved }: Pick<Props, 'row' | 'place' | 'proved'>) {
  if (row.type === 'note') return <Note row={row} place={place} />;
  return <Arrow row={row} place={place} proved={proved} />;
}

interface NoteProps {
  row: ReportPictureRow & { type: 'note' };
  place: PlacedRow;
}

function Note({ row, place: { x1, x2, y } }: NoteProps) {
  return (
    <g class={`note-band ${row.moment}`}>
      <rect x={x1} y={y - 14} width={x2 - x1} height={22} rx={4} />
      <text x={(x1 + x2) / 2} y={y + 1}>
        {label('moment', row.moment)}
      </text>
    </g>
  );
}

interface ArrowProps {
  row: ReportPictureRow & { type: 'arrow' };
  place: PlacedRow;
  proved: string | undefined;
}

const HEAD = 8;

function Arrow({ row, place: { x1, x2, y, fits }, proved }: ArrowProps) {
  const back = x2 < x1 ? HEAD : -HEAD;
  return (
    <g class={`arrow ${row.kind} ${row.exposed ? 'exposed' : ''}`}>
      <line x1={x1} x2={x2 + back / 2} y1={y} y2={y} />
      <path d={`M${x2} ${y}l${back} -4v8z`} />
      <text x={(x1 + x2) / 2} y={y - 6}>
        {fittingLabel(row.label, row.count, fits)}
      </text>
      {proved !== undefined && (
        <text class="proved" x={(x1 + x2) / 2} y={y + MARK_BELOW}>
          {fittingLabel(proved, 1, fits)}
        </text>
      )}
    </g>
  );
}
