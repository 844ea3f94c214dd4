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
