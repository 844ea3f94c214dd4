import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { useSize } from '../use-size.js';
import { shownColumns, tracksOf } from './column.js';
import { Drawn, LINE_HEIGHT } from './drawn-lines.js';
import { GridHead } from './grid-head.js';
import { movedSelection } from './grid-keys.js';
import type { GridProps } from './grid-props.js';
import type { Hands } from './grid-row.js';
import { byGroup, Lines } from './lines.js';
import { isMenuKey, type Point } from '../menu/menus.js';
import { useFollowing, useShown } from './scrolling.js';
import { useSecondClick } from './second-click.js';
import { sortRows } from './sort-rows.js';
import { drawnTop, type ListView, windowRows } from './window-rows.js';

/** A list of rows with columns, of which only what is in view is drawn. */
export function DataGrid<Row>(props: GridProps<Row>) {
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
  const scrolled = useFollowing(
    scroller,
    view,
    follow && look.sort.value === null && selected === null,
  );
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
      onScroll={({ currentTarget }) => {
        scrolled();
        setScrollTop(drawnTop(currentTarget.scrollTop, LINE_HEIGHT));
      }}
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
