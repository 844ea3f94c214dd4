import { isSettings } from '../engine/judging.js';

/** Files that hold nothing that can be read here, and what they are instead. */
export const FOREIGN_KINDS = [
  'picture',
  'zip',
  'zip-locked',
  'fiddler',
  'charles',
  'archive',
  'pdf',
  'capture',
  'database',
  'net-trace',
  'page',
  'burp',
  'xml',
  'curl',
  'mitmproxy',
  'warc',
  'http-message',
  'log',
  'binary',
  'trace',
  'playwright-trace',
  'net-log',
  'heap',
  'source-map',
  'settings',
  'sarif',
  'report',
  'postman',
  'insomnia',
  'openapi',
  'lighthouse',
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
  ['7z\xbc\xaf\x27\x1c', 'archive'],
  ['Rar!\x1a\x07', 'archive'],
  ['BZh', 'archive'],
  ['\xfd7zXZ\0', 'archive'],
  ['\x28\xb5\x2f\xfd', 'archive'],
  ['%PDF-', 'pdf'],
  // pcap in either byte order, with micro- or nanoseconds, and pcapng.
  ['\xd4\xc3\xb2\xa1', 'capture'],
  ['\xa1\xb2\xc3\xd4', 'capture'],
  ['\x4d\x3c\xb2\xa1', 'capture'],
  ['\xa1\xb2\x3c\x4d', 'capture'],
  ['\n\r\r\n', 'capture'],
  ['SQLite format 3\0', 'database'],
  ['Nettrace', 'net-trace'],
  // Java's serialisation, in which Charles saves its sessions.
  ['\xac\xed\0\x05', 'charles'],
];

/** How many bytes tell what a file is. */
export const TELLING = 64;

/**
 * What a file is by its first bytes; undefined: it may be text. UTF-16 and UTF-32 have zeros in it.
 */
export function kindOfBytes(bytes: Uint8Array, hasZeros = false): ForeignKind | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, TELLING));
  const known = MAGIC.find(([magic]) => start.startsWith(magic))?.[1];
  if (known) return known;
  return start.includes('\0') && !hasZeros ? 'binary' : undefined;
}

const NAMES: readonly (readonly [RegExp, ForeignKind])[] = [
  [/^raw\/\d+_[cms]\./, 'fiddler'],
  [/^\d+-meta\.json$/, 'charles'],
  [/(?:^|[/.-])trace\.trace$/, 'playwright-trace'],
];

/** What an archive is by the names of its files. */
export function kindOfNames(names: readonly string[]): ForeignKind {
  return NAMES.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1] ?? 'zip';
}

const TEXTS: readonly (readonly [RegExp, ForeignKind])[] = [
  [/^<(?:!doctype html|html)[\s>]/i, 'page'],
  [/^<svg[\s>]/i, 'picture'],
  [/^<(?:\?xml|items)\b[^]*burpVersion/i, 'burp'],
  [/^<(?:\?xml|!DOCTYPE|!--|[a-z])/i, 'xml'],
  [/^curl\s/, 'curl'],
  // Its flows are netstrings (https://tnetstrings.info).
  [/^\d{1,12}:\d{1,12}:\w/, 'mitmproxy'],
  [/^WARC\/\d/, 'warc'],
  [/^(?:[A-Z]{3,10} \S{1,900} HTTP\/\d|HTTP\/[\d.]{1,3} \d{3})/, 'http-message'],
  [/^\S{1,99} \S{1,99} \S{1,99} \[[^\]]{1,99}\] "/, 'log'],
  [/^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d/, 'log'],
];

/** What a text is that is not JSON; undefined where nobody can tell. */
export function kindOfText(source: string): ForeignKind | undefined {
  const start = source.slice(0, 1024).trimStart();
  return TEXTS.find(([pattern]) => pattern.test(start))?.[1];
}

type Json = Readonly<Record<string, unknown>>;

const has = (value: Json, ...names: readonly string[]): boolean =>
  names.every((name) => Object.hasOwn(value, name));
const member = (value: Json, name: string): Json => (value[name] ?? {}) as Json;

const OBJECTS: readonly (readonly [(value: Json) => boolean, ForeignKind])[] = [
  [(value) => has(value, 'traceEvents'), 'trace'],
  [(value) => has(value, 'nodes', 'samples', 'timeDeltas'), 'trace'],
  [({ type }) => type === 'context-options', 'playwright-trace'],
  [(value) => has(member(value, 'constants'), 'logEventTypes'), 'net-log'],
  [(value) => has(value, 'snapshot', 'nodes', 'edges'), 'heap'],
  [(value) => has(value, 'version', 'mappings'), 'source-map'],
  [(value) => has(value, 'runs', 'version'), 'sarif'],
  [(value) => member(value, 'tool')['name'] === 'credtrail', 'report'],
  [(value) => /postman/i.test(String(member(value, 'info')['schema'])), 'postman'],
  [(value) => has(value, '_postman_variable_scope'), 'postman'],
  [(value) => has(value, '__export_format', 'resources'), 'insomnia'],
  [({ type }) => typeof type === 'string' && type.includes('insomnia.rest'), 'insomnia'],
  [({ openapi, swagger }) => typeof (openapi ?? swagger) === 'string', 'openapi'],
  [(value) => has(value, 'lighthouseVersion'), 'lighthouse'],
  [isSettings, 'settings'],
];

/** By the first member of a list. */
const LISTS: readonly (readonly [(first: Json) => boolean, ForeignKind])[] = [
  [(first) => has(first, 'ph', 'ts'), 'trace'],
  [(first) => has(first, 'scheme', 'host', 'protocolVersion'), 'charles'],
];

/** What JSON is that is neither; undefined where nobody can tell. */
export function kindOfJson(value: unknown): ForeignKind | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return OBJECTS.find(([is]) => is(value as Json))?.[1];
  const [first] = value as unknown[];
  if (typeof first !== 'object' || first === null) return undefined;
  return LISTS.find(([is]) => is(first as Json))?.[1];
}
