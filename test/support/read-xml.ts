/** An element of XML, its attributes and text with what was escaped in them. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const TOKEN =
  /<\?xml[^?]*\?>|<\/([\w-]+)>|<([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|(.)/gsy;
const REFERENCE = /&(?:amp|lt|gt|quot|#39);|&/g;
const SIGNS: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/**
 * Reads what is well-formed (XML 1.0), of elements and text alone. @throws Error for anything else
 */
export function readXml(source: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [, closed, name, attributes = '', alone, text, wrong] of source.matchAll(TOKEN)) {
    const inside = open.at(-1)!;
    if (wrong !== undefined) throw new Error(`not well-formed at ${wrong}`);
    if (closed !== undefined && open.pop()?.name !== closed) throw new Error(`</${closed}>`);
    if (text !== undefined) inside.text += meant(text);
    if (name === undefined) continue;
    const element = { name, attributes: attributesIn(attributes), children: [], text: '' };
    inside.children.push(element);
    if (alone === '') open.push(element);
  }
  const [only] = root.children;
  if (!only || open.length > 1 || root.children.length > 1) throw new Error('no one document');
  return only;
}

function attributesIn(source: string): Record<string, string> {
  const pairs = [...source.matchAll(/([\w-]+)="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, name, value]) => [name, meant(value ?? '')]));
}

function meant(text: string): string {
  if (text.includes(']]>')) throw new Error('the end of a CDATA section in text (§2.4)');
  return text.replace(REFERENCE, (reference) => {
    const sign = SIGNS[reference];
    if (sign === undefined) throw new Error(`an ampersand that begins no reference: ${reference}`);
    return sign;
  });
}
