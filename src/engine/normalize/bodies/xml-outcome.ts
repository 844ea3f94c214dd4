import { tellsFailure } from '../words/failure-words.js';
import { saysNo } from './json-outcome.js';
import { shownText } from './shown-text.js';
import { fieldsOfXml, isXmlType } from './xml-fields.js';

// How an answer in XML says that it did not work: by the same words as one in JSON, in elements or
// in attributes of the outermost one (`<rsp stat="fail">`).

const ELEMENT = /<[\p{L}_][\w.:-]{0,80}((?:\s+[\w.:-]{1,80}\s*=\s*(?:"[^"<]*"|'[^'<]*'))+)/gu;
const ATTRIBUTE = /([\w.:-]{1,80})\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** An element that holds what went wrong, in elements of its own. */
const ERROR = /<(?:[\w-]{1,20}:)?(?:errors?|exception)>\s*<\w/i;
const LOOKED_AT = 4096;

/** Parts of a page that take the place of others: Wicket, JSF. */
const UPDATE = /<(?:ajax-response|partial-response)[>\s]/;
/** Answers of which each element says something by its attributes (Asterisk’s manager). */
const ALL_IN_ATTRIBUTES = /^\s*(?:<\?xml[^>]*>\s*)?<ajax-response>\s*<response\s/;
const MOST_ELEMENTS = 4;
const CDATA = /<!\[CDATA\[|\]\]>/g;
const MOST_TEXT = 2_000;

/** True for XML that says so; it may say of itself that it is, where its type does not. */
export function xmlSaysNo(mime: string, source: string): boolean {
  if (!isXmlType(mime) && !source.trimStart().startsWith('<?xml')) return false;
  const start = source.slice(0, LOOKED_AT);
  if (UPDATE.test(start) && showsFailure(source)) return true;
  if (ERROR.test(start)) return true;
  const most = ALL_IN_ATTRIBUTES.test(start) ? MOST_ELEMENTS : 1;
  const [first = [], ...others] = attributesIn(start, most);
  const fields = fieldsOfXml(start).map(({ pointer, value }) => [pointer, value]);
  return [[...first, ...fields], ...others].some((one) => saysNo(Object.fromEntries(one)));
}

/** Names and values of the first elements that have any. */
function attributesIn(source: string, most: number): string[][][] {
  return [...source.matchAll(ELEMENT)]
    .slice(0, most)
    .map(([, attributes = '']) =>
      [...attributes.matchAll(ATTRIBUTE)].map(([, name = '', a, b]) => [name, a ?? b ?? '']),
    );
}

/** As a short page does that shows a sentence. */
function showsFailure(source: string): boolean {
  const text = shownText(source.replace(CDATA, ''));
  return text.length <= MOST_TEXT && tellsFailure(text);
}
