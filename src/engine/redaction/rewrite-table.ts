const MARKS = [',', ';', '\t'];
const CELL = /^(?:"(?:[^"]|""){0,4096}"|[^"\r\n]{0,4096})$/;
const NAME = /^"?[\p{L}\p{M}\w .-]{1,64}"?$/u;

/** Writes what stands in a column of this name. */
type Named = (name: string, value: string) => string;

/** A table (RFC 4180) with its cells written anew, each by the name of its column. */
export function rewriteTable(source: string, named: Named): string {
  const [head = '', ...rows] = source.split(/(?<=\n)/);
  const mark = MARKS.find((one) => head.includes(one)) ?? ',';
  const names = head.trim().split(mark);
  if (names.length < 2 || !names.every((name) => NAME.test(name))) return source;
  return head + rows.map((row) => rewriteRow(row, mark, names, named)).join('');
}

function rewriteRow(row: string, mark: string, names: readonly string[], named: Named): string {
  const bare = row.trimEnd();
  const cells = cellsOf(bare, mark);
  const told = cells.map((cell, at) => {
    const name = (names[at] ?? '').replace(/^"|"$/g, '');
    if (cell === '' || name === '' || !CELL.test(cell)) return cell;
    const isQuoted = cell.startsWith('"');
    const plain = isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    const other = named(name, plain);
    if (other === plain) return cell;
    return isQuoted ? `"${other.replaceAll('"', '""')}"` : other;
  });
  return told.join(mark) + row.slice(bare.length);
}

/** What stands between marks, but for those in quotes. */
function cellsOf(row: string, mark: string): string[] {
  const cells: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at < row.length; at++) {
    if (row[at] === '"') isQuoted = !isQuoted;
    if (row[at] !== mark || isQuoted) continue;
    cells.push(row.slice(from, at));
    from = at + 1;
  }
  return [...cells, row.slice(from)];
}
