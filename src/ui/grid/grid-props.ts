import type { ComponentChildren } from 'preact';
import type { Point } from '../menu/menus.js';
import type { Column } from './column.js';
import type { ListLook } from './look.js';

/** What a list is made of. */
export interface GridProps<Row> {
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
