import { decodeEntities } from '../normalize/bodies/html-entities.js';
import { isSecretName } from '../values/telling/mask.js';
import { isPersonal } from './personal.js';
import { regex } from '../regex.js';
import type { Visitor } from './visitor.js';

const ELEMENT = regex('g')`
  (<([\w:.-]{1,64})(?:\s[^<>]{0,500})?>(?:\s{0,64}<!\[CDATA\[)?)
  ([^<>]{1,8192}?)(?=(?:\]\]>\s{0,64})?<\/)`;
/** The name is an element before the value (property lists, XML-RPC), or beside it. */
const ENTRY = regex('g')`
  (<(?:key|name)>([\w.:-]{1,64})<\/(?:key|name)>\s{0,64}(?:<value>\s{0,64})?
  <(?:string|data|value)>)([^<>]{1,8192})(?=<\/)`;
const ATTRIBUTES = regex('gi')`
  (\s(?:name|key|type|property)="([\w.:-]{1,64})"\s{1,64}value=")([^"<>]{1,8192})(?=")`;
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
  // A page shows `<code>`, and has no secret in it.
  const isNamed = (name: string) =>
    visitor.isPassword(name) || isPersonal(name) || (!isOfPage && isSecretName(name));
  const write = (whole: string, start: string, name: string, text: string) => {
    const own = name.slice(name.indexOf(':') + 1);
    if (!isNamed(own)) return whole;
    const plain = decodeEntities(text);
    const other = named(own, plain);
    return other === plain ? whole : start + other;
  };
  const told = source.replace(ELEMENT, write);
  return isOfPage ? told : told.replace(ENTRY, write).replace(ATTRIBUTES, write);
}

export function isPage(mime: string, source: string): boolean {
  return mime.endsWith('html') || PAGE.test(source);
}
