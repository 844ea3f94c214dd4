import { decodeEntities } from '../bodies/html-entities.js';

// Passwords that stand in a text where the text's own form says so, and no name in front of them.

/** What becomes of a password. */
type Write = (password: string) => string;

/** Of an `input`, or of an element of a page's own that stands for one. */
const OF_TYPE = /\btype\s{0,4}=\s{0,4}["']?password\b/gi;
const LONGEST_TAG = 2_000;
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
  let told = '';
  let done = 0;
  for (const { index } of source.matchAll(OF_TYPE)) {
    const least = Math.max(done, index - LONGEST_TAG);
    const from = least + source.slice(least, index).lastIndexOf('<');
    const to = index + source.slice(index, index + LONGEST_TAG).indexOf('>') + 1;
    const tag = source.slice(from, to);
    if (!/^<[a-z][^<>]*>$/i.test(tag)) continue;
    told += source.slice(done, from) + rewriteTag(tag, write);
    done = to;
  }
  return told + source.slice(done);
}

function rewriteTag(tag: string, write: Write): string {
  return tag.replace(
    VALUE,
    (whole, start: string, double?: string, single?: string, bare?: string) => {
      const text = double ?? single ?? bare ?? '';
      const plain = decodeEntities(text);
      const other = write(plain);
      return other === plain ? whole : start + whole.slice(start.length).replace(text, () => other);
    },
  );
}

/** A call has no names: who calls, and with which password. */
function rewriteParameters(source: string, write: Write): string {
  return source.replace(PARAMETER, (whole, start: string, text: string) => {
    const plain = text.trim();
    return plain === '' ? whole : start + text.replace(plain, () => write(plain));
  });
}
