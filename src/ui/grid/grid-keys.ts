/** Where a key moves the selection to (-1: nothing is selected, or the key moves nothing). */
export function movedSelection(key: string, index: number, count: number, page: number): number {
  if (count === 0) return -1;
  const last = count - 1;
  const clamp = (target: number) => Math.min(last, Math.max(0, target));
  switch (key) {
    case 'ArrowDown':
      return clamp(index + 1);
    case 'ArrowUp':
      return index < 0 ? last : clamp(index - 1);
    case 'PageDown':
      return clamp(index + page);
    case 'PageUp':
      return index < 0 ? last : clamp(index - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return -1;
  }
}
