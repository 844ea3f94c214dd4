import { isSettings } from '../engine/judging.js';

/** Files that are neither a HAR file nor a saved report, and what they are instead. */
export const FOREIGN_KINDS = [
  'picture',
  'zip',
  'pdf',
  'capture',
  'database',
  'page',
  'xml',
  'cookies-text',
  'curl',
  'binary',
  'trace',
  'heap',
  'source-map',
  'settings',
  'cookies-json',
  'sarif',
  'postman',
] as const;
export type ForeignKind = (typeof FOREIGN_KINDS)[number];

/** First bytes, as Latin-1 text. */
const MAGIC: readonly (readonly [string, ForeignKind])[] = [
  ['\x89PNG', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['GIF8', 'picture'],
  ['RIFF', 'picture'],
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'],
  ['%PDF-', 'pdf'],
  // pcap in either byte order, with micro- or nanoseconds, and pcapng.
  ['\xd4\xc3\xb2\xa1', 'capture'],
  ['\xa1\xb2\xc3\xd4', 'capture'],
  ['\x4d\x3c\xb2\xa1', 'capture'],
  ['\xa1\xb2\x3c\x4d', 'capture'],
  ['\n\r\r\n', 'capture'],
  ['SQLite format 3\0', 'database'],
];
const BYTE_ORDERS = ['\xff\xfe', '\xfe\xff'];

/** How many bytes tell what a file is. */
export const TELLING = 64;

/** What a file is by its first bytes; undefined: it may be text. */
export function kindOfBytes(bytes: Uint8Array): ForeignKind | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, TELLING));
  const known = MAGIC.find(([magic]) => start.startsWith(magic))?.[1];
  if (known) return known;
  const isUtf16 = BYTE_ORDERS.some((order) => start.startsWith(order));
  return start.includes('\0') && !isUtf16 ? 'binary' : undefined;
}

const TEXTS: readonly (readonly [RegExp, ForeignKind])[] = [
  [/^<(?:!doctype html|html)[\s>]/i, 'page'],
  [/^<svg[\s>]/i, 'picture'],
  [/^<(?:\?xml|!DOCTYPE|[a-z])/i, 'xml'],
  [/^# (?:Netscape )?HTTP Cookie File/i, 'cookies-text'],
  [/^curl\s/, 'curl'],
];

/** What a text is that is not JSON; undefined where nobody can tell. */
export function kindOfText(source: string): ForeignKind | undefined {
  const start = source.slice(0, 1024).trimStart();
  return TEXTS.find(([pattern]) => pattern.test(start))?.[1];
}

type Json = Readonly<Record<string, unknown>>;

const has = (value: Json, ...names: readonly string[]): boolean =>
  names.every((name) => Object.hasOwn(value, name));

const OBJECTS: readonly (readonly [(value: Json) => boolean, ForeignKind])[] = [
  [(value) => has(value, 'traceEvents'), 'trace'],
  [(value) => has(value, 'snapshot', 'nodes', 'edges'), 'heap'],
  [(value) => has(value, 'version', 'mappings'), 'source-map'],
  [(value) => has(value, 'runs', 'version'), 'sarif'],
  [(value) => /postman/i.test(String((value['info'] as Json | null)?.['schema'])), 'postman'],
  [isSettings, 'settings'],
];

/** What JSON is that is neither; undefined where nobody can tell. */
export function kindOfJson(value: unknown): ForeignKind | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return OBJECTS.find(([is]) => is(value as Json))?.[1];
  const [first] = value as unknown[];
  if (typeof first !== 'object' || first === null) return undefined;
  if (has(first as Json, 'name', 'value', 'domain')) return 'cookies-json';
  return has(first as Json, 'ph', 'ts') ? 'trace' : undefined;
}
