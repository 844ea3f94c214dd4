import type { TargetedKeyboardEvent } from 'preact';
import { isMenuKey, type Point } from '../menu/menus.js';
import { LINE_HEIGHT } from './drawn-lines.js';
import { movedSelection } from './grid-keys.js';
import type { GridProps } from './grid-props.js';
import type { ListView } from './window-rows.js';

/** The list as it stands when a key is pressed. */
interface Standing<Row> {
  /** In the order in which they are shown. */
  rows: readonly Row[];
  /** The selected one of them; -1: none is. */
  index: number;
  view: ListView;
}

/** Does what a key means to a list; others are left to whoever else hears them. */
export function pressKey<Row>(
  event: TargetedKeyboardEvent<HTMLDivElement>,
  grid: GridProps<Row>,
  standing: Standing<Row>,
): void {
  if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey)
    return;
  const isDone = isMenuKey(event)
    ? openMenu(event.currentTarget, grid, standing)
    : actOnSelected(event.key, grid, standing) || moveSelection(event.key, grid, standing);
  if (!isDone) return;
  event.preventDefault();
  // DevTools opens its console at Escape.
  event.stopPropagation();
}

function openMenu<Row>(
  list: Element,
  { onMenu }: GridProps<Row>,
  { rows, index }: Standing<Row>,
): boolean {
  const at = placeOfSelected(list);
  if (!at || !rows[index] || !onMenu) return false;
  onMenu(rows[index], at);
  return true;
}

function actOnSelected<Row>(
  key: string,
  { onOpen, onDelete, onSelect, selected }: GridProps<Row>,
  { index }: Standing<Row>,
): boolean {
  if (key === 'Enter' && index >= 0) onOpen();
  else if (key === 'Delete' && index >= 0 && onDelete) onDelete();
  else if (key === 'Escape' && selected !== null) onSelect(null);
  else return false;
  return true;
}

function moveSelection<Row>(
  key: string,
  { keyOf, onSelect }: GridProps<Row>,
  { rows, index, view }: Standing<Row>,
): boolean {
  const page = Math.max(1, Math.floor(view.viewportHeight / LINE_HEIGHT) - 1);
  const moved = rows[movedSelection(key, index, rows.length, page)];
  if (!moved) return false;
  onSelect(keyOf(moved));
  return true;
}

/** Below the selected row, where that is drawn. */
function placeOfSelected(list: Element): Point | undefined {
  const box = list.querySelector('[role=row][aria-selected=true]')?.getBoundingClientRect();
  return box && { x: box.left + LINE_HEIGHT, y: box.bottom };
}
