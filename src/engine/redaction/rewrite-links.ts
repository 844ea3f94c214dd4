/** Of a link in a header (RFC 8288 §3). */
const TARGET = /(?<=<)[^<>]{1,8192}(?=>)/g;

/** A `Link` header with the addresses in it written anew, and nothing that is said of them. */
export function rewriteLinks(header: string, write: (address: string) => string): string {
  return header.replace(TARGET, (address) => write(address));
}

/** Name and value of a member of `baggage` (W3C Baggage §3.2.1). */
const MEMBER = /([^\s,;=]{1,256})(\s{0,8}=\s{0,8})([^\s,;]{1,4096})/g;

/** A `baggage` header with the values of its members and their properties written anew. */
export function rewriteBaggage(
  header: string,
  write: (name: string, value: string) => string,
): string {
  return header.replace(
    MEMBER,
    (_, name: string, between: string, value: string) => name + between + write(name, value),
  );
}
