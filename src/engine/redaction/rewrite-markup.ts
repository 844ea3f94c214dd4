import { decodeEntities } from '../normalize/html-entities.js';
import { isSecretName } from '../values/mask.js';
import { isPersonal } from './personal.js';
import type { Visitor } from './visitor.js';

const ELEMENT = /(<([\w:.-]{1,64})(?:\s[^<>]{0,500})?>)([^<>]{1,8192})(?=<\/)/g;
const INPUT = /<input\b[^<>]{0,2000}\btype\s{0,4}=\s{0,4}["']?password\b[^<>]{0,2000}>/gi;
const VALUE = /(\svalue\s{0,4}=\s{0,4})(["'])([^"'<>]{1,1024})\2/gi;
/** A string that a procedure is called with (XML-RPC). */
const PARAMETER =
  /(<param>\s{0,64}<value>\s{0,64}(?:<string>)?)([^<>\s]{3,1024})(?=(?:<\/string>)?\s{0,64}<\/value>)/g;
const PAGE = /<(?:!doctype html|html|body|script)\b/i;

/** Writes a value with its name. */
type Named = (name: string, value: string) => string;

/** Markup with the values of its elements and fields written anew, for a page or for other XML. */
export function rewriteMarkup(
  mime: string,
  source: string,
  visitor: Visitor,
  named: Named,
): string {
  const isPage = mime.endsWith('html') || PAGE.test(source);
  if (isPage) return rewriteElements(rewriteInputs(source, visitor), named, isNamedInPage(visitor));
  return rewriteElements(
    rewriteParameters(source, visitor),
    named,
    (name) => isSecretName(name) || isNamedInPage(visitor)(name),
  );
}

/** A page shows `<code>`, and has no secret in it. */
function isNamedInPage(visitor: Visitor): (name: string) => boolean {
  return (name) => visitor.isPassword(name) || isPersonal(name);
}

/** `<password>…</password>`. */
function rewriteElements(source: string, named: Named, isNamed: (name: string) => boolean): string {
  return source.replace(ELEMENT, (whole, start: string, name: string, text: string) => {
    const own = name.slice(name.indexOf(':') + 1);
    if (!isNamed(own)) return whole;
    const plain = decodeEntities(text);
    const other = named(own, plain);
    return other === plain ? whole : start + other;
  });
}

/** What stands in a field for a password already. */
function rewriteInputs(source: string, visitor: Visitor): string {
  return source.replace(INPUT, (tag: string) =>
    tag.replace(VALUE, (_, start: string, quote: string, text: string) => {
      const plain = decodeEntities(text);
      const other = visitor.value('password', 'password', plain);
      return start + quote + (other === plain ? text : other) + quote;
    }),
  );
}

/** A call has no names: who calls, and with which password. */
function rewriteParameters(source: string, visitor: Visitor): string {
  if (!source.includes('<methodCall>')) return source;
  return source.replace(
    PARAMETER,
    (_, start: string, text: string) => start + visitor.value('password', 'parameter', text),
  );
}
