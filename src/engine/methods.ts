/** Methods by which a client asks for no change at the server (RFC 9110 §9.2.1). */
const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/** True for a safe method: whoever sends it wants to read, and answers for no change. */
export function isSafe(method: string): boolean {
  return SAFE.has(method.toUpperCase());
}

/** Methods that hand over a body to be dealt with (RFC 9110 §9.3.3 and §9.3.4, RFC 5789). */
export const SENDS: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);
