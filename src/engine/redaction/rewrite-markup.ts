import { decodeEntities } from '../normalize/bodies/html-entities.js';
import { isSecretName } from '../values/telling/mask.js';
import { isPersonal } from './personal.js';
import type { Visitor } from './visitor.js';

const ELEMENT = /(<([\w:.-]{1,64})(?:\s[^<>]{0,500})?>)([^<>]{1,8192})(?=<\/)/g;
const PAGE = /<(?:!doctype html|html|body|script)\b/i;

/** Writes a value with its name. */
type Named = (name: string, value: string) => string;

/** Markup with what stands in its elements written anew, for a page or for other XML. */
export function rewriteMarkup(
  mime: string,
  source: string,
  visitor: Visitor,
  named: Named,
): string {
  const isOfPage = isPage(mime, source);
  return rewriteElements(
    source,
    named,
    // A page shows `<code>`, and has no secret in it.
    (name) => visitor.isPassword(name) || isPersonal(name) || (!isOfPage && isSecretName(name)),
  );
}

export function isPage(mime: string, source: string): boolean {
  return mime.endsWith('html') || PAGE.test(source);
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
