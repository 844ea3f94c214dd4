/** Of a link in a header (RFC 8288 §3). */
const TARGET = /(?<=<)[^<>]{1,8192}(?=>)/g;

/** A `Link` header with the addresses in it written anew, and nothing that is said of them. */
export function rewriteLinks(header: string, write: (address: string) => string): string {
  return header.replace(TARGET, (address) => write(address));
}
