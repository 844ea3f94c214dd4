/** Scrolls the pane of a detail alone: `scrollIntoView` would move the whole panel as well. */
export function showInPane(line: HTMLElement): void {
  const pane = line.closest('.split-detail');
  if (!pane) return;
  const [own, view] = [line.getBoundingClientRect(), pane.getBoundingClientRect()];
  pane.scrollTop += own.top - view.top - Math.max(0, (view.height - own.height) / 2);
}
