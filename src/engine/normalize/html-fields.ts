import type { BodyField } from '../model.js';

const MAX_TAGS = 2_000;
const MAX_TAG_LENGTH = 20_000;

/**
 * Hidden inputs and meta tags of an HTML page as `input[name]` and `meta[name]`: where servers put
 * anti-CSRF tokens. A tag scanner, not an HTML parser: it finds what is written plainly, in linear time.
 */
export function fieldsOfHtml(html: string): BodyField[] {
  const fields: BodyField[] = [];
  let from = 0;
  for (let tags = 0; tags < MAX_TAGS; tags++) {
    const open = nextTag(html, from);
    if (open < 0) break;
    const close = html.indexOf('>', open);
    if (close < 0) break;
    from = close + 1;
    if (close - open <= MAX_TAG_LENGTH) {
      const field = readTag(html.slice(open, close));
      if (field) fields.push(field);
    }
  }
  return fields;
}

function nextTag(html: string, from: number): number {
  const tag = /<(?:input|meta)\s/gi;
  tag.lastIndex = from;
  return tag.exec(html)?.index ?? -1;
}

function readTag(tag: string): BodyField | undefined {
  const attributes = readTagAttributes(tag);
  const name = attributes.get('name') ?? attributes.get('id');
  if (!name) return undefined;
  if (/^<meta/i.test(tag)) {
    const content = attributes.get('content');
    return content ? { pointer: `meta[${name}]`, value: content } : undefined;
  }
  if (attributes.get('type')?.toLowerCase() !== 'hidden') return undefined;
  const value = attributes.get('value');
  return value ? { pointer: `input[${name}]`, value } : undefined;
}

function readTagAttributes(tag: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const match of tag.matchAll(/([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi)) {
    attributes.set(match[1]!.toLowerCase(), match[2] ?? match[3] ?? match[4] ?? '');
  }
  return attributes;
}
