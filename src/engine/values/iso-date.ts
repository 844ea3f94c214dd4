/** True for a date, or for a date and a time, as ISO 8601 writes them and nothing else. */
export function isIsoDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d(?:[T ][\d:.]{4,15}(?:Z|[+-]\d\d:?\d\d)?)?$/.test(text);
}
