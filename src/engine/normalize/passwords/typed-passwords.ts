import { decodeEntities } from '../bodies/html-entities.js';

// Passwords that stand in a text where the text's own form says so, and no name in front of them.

/** What becomes of a password. */
type Write = (password: string) => string;

const INPUT = /<input\b[^<>]{0,2000}\btype\s{0,4}=\s{0,4}["']?password\b[^<>]{0,2000}>/gi;
const VALUE =
  /(\svalue\s{0,4}=\s{0,4})(?:"([^"<>]{1,1024})"|'([^'<>]{1,1024})'|([^\s"'<>]{1,1024}))/gi;
/** What a procedure is called with (XML-RPC). */
const PARAMETER = /(<param>\s{0,64}<value>(?:\s{0,64}<string>)?)([^<>]{1,1024})(?=<)/g;

/** A page or a call in XML with these passwords written anew. */
export function rewriteTyped(source: string, write: Write): string {
  if (!source.includes('<')) return source;
  const isCall = source.includes('<methodCall>');
  return isCall ? rewriteParameters(source, write) : rewriteInputs(source, write);
}

/** What stands in a field for a password already. */
function rewriteInputs(source: string, write: Write): string {
  return source.replace(INPUT, (tag: string) =>
    tag.replace(VALUE, (whole, start: string, double?: string, single?: string, bare?: string) => {
      const text = double ?? single ?? bare ?? '';
      const plain = decodeEntities(text);
      const other = write(plain);
      return other === plain ? whole : start + whole.slice(start.length).replace(text, () => other);
    }),
  );
}

/** A call has no names: who calls, and with which password. */
function rewriteParameters(source: string, write: Write): string {
  return source.replace(PARAMETER, (whole, start: string, text: string) => {
    const plain = text.trim();
    return plain === '' ? whole : start + text.replace(plain, () => write(plain));
  });
}
