import type { ComponentChildren, RefObject, TargetedEvent } from 'preact';
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { useSize } from '../page/use-size.js';
import { shownColumns, tracksOf } from './column.js';
import { Drawn, LINE_HEIGHT } from './drawn-lines.js';
import { GridHead } from './grid-head.js';
import type { GridProps } from './grid-props.js';
import type { Hands } from './grid-row.js';
import { byGroup, Lines } from './lines.js';
import { pressKey } from './press-key.js';
import { useFollowing, useShown } from './scrolling.js';
import { useSecondClick } from './second-click.js';
import { sortRows } from './sort-rows.js';
import { drawnTop, type ListView, windowRows } from './window-rows.js';

/** A list of rows with columns, of which only what is in view is drawn. */
export function DataGrid<Row>(props: GridProps<Row>) {
  const { name, columns, look } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, lines } = useLines(props);
  const index = useSelectedIndex(rows, props);
  const line = lines.lineOf(index);
  const { view, width, onScroll } = useView(scroller, props, lines.count, line);
  const shown = useMemo(
    () => shownColumns(columns, look, width),
    [columns, look.hidden.value, width],
  );
  const { first, end } = windowRows(view);
  const tracks = tracksOf(shown, look);
  const hands = useHands(props);
  const onFirstClick = useSecondClick(scroller, () => hands.current.open());
  return (
    <div
      ref={scroller}
      class="grid"
      role="grid"
      aria-label={name}
      aria-rowcount={lines.count + 1}
      aria-activedescendant={line >= first && line < end ? `${id}-${line}` : undefined}
      tabIndex={0}
      onKeyDown={(event) => pressKey(event, props, { rows, index, view })}
      onClick={onFirstClick}
      onScroll={onScroll}
    >
      <GridHead columns={columns} shown={shown} look={look} tracks={tracks} />
      {lines.count === 0 && props.whenEmpty && <WhenEmpty>{props.whenEmpty}</WhenEmpty>}
      <div class="grid-lines" role="presentation" style={{ height: `${heightOf(lines)}px` }}>
        <Drawn {...{ id, rows, lines, first, end, shown, tracks, hands, grid: props }} />
      </div>
    </div>
  );
}

const heightOf = ({ count }: Lines): number => count * LINE_HEIGHT;

/** What a row may call: the same object at every drawing, with what this drawing was told. */
function useHands<Row>({ keyOf, onSelect, onOpen, onMenu }: GridProps<Row>) {
  const told: Hands<Row> = {
    select: (row) => onSelect(keyOf(row)),
    open: onOpen,
    ...(onMenu && { menu: onMenu }),
  };
  const latest = useRef(told);
  latest.current = told;
  return latest;
}

/** Where the selected row stands among the rows; -1: it is none of them. */
function useSelectedIndex<Row>(rows: readonly Row[], { selected, keyOf }: GridProps<Row>): number {
  return useMemo(
    () => (selected === null ? -1 : rows.findIndex((row) => keyOf(row) === selected)),
    [rows, selected],
  );
}

/** What of the list is in view; it follows new rows and shows the line that is selected. */
function useView<Row>(
  scroller: RefObject<HTMLDivElement | null>,
  { follow = false, look, selected }: GridProps<Row>,
  count: number,
  line: number,
) {
  const { width, height } = useSize(scroller);
  const [scrollTop, setScrollTop] = useState(0);
  const viewportHeight = Math.max(0, height - LINE_HEIGHT);
  const view: ListView = { count, rowHeight: LINE_HEIGHT, scrollTop, viewportHeight };
  const scrolled = useFollowing(
    scroller,
    view,
    follow && look.sort.value === null && selected === null,
  );
  useShown(scroller, view, line, selected);
  const onScroll = ({ currentTarget }: TargetedEvent<HTMLDivElement>) => {
    scrolled();
    setScrollTop(drawnTop(currentTarget.scrollTop, LINE_HEIGHT));
  };
  return { view, width, onScroll };
}

/** The rows in the order in which they are shown, and the lines on which they stand. */
function useLines<Row>({ rows: given, look, columns, groups }: GridProps<Row>) {
  const order = look.sort.value;
  return useMemo(() => {
    const sorted = sortRows(given, order, (at) => columns.find(({ id }) => id === at)?.compare);
    if (!groups) return { rows: sorted, lines: new Lines(sorted.length, []) };
    const grouped = byGroup(sorted, groups.titles, (row) => groups.of(row));
    return { rows: grouped.rows, lines: new Lines(grouped.rows.length, grouped.groups) };
  }, [given, order, columns, groups]);
}

function WhenEmpty({ children }: { children: ComponentChildren }) {
  return (
    <div role="row">
      <div role="gridcell">{children}</div>
    </div>
  );
}
