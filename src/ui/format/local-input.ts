/** An instant as a `datetime-local` field has it, in the reader's own time; empty for none. */
export function toLocalInput(instant: number | null): string {
  if (instant === null) return '';
  const date = new Date(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}

/** The instant that such a field names; null where it is empty. */
export function fromLocalInput(text: string): number | null {
  const instant = new Date(text).getTime();
  return Number.isFinite(instant) ? instant : null;
}
