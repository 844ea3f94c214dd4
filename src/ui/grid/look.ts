import type { Signal } from '@preact/signals';
import { kept } from '../store/preferences.js';
import type { Sort } from './sort-rows.js';

/** How somebody likes a list; it is there again in the next view. */
export interface ListLook {
  sort: Signal<Sort | null>;
  /** Pixels, of the columns that were resized. */
  widths: Signal<Readonly<Record<string, number>>>;
  /** Columns that were taken out. */
  hidden: Signal<readonly string[]>;
}

/** Bounds of a column that is resized, in pixels. */
const LEAST_WIDTH = 28;
const MOST_WIDTH = 1200;

function keptLook(list: string): ListLook {
  return {
    sort: kept<Sort | null>(`${list}.sort`, null, isSort),
    widths: kept<Record<string, number>>(`${list}.widths`, {}, isWidths),
    hidden: kept<readonly string[]>(`${list}.hidden`, [], isNames),
  };
}

/** Gives a column another width; null: that which it has by itself. */
export function resize({ widths }: ListLook, column: string, width: number | null): void {
  const { [column]: _, ...others } = widths.peek();
  if (width === null) widths.value = others;
  else {
    const bounded = Math.round(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, width)));
    widths.value = { ...others, [column]: bounded };
  }
}

/** Takes a column out, or puts it back. */
export function toggleColumn({ hidden }: ListLook, column: string): void {
  const names = hidden.peek();
  hidden.value = names.includes(column)
    ? names.filter((name) => name !== column)
    : [...names, column];
}

/** Gives a list back the columns, the widths and the order that it has by itself. */
export function resetLook({ hidden, widths, sort }: ListLook): void {
  hidden.value = [];
  widths.value = {};
  sort.value = null;
}

function isSort(value: unknown): boolean {
  const { column, descending } = (value ?? {}) as Partial<Sort>;
  return typeof column === 'string' && typeof descending === 'boolean';
}

function isWidths(value: unknown): boolean {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && Object.values(value).every((width) => Number.isFinite(width));
}

export function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

/** Of several lists, each by its name. */
export function keptLooks<Name extends string>(
  ...names: readonly Name[]
): Record<Name, ReturnType<typeof keptLook>> {
  return Object.fromEntries(names.map((name) => [name, keptLook(name)])) as Record<
    Name,
    ReturnType<typeof keptLook>
  >;
}
