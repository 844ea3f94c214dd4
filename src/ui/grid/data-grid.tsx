import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { formatNumber } from '../i18n.js';
import { useStore } from '../store-context.js';
import { useSize } from '../use-size.js';
import { type Column, shownColumns, tracksOf } from './column.js';
import { GridHead } from './grid-head.js';
import { movedSelection } from './grid-keys.js';
import { GridRow, type Hands } from './grid-row.js';
import { byGroup, Lines } from './lines.js';
import { isMenuKey, type Point } from '../menu/menus.js';
import type { ListLook } from './look.js';
import { useFollowing, useShown } from './scrolling.js';
import { useSecondClick } from './second-click.js';
import { sortRows } from './sort-rows.js';
import { type ListView, windowRows } from './window-rows.js';

/** Height of a line, and of the head; the style sheet uses the same. */
const LINE_HEIGHT = 24;

interface Props<Row> {
  name: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  keyOf(row: Row): string;
  selected: string | null;
  onSelect(key: string | null): void;
  /** Enter on the selected row, or a double click. */
  onOpen(): void;
  /** Delete on the selected row; absent: there is nothing to delete. */
  onDelete?(): void;
  /** Opens the menu of a row: at the pointer, or at the row where a key asked for it. */
  onMenu?(row: Row, at: Point): void;
  look: ListLook;
  classOf?(row: Row): string;
  /** Titles of groups in their order, and which one a row is in. */
  groups?: { titles: readonly string[]; of(row: Row): string };
  /** What stands in the place of rows where there are none. */
  whenEmpty?: ComponentChildren;
  /** New rows are followed while the end of the list is in view. */
  follow?: boolean;
}

/** A list of rows with columns, of which only what is in view is drawn. */
export function DataGrid<Row>(props: Props<Row>) {
  const { name, columns, keyOf, selected, onSelect, onOpen, look, follow = false } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const size = useSize(scroller);
  const [scrollTop, setScrollTop] = useState(0);
  const { rows, lines } = useLines(props);
  const index = useMemo(
    () => (selected === null ? -1 : rows.findIndex((row) => keyOf(row) === selected)),
    [rows, selected],
  );
  const view: ListView = {
    count: lines.count,
    rowHeight: LINE_HEIGHT,
    scrollTop,
    viewportHeight: Math.max(0, size.height - LINE_HEIGHT),
  };
  const line = lines.lineOf(index);
  useFollowing(scroller, view, follow && look.sort.value === null && selected === null);
  useShown(scroller, view, line, selected);

  const shown = useMemo(
    () => shownColumns(columns, look, size.width),
    [columns, look.hidden.value, size.width],
  );
  const { first, end } = windowRows(view);
  const tracks = tracksOf(shown, look);
  const hands = useLatest<Hands<Row>>({
    select: (row) => onSelect(keyOf(row)),
    open: onOpen,
    ...(props.onMenu && { menu: props.onMenu }),
  });

  const onFirstClick = useSecondClick(scroller, () => hands.current.open());

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey)
      return;
    if (isMenuKey(event)) {
      const at = placeOfSelected(scroller.current);
      if (!at || !rows[index] || !props.onMenu) return;
      props.onMenu(rows[index], at);
    } else if (event.key === 'Enter' && index >= 0) onOpen();
    else if (event.key === 'Delete' && index >= 0 && props.onDelete) props.onDelete();
    else if (event.key === 'Escape' && selected !== null) onSelect(null);
    else {
      const page = Math.max(1, Math.floor(view.viewportHeight / LINE_HEIGHT) - 1);
      const moved = rows[movedSelection(event.key, index, rows.length, page)];
      if (!moved) return;
      onSelect(keyOf(moved));
    }
    event.preventDefault();
    // DevTools opens its console at Escape.
    event.stopPropagation();
  };

  return (
    <div
      ref={scroller}
      class="grid"
      role="grid"
      aria-label={name}
      aria-rowcount={lines.count + 1}
      aria-activedescendant={line >= first && line < end ? `${id}-${line}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onFirstClick}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <GridHead columns={columns} shown={shown} look={look} tracks={tracks} />
      {lines.count === 0 && props.whenEmpty && <WhenEmpty>{props.whenEmpty}</WhenEmpty>}
      <div
        class="grid-lines"
        role="presentation"
        style={{ height: `${lines.count * LINE_HEIGHT}px` }}
      >
        <Drawn {...{ id, rows, lines, first, end, shown, tracks, hands, grid: props }} />
      </div>
    </div>
  );
}

interface DrawnProps<Row> {
  id: string;
  rows: readonly Row[];
  lines: Lines;
  first: number;
  end: number;
  shown: readonly Column<Row>[];
  tracks: string;
  hands: { readonly current: Hands<Row> };
  grid: Props<Row>;
}

/** The lines in view. */
function Drawn<Row>({ id, rows, lines, first, end, shown, tracks, hands, grid }: DrawnProps<Row>) {
  const { keyOf, classOf, selected } = grid;
  const needles = useStore().needles.value;
  return Array.from({ length: end - first }, (_, at) => {
    const number = first + at;
    const what = lines.at(number);
    if (typeof what !== 'number') return <GroupLine key={what.title} {...what} {...placeOf(number)} />;
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

/** The same object at every drawing, with what this drawing was told. */
function useLatest<T>(told: T): { readonly current: T } {
  const latest = useRef(told);
  latest.current = told;
  return latest;
}

/** Below the selected row, where that is drawn. */
function placeOfSelected(grid: Element | null): Point | undefined {
  const box = grid?.querySelector('[role=row][aria-selected=true]')?.getBoundingClientRect();
  return box && { x: box.left + LINE_HEIGHT, y: box.bottom };
}

/** The rows in the order in which they are shown, and the lines on which they stand. */
function useLines<Row>({ rows: given, look, columns, groups }: Props<Row>) {
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
