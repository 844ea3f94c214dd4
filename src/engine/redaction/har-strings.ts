import { asText, type Json } from '../normalize/bodies/json-value.js';
import { decodePercent } from '../normalize/addresses/raw-url.js';
import { decodeBase64, decodeBase64Text } from '../base64.js';
import { decodedOf } from './decoded.js';
import type { Rewrite } from './rewrite.js';
import { ADDRESS } from '../address.js';

/** Nothing that a HAR file needs is deeper. */
const MAX_DEPTH = 200;
/** Members that say what a thing is, or where a body lies beside the file. */
const VERBATIM: ReadonlySet<string> = new Set([
  'startedDateTime',
  'expires',
  'mimeType',
  'encoding',
  '_file',
  '_sha1',
]);
/** Messages are shorter; what is longer is a file. */
const MAX_BYTES = 65_536;
/** Signs that no text has. */
// oxlint-disable-next-line no-control-regex -- these very characters are meant
const CONTROL = /[\0-\x08]/;

type ReadPair = (rewrite: Rewrite, name: string, value: string) => string;

/** Lists of things with names and values, and how each is read. */
const LISTS: ReadonlyMap<string, ReadPair> = new Map<string, ReadPair>([
  ['headers', (rewrite, name, value) => rewrite.header(name, value)],
  ['cookies', (rewrite, name, value) => rewrite.cookie(name, value)],
  ['queryString', (rewrite, name, value) => rewrite.named(decodePercent(name), value)],
  ['params', (rewrite, name, value) => rewrite.named(decodePercent(name), value)],
]);

/**
 * Traffic as JSON with the values rewritten that stand in places of their own: headers, bodies, …
 */
export function rewriteValues(node: unknown, rewrite: Rewrite, key = '', depth = 0): unknown {
  if (typeof node === 'string') return rewriteString(node, rewrite, key);
  if (typeof node !== 'object' || node === null) return node;
  if (depth > MAX_DEPTH) return null;
  const read = LISTS.get(key);
  if (Array.isArray(node))
    return node.map((item: unknown) =>
      read ? rewritePair(item, read, rewrite) : rewriteValues(item, rewrite, key, depth + 1),
    );
  if (isPair(node as Json)) return rewritePair(node, read ?? LISTS.get('params')!, rewrite);
  const body = bodyOf(node as Json, key, rewrite);
  const members = Object.entries(node).map(([name, item]: [string, unknown]) => {
    if (VERBATIM.has(name)) return [name, item];
    if (body !== undefined && (name === 'text' || name === 'data')) return [name, body];
    if (read && (typeof item === 'string' || typeof item === 'number'))
      return [name, read(rewrite, name, String(item))];
    return [name, rewriteValues(item, rewrite, name, depth + 1)];
  });
  return Object.fromEntries(members) as Json;
}

/** An address, or a text of whoever recorded the traffic. */
function rewriteString(text: string, rewrite: Rewrite, key: string): string {
  return ADDRESS.test(text) || key === 'redirectURL' ? rewrite.url(text) : rewrite.text(text);
}

/** A thing with a name and a value, in whatever list. */
function isPair({ name, value }: Json): boolean {
  return typeof name === 'string' && (typeof value === 'string' || typeof value === 'number');
}

/** `{name, value}`; other producers write `[name, value]`, or a line. */
function rewritePair(item: unknown, read: ReadPair, rewrite: Rewrite): unknown {
  if (Array.isArray(item) && item.length === 2 && typeof item[0] === 'string')
    return [item[0], typeof item[1] === 'string' ? read(rewrite, item[0], item[1]) : item[1]];
  const line = typeof item === 'string' ? /^([^:=\s]{1,256})([:=]\s*)([^]*)$/.exec(item) : null;
  if (line) return line[1]! + line[2]! + read(rewrite, line[1]!, line[3]!);
  if (typeof item !== 'object' || item === null) return item;
  const { name, value } = item as Json;
  const told = typeof value === 'number' ? String(value) : value;
  const other = typeof told === 'string' ? read(rewrite, asText(name), told) : told;
  const rest = rewriteValues({ ...item, name: undefined, value: undefined }, rewrite);
  return { ...(rest as Json), name, ...('value' in item && { value: other }) };
}

/** What stands in `text` of a body, or in `data` of a WebSocket's message; undefined for others. */
function bodyOf(node: Json, key: string, rewrite: Rewrite): string | undefined {
  const isMessage = typeof node.data === 'string' && 'opcode' in node;
  const source = isMessage ? node.data : node.text;
  if (typeof source !== 'string' || !(isMessage || 'mimeType' in node || key === 'postData'))
    return undefined;
  const mimeType = asText(node.mimeType);
  const isBinary = node.encoding === 'base64' || (isMessage && node.opcode === 2);
  if (isMessage && !isBinary) return rewrite.message(source);
  if (!isBinary && !mimeType.includes('grpc-web-text')) return rewrite.body(mimeType, source);
  const plain = decodeBase64Text(source);
  const packed = plain === undefined || CONTROL.test(plain) ? decodedOf(source) : undefined;
  if (packed) return packed.encode(rewrite.body(mimeType, packed.text));
  if (plain === undefined || CONTROL.test(plain)) return bytesOf(source, rewrite);
  const other = rewrite.body(mimeType, plain);
  return other === plain ? source : toBase64(other);
}

/** What is no text: images and archives, and messages of programs. */
function bytesOf(source: string, rewrite: Rewrite): string {
  const bytes = decodeBase64(source);
  if (bytes === undefined || bytes.length > MAX_BYTES) return source;
  const plain = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const other = rewrite.bytes(plain);
  return other === plain ? source : btoa(other);
}

/** The same with every string in it, names of members too, written by another. */
export function mapStrings(node: unknown, write: (text: string) => string): unknown {
  if (typeof node === 'string') return write(node);
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map((item: unknown) => mapStrings(item, write));
  return Object.fromEntries(
    Object.entries(node).map(([name, item]: [string, unknown]) => [
      write(name),
      mapBase64(node as Json, name, item, write),
    ]),
  );
}

/** A body in base64 is searched as the text that it is. */
function mapBase64(
  body: Json,
  name: string,
  item: unknown,
  write: (text: string) => string,
): unknown {
  const plain =
    name === 'text' && body.encoding === 'base64' ? decodeBase64Text(asText(item)) : undefined;
  if (plain === undefined) return mapStrings(item, write);
  const other = write(plain);
  return other === plain ? item : toBase64(other);
}

function toBase64(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
