/** Methods by which a client asks for no change at the server (RFC 9110 §9.2.1). */
const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/** True for a safe method: whoever sends it wants to read, and answers for no change. */
export function isSafe(method: string): boolean {
  return SAFE.has(method.toUpperCase());
}
