import type { BodyField } from '../../model.js';
import { LIMITS } from '../../settings.js';
import { decodeEntities } from './html-entities.js';
import { regex } from '../../regex.js';

// Calls in XML, and what they are answered: SOAP, XML-RPC, and what devices have of their own.

/** XML that is no document of another kind: `application/rss+xml` is none of these. */
const TYPE = /^(?:application|text)\/(?:soap\+)?xml$/;
const TAG = regex('gu')`
  <!\[CDATA\[([\s\S]{0,65536}?)\]\]>|<(\/?)(?:[\w.-]{1,40}:)?([\p{L}_][\p{L}\d_.-]{0,63})
  (?:\s[^<>]{0,1000})?\/?>`;
/** XML-RPC writes the name of a member in an element, and its type around its value. */
const MEMBER_NAME = /^name$/;
const MEMBER_VALUE = /^(?:value|string)$/;
/** Arguments of a call have no names: they are told by their number. */
const PARAMETERS = '/params/';

/** True for a type of text that may be such a call. */
export function isXmlType(mime: string): boolean {
  return TYPE.test(mime);
}

/** The elements that hold nothing but a text, by their names without prefixes. */
export function fieldsOfXml(source: string): BodyField[] {
  const named = source.includes('<methodCall>') || source.includes('<methodResponse>');
  const fields: BodyField[] = [];
  let open = { name: '', from: -1 };
  let section: string | undefined;
  let tags = 0;
  for (const found of source.matchAll(TAG)) {
    if (++tags > LIMITS.htmlTags || fields.length === LIMITS.formFields) break;
    const [whole, cdata, slash, name = ''] = found;
    if (cdata !== undefined) section = cdata;
    else if (slash === '') {
      open = { name: whole.endsWith('/>') ? '' : name, from: found.index + whole.length };
      section = undefined;
    } else {
      const value = section ?? decodeEntities(source.slice(open.from, found.index));
      if (open.name === name) fields.push({ pointer: name, value: value.trim() });
      open = { name: '', from: -1 };
    }
  }
  return named ? withoutTypes(fields) : fields;
}

/** XML-RPC: members by their names, arguments by their numbers. */
function withoutTypes(fields: readonly BodyField[]): BodyField[] {
  let name: string | undefined;
  let number = 0;
  return fields.flatMap(({ pointer, value }) => {
    if (MEMBER_NAME.test(pointer)) name = value;
    if (!MEMBER_VALUE.test(pointer)) return [];
    const field = { pointer: name ?? PARAMETERS + String(number++), value };
    name = undefined;
    return [field];
  });
}
