/**
 * A window over plain rows as one writes it by hand, in the page that it is put into: the cells and
 * the style sheets of the grid that is there, rows that leave the view used again for those that
 * come. Nothing can be selected, sorted or chosen, nothing follows and nothing is announced.
 */
export function makePlainWindow(count: number): void {
  const LINE = 24;
  const OVERSCAN = 8;
  const grid = document.querySelector<HTMLElement>('.grid')!;
  const samples = [...grid.querySelectorAll<HTMLElement>('.grid-row')].map((row) => ({
    tracks: row.style.gridTemplateColumns,
    cells: [...row.children].map((cell) => ({
      look: cell.className,
      plain: cell.childElementCount === 0 ? (cell.textContent ?? '') : undefined,
      inner: cell.innerHTML,
    })),
  }));
  const scroller = document.createElement('div');
  scroller.className = 'grid';
  scroller.style.height = `${grid.clientHeight}px`;
  const tall = document.createElement('div');
  tall.style.cssText = `height:${count * LINE}px;position:relative`;
  scroller.append(tall);
  grid.replaceWith(scroller);

  const drawn = new Map<number, HTMLElement>();
  const fill = (row: HTMLElement, at: number): void => {
    const { tracks, cells } = samples[at % samples.length]!;
    row.className = `grid-row ${at % 2 ? 'odd' : ''}`;
    row.style.cssText =
      `position:absolute;left:0;right:0;top:${at * LINE}px;grid-template-columns:` + tracks;
    for (const [index, { look, plain, inner }] of cells.entries()) {
      const cell = row.children[index] ?? row.appendChild(document.createElement('div'));
      cell.className = look;
      if (plain === undefined) cell.innerHTML = inner;
      else cell.textContent = plain;
    }
  };
  const draw = (): void => {
    const first = Math.max(0, Math.floor(scroller.scrollTop / LINE) - OVERSCAN);
    const end = Math.min(count, first + Math.ceil(scroller.clientHeight / LINE) + 2 * OVERSCAN);
    const free = [...drawn].filter(([at]) => at < first || at >= end);
    for (let at = first; at < end; at += 1) {
      if (drawn.has(at)) continue;
      const [from, old] = free.pop() ?? [];
      if (from !== undefined) drawn.delete(from);
      const row = old ?? tall.appendChild(document.createElement('div'));
      fill(row, at);
      drawn.set(at, row);
    }
  };
  scroller.addEventListener('scroll', draw);
  draw();
}
