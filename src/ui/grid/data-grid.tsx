import { type Signal } from '@preact/signals';
import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { movedSelection } from '../grid-keys.js';
import { type Compare, nextSort, type Sort, sortRows } from '../sort-rows.js';
import { useSize } from '../use-size.js';
import { atEnd, type ListView, scrollToShow, windowRows } from '../window-rows.js';

/** Height of a row, and of the head; the style sheet uses the same. */
const ROW_HEIGHT = 24;

export interface Column<Row> {
  id: string;
  title: string;
  /** Track of a CSS grid. */
  width: string;
  /** Shown only where the list is at least so many pixels wide. */
  from?: number;
  cell(row: Row): ComponentChildren;
  /** Absent: the list cannot be ordered by it. */
  compare?: Compare<Row>;
}

interface Props<Row> {
  name: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  keyOf(row: Row): string;
  selected: string | null;
  onSelect(key: string | null): void;
  /** Enter on the selected row. */
  onOpen(): void;
  sort: Signal<Sort | null>;
  classOf?(row: Row): string;
  /** New rows are followed while the end of the list is in view. */
  follow?: boolean;
}

/** A list of rows with columns, of which only what is in view is drawn. */
export function DataGrid<Row>(props: Props<Row>) {
  const { name, columns, keyOf, selected, onSelect, onOpen, sort, follow = false } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const size = useSize(scroller);
  const [scrollTop, setScrollTop] = useState(0);
  const order = sort.value;
  const rows = useMemo(
    () => sortRows(props.rows, order, (at) => columns.find((each) => each.id === at)?.compare),
    [props.rows, order, columns],
  );
  const index = useMemo(
    () => (selected === null ? -1 : rows.findIndex((row) => keyOf(row) === selected)),
    [rows, selected],
  );
  const view: ListView = {
    count: rows.length,
    rowHeight: ROW_HEIGHT,
    scrollTop,
    viewportHeight: Math.max(0, size.height - ROW_HEIGHT),
  };
  useFollowing(scroller, view, follow && order === null && selected === null);
  useShown(scroller, view, index, selected);

  const shown = columns.filter(({ from = 0 }) => size.width >= from);
  const { first, end } = windowRows(view);
  const template = shown.map((column) => column.width).join(' ');

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey)
      return;
    if (event.key === 'Enter' && index >= 0) onOpen();
    else if (event.key === 'Escape') onSelect(null);
    else {
      const page = Math.max(1, Math.floor(view.viewportHeight / ROW_HEIGHT) - 1);
      const moved = rows[movedSelection(event.key, index, rows.length, page)];
      if (!moved) return;
      onSelect(keyOf(moved));
    }
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      class="grid"
      role="grid"
      aria-label={name}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={index >= first && index < end ? `${id}-${index}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <div class="grid-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {shown.map((column) => (
          <HeadCell key={column.id} column={column} sort={sort} />
        ))}
      </div>
      <div role="presentation" style={{ height: `${rows.length * ROW_HEIGHT}px` }}>
        <div role="presentation" style={{ transform: `translateY(${first * ROW_HEIGHT}px)` }}>
          {rows.slice(first, end).map((row, at) => {
            const key = keyOf(row);
            return (
              <div
                key={key}
                id={`${id}-${first + at}`}
                class={`grid-row ${(first + at) % 2 ? 'odd' : ''} ${props.classOf?.(row) ?? ''}`}
                role="row"
                aria-rowindex={first + at + 2}
                aria-selected={key === selected}
                style={{ gridTemplateColumns: template }}
                onClick={() => onSelect(key)}
              >
                {shown.map((column) => (
                  <div key={column.id} role="gridcell" class={`cell cell-${column.id}`}>
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface HeadProps<Row> {
  column: Column<Row>;
  sort: Signal<Sort | null>;
}

function HeadCell<Row>({ column, sort }: HeadProps<Row>) {
  const order = sort.value?.column === column.id ? sort.value : null;
  const direction = order?.descending ? 'descending' : 'ascending';
  return (
    <div role="columnheader" class="cell" aria-sort={order ? direction : 'none'}>
      {column.compare ? (
        <button
          type="button"
          onClick={() => {
            sort.value = nextSort(sort.value, column.id);
          }}
        >
          {column.title}
        </button>
      ) : (
        <span>{column.title}</span>
      )}
    </div>
  );
}

type Scroller = { readonly current: HTMLDivElement | null };

/** Keeps the end in view when rows are added, if it was in view before. */
function useFollowing(scroller: Scroller, view: ListView, follow: boolean): void {
  const wasAtEnd = useRef(true);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && follow && wasAtEnd.current) element.scrollTop = element.scrollHeight;
  }, [view.count, view.viewportHeight, follow]);
  useLayoutEffect(() => {
    // Measured, not remembered from the last drawing: rows may have come since.
    const scrollTop = scroller.current?.scrollTop ?? 0;
    wasAtEnd.current = atEnd({ ...view, scrollTop });
  });
}

/** Brings a row into view when it becomes the selected one, however that came about. */
function useShown(
  scroller: Scroller,
  view: ListView,
  index: number,
  selected: string | null,
): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || index < 0 || view.viewportHeight === 0) return;
    element.scrollTop = scrollToShow(index, { ...view, scrollTop: element.scrollTop });
  }, [selected, index >= 0, view.viewportHeight > 0]);
}
