/** A UUID anywhere in a text (RFC 9562 §4), as a pattern without flags. */
export const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

const WHOLE = new RegExp(`^${UUID}$`, 'i');

/** True for a value that is a UUID and nothing else. */
export function isUuid(value: string): boolean {
  return WHOLE.test(value);
}
