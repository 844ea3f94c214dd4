import { formatNumber } from '../words/i18n.js';
import { useStore } from '../store/store-context.js';
import type { Column } from './column.js';
import type { GridProps } from './grid-props.js';
import { GridRow, type Hands } from './grid-row.js';
import type { Lines } from './lines.js';

/** Height of a line, and of the head; the style sheet uses the same. */
export const LINE_HEIGHT = 24;

interface DrawnProps<Row> {
  id: string;
  rows: readonly Row[];
  lines: Lines;
  first: number;
  end: number;
  shown: readonly Column<Row>[];
  tracks: string;
  hands: { readonly current: Hands<Row> };
  grid: GridProps<Row>;
}

/** The lines in view. */
export function Drawn<Row>({
  id,
  rows,
  lines,
  first,
  end,
  shown,
  tracks,
  hands,
  grid,
}: DrawnProps<Row>) {
  const { keyOf, classOf, selected } = grid;
  const needles = useStore().needles.value;
  return Array.from({ length: end - first }, (_, at) => {
    const number = first + at;
    const what = lines.at(number);
    if (typeof what !== 'number')
      return <GroupLine key={what.title} {...what} {...placeOf(number)} />;
    const row = rows[what];
    return (
      row && (
        <GridRow
          key={keyOf(row)}
          id={`${id}-${number}`}
          row={row}
          {...placeOf(number)}
          columns={shown}
          tracks={tracks}
          isSelected={keyOf(row) === selected}
          look={`${what % 2 ? 'odd' : ''} ${classOf?.(row) ?? ''}`}
          needles={needles}
          hands={hands}
        />
      )
    );
  });
}

/** Each line stands where it belongs by itself: those that stay are not laid out anew by others. */
const placeOf = (line: number) => ({ line, top: `${line * LINE_HEIGHT}px` });

interface GroupLineProps {
  title: string;
  count: number;
  line: number;
  top: string;
}

function GroupLine({ title, count, line, top }: GroupLineProps) {
  return (
    <div class="grid-group" role="row" aria-rowindex={line + 2} style={{ top }}>
      <div role="gridcell" class="cell">
        {title} <span class="count">{formatNumber(count)}</span>
      </div>
    </div>
  );
}
