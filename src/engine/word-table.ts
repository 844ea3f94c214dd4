/** A table written as plain words, with blanks between them. */
export function wordTable(table: string): ReadonlySet<string> {
  return new Set(table.trim().split(/\s+/));
}
