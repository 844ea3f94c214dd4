import type { BodyField, LimitReached } from '../../model.js';
import { beyond, LIMITS } from '../../settings.js';
import { decodeEntities } from './html-entities.js';
import { readTag } from './html-tag.js';

/** No page asks for more passwords. */
export const MAX_PASSWORDS = 20;
const TAG = /<(input|meta)[\s/]/gi;

/**
 * Hidden inputs and meta tags of an HTML page as `input[name]` and `meta[name]`: where servers put
 * anti-CSRF tokens; and inputs that ask for a password, without what stands in them: what those are
 * called is added to `passwordFields`. A tag scanner, not an HTML parser: it finds what is written
 * plainly, in linear time.
 */
export function fieldsOfHtml(
  html: string,
  passwordFields = new Set<string>(),
  reached: LimitReached[] = [],
): BodyField[] {
  const fields: BodyField[] = [];
  const search = new RegExp(TAG);
  for (let tags = 1; ; tags++) {
    const found = search.exec(html);
    if (!found) break;
    if (tags > LIMITS.htmlTags) {
      reached.push(...beyond('htmlTags', 1));
      break;
    }
    const { attributes, end } = readTag(html, found.index + 1 + found[1]!.length);
    search.lastIndex = end;
    if (!attributes) {
      reached.push(...beyond('htmlTag', end < html.length ? 1 : 0));
      continue;
    }
    if (isPasswordInput(attributes)) addNames(passwordFields, attributes);
    const field =
      found[1]!.toLowerCase() === 'meta' ? metaField(attributes) : inputField(attributes);
    if (field) fields.push(field);
  }
  return fields;
}

function metaField(attributes: Map<string, string>): BodyField | undefined {
  return fieldOf('meta', attributes.get('name') ?? attributes.get('id'), attributes.get('content'));
}

/** A script may show it as text for the moment (HTML §4.10.18.7.1: `current-password`). */
function isPasswordInput(attributes: Map<string, string>): boolean {
  const said = (name: string) => decodeEntities(attributes.get(name) ?? '');
  return (
    said('type').trim().toLowerCase() === 'password' ||
    /(?:^|\s)(?:current|new)-password(?:\s|$)/i.test(said('autocomplete'))
  );
}

/** A script that sends what an input holds may call it by its id. */
function addNames(names: Set<string>, attributes: Map<string, string>): void {
  for (const attribute of ['name', 'id']) {
    const name = decodeEntities(attributes.get(attribute) ?? '').slice(0, LIMITS.fieldName);
    if (name !== '' && names.size < MAX_PASSWORDS) names.add(name);
  }
}

function inputField(attributes: Map<string, string>): BodyField | undefined {
  const type = attributes.get('type')?.toLowerCase();
  if (isPasswordInput(attributes)) return { pointer: 'input[type=password]', value: '' };
  if (type !== 'hidden') return undefined;
  return fieldOf('input', attributes.get('name') ?? attributes.get('id'), attributes.get('value'));
}

function fieldOf(
  element: string,
  name: string | undefined,
  value: string | undefined,
): BodyField | undefined {
  if (!name || !value) return undefined;
  return {
    pointer: `${element}[${decodeEntities(name).slice(0, LIMITS.fieldName)}]`,
    value: decodeEntities(value),
  };
}
