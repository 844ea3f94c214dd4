/**
 * UTF-8 bytes of a text, counted up to `limit` + 1: no more is needed to know that it is too long.
 */
export function byteLength(source: string, limit: number): number {
  let bytes = 0;
  for (let at = 0; at < source.length && bytes <= limit; at++) {
    const unit = source.charCodeAt(at);
    const pair = unit >= 0xd800 && unit < 0xdc00 && (source.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : pair ? 4 : 3;
    if (pair) at++;
  }
  return bytes;
}
