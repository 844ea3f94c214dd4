/** Scrolls a part of a detail to the top of its pane, below the head. */
export function showAtTop(part: Element): void {
  const pane = part.closest('.split-detail');
  if (!pane) return;
  const head = pane.querySelector('.detail-head')?.getBoundingClientRect().height ?? 0;
  pane.scrollTop += part.getBoundingClientRect().top - pane.getBoundingClientRect().top - head;
}

/** Scrolls the pane of a detail alone: `scrollIntoView` would move the whole panel as well. */
export function showInPane(line: HTMLElement): void {
  const pane = line.closest('.split-detail');
  if (!pane) return;
  const [own, view] = [line.getBoundingClientRect(), pane.getBoundingClientRect()];
  pane.scrollTop += own.top - view.top - Math.max(0, (view.height - own.height) / 2);
}
