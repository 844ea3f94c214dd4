import { Component } from 'preact';
import { marked } from '../components/findings/found.js';
import type { Needle } from '../filter/filter-hits.js';
import type { Point } from '../menu/menus.js';
import type { Column } from './column.js';

/** What can be done with a row, by what the list was told last. */
export interface Hands<Row> {
  select(row: Row): void;
  open(): void;
  menu?(row: Row, at: Point): void;
}

interface Props<Row> {
  id: string;
  row: Row;
  line: number;
  /** Where it stands, as CSS. */
  top: string;
  columns: readonly Column<Row>[];
  tracks: string;
  isSelected: boolean;
  look: string;
  /** What the filter of the screen looks for. */
  needles: readonly Needle[];
  /** The same object for as long as the list is shown. */
  hands: { readonly current: Hands<Row> };
}

/** One row. It is drawn anew when something of it changes, not whenever the list is scrolled. */
export class GridRow<Row> extends Component<Props<Row>> {
  override shouldComponentUpdate(next: Props<Row>): boolean {
    const now = this.props;
    return (Object.keys(next) as (keyof Props<Row>)[]).some((key) => next[key] !== now[key]);
  }

  override render({
    id,
    row,
    line,
    top,
    columns,
    tracks,
    isSelected,
    look,
    needles,
    hands,
  }: Props<Row>) {
    const mark = (text: string) => marked(text, needles);
    return (
      <div
        id={id}
        class={`grid-row ${look}`}
        role="row"
        aria-rowindex={line + 2}
        aria-selected={isSelected}
        style={{ top, gridTemplateColumns: tracks }}
        onClick={() => hands.current.select(row)}
        onDblClick={() => hands.current.open()}
        onContextMenu={(event) => {
          const { menu, select } = hands.current;
          if (!menu) return;
          event.preventDefault();
          select(row);
          menu(row, { x: event.clientX, y: event.clientY });
        }}
      >
        {columns.map((column) => (
          <div key={column.id} role="gridcell" class={`cell cell-${column.id}`}>
            {column.cell(row, mark)}
          </div>
        ))}
      </div>
    );
  }
}
