/** Rows that belong together, under a line that names them. */
export interface Group {
  title: string;
  /** Index of its first row. */
  start: number;
  count: number;
}

/** Rows by group, in the order of the groups' titles; within a group they keep their order. */
export function byGroup<Row>(
  rows: readonly Row[],
  titles: readonly string[],
  groupOf: (row: Row) => string,
): { rows: readonly Row[]; groups: Group[] } {
  const sorted: Row[] = [];
  const groups: Group[] = [];
  for (const title of titles) {
    const start = sorted.length;
    for (const row of rows) if (groupOf(row) === title) sorted.push(row);
    if (sorted.length > start) groups.push({ title, start, count: sorted.length - start });
  }
  return { rows: sorted, groups };
}

/** The lines of a list: its rows, and before the first row of each group the group's own line. */
export class Lines {
  readonly #rows: number;
  readonly #groups: readonly Group[];

  constructor(rows: number, groups: readonly Group[]) {
    this.#rows = rows;
    this.#groups = groups;
  }

  get count(): number {
    return this.#rows + this.#groups.length;
  }

  /** The line on which a row stands; -1 for no row. */
  lineOf(row: number): number {
    return row < 0 ? -1 : row + this.#groups.filter(({ start }) => start <= row).length;
  }

  /** What stands on a line: a row by its index, or a group's name. */
  at(line: number): number | Group {
    let before = 0;
    for (const group of this.#groups) {
      if (line === group.start + before) return group;
      if (line < group.start + before) break;
      before++;
    }
    return line - before;
  }
}
