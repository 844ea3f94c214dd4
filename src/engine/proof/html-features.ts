import { addressOf } from '../address.js';
import { decodeEntities } from '../normalize/bodies/html-entities.js';
import { readTag } from '../normalize/bodies/html-tag.js';
import { placeOf } from '../moments/address-words.js';
import { featuresOfJson, parseJson } from './json-features.js';
import { MOST_FEATURES, plain } from './plain.js';

const TAG = /<(!--|\/?[a-z][a-z0-9-]{0,40})/gi;
/** Elements whose content is no markup (HTML §13.1.2.1). */
const RAW = new Set(['script', 'style', 'textarea', 'noscript', 'template', 'svg']);
/** Elements of which each one tells something by itself. */
const TOLD = new Set([
  'form',
  'input',
  'button',
  'select',
  'iframe',
  'nav',
  'table',
  'main',
  'h1',
  'title',
]);
/** Attributes with addresses. */
const ADDRESSES = ['href', 'action', 'src'] as const;
/** Stands in where an address is relative. */
const HERE = 'https://here.invalid/';

export interface HtmlFeatures {
  all: Set<string>;
  asksPassword: boolean;
}

/** Texts, links, forms and fields of a page, and what its scripts hold as data. */
export function featuresOfHtml(html: string): HtmlFeatures {
  const found: HtmlFeatures = { all: new Set(), asksPassword: false };
  const search = new RegExp(TAG);
  let from = 0;
  while (found.all.size < MOST_FEATURES) {
    const tag = search.exec(html);
    addText(found, html.slice(from, tag?.index ?? html.length));
    if (!tag) break;
    from = afterTag(found, html, tag[1]!.toLowerCase(), tag.index + tag[0].length);
    search.lastIndex = from;
  }
  return found;
}

/** Reads a tag, with its content where that is no markup, and returns where the page goes on. */
function afterTag(found: HtmlFeatures, html: string, name: string, at: number): number {
  if (name === '!--') return endOf(html, '-->', at);
  const { attributes, end } = readTag(html, at);
  if (name.startsWith('/') || !attributes) return end;
  addTag(found, name, attributes);
  if (!RAW.has(name) || name === 'svg') return end;
  const close = indexOfEnd(html, name, end);
  if (name === 'script') addScript(found, html.slice(end, close));
  return close;
}

function addTag(found: HtmlFeatures, name: string, attributes: Map<string, string>): void {
  const of = (attribute: string) => decodeEntities(attributes.get(attribute) ?? '');
  const type = of('type').toLowerCase();
  if (name === 'input' && type === 'password') found.asksPassword = true;
  if (TOLD.has(name)) found.all.add(`<${name} ${plain(`${type} ${of('name')}`)}>`);
  for (const attribute of ADDRESSES) {
    const address = attributes.get(attribute);
    if (address) found.all.add(`${attribute} ${plain(placeOfLink(decodeEntities(address)))}`);
  }
  if (name === 'meta' && /user|login|auth/i.test(of('name')))
    found.all.add(`meta ${plain(of('name'))} ${of('content') === '' ? 'empty' : 'set'}`);
}

/** Without query, but for what names a page there. */
function placeOfLink(address: string): string {
  const url = addressOf(address, HERE);
  return url ? placeOf(url.href).replace(HERE, '/') : '';
}

function addText({ all }: HtmlFeatures, text: string): void {
  const told = plain(decodeEntities(text.slice(0, 2_000).replaceAll('&nbsp;', ' ')));
  if (/[\p{L}\p{N}#]/u.test(told)) all.add(`“${told}”`);
}

/** Data as JSON, else the pieces of a program: pages hand their user to it in either way. */
function addScript({ all }: HtmlFeatures, script: string): void {
  const json = parseJson(script.trim());
  const pieces = json
    ? featuresOfJson(json.value, 'data')
    : script
        .slice(0, 50_000)
        .split(/[;{}\n]+/)
        .map((piece) => `script ${plain(piece)}`);
  for (const piece of pieces) if (all.size < MOST_FEATURES) all.add(piece);
}

function endOf(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

function indexOfEnd(html: string, name: string, from: number): number {
  const search = new RegExp(`</${name}`, 'gi');
  search.lastIndex = from;
  return search.exec(html)?.index ?? html.length;
}
