/** The column that a list is ordered by. */
export interface Sort {
  column: string;
  descending: boolean;
}

export type Compare<Row> = (a: Row, b: Row) => number;

/** The order after a click on a column's head: ascending, descending, as it came. */
export function nextSort(sort: Sort | null, column: string): Sort | null {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
}

/** Rows in order, equal ones as they came. The rows themselves where there is no order. */
export function sortRows<Row>(
  rows: readonly Row[],
  sort: Sort | null,
  compareBy: (column: string) => Compare<Row> | undefined,
): readonly Row[] {
  const compare = sort ? compareBy(sort.column) : undefined;
  if (!sort || !compare) return rows;
  return rows.toSorted(sort.descending ? (a, b) => compare(b, a) : compare);
}
