import { text, type Text } from '../../text.js';
import { YEAR } from '../../time-units.js';
import { alphabetOf } from './alphabet.js';
import type { Column, IdPart } from './id-part.js';
import { ofCalendar } from './id-dates.js';
import { isUuid } from './uuid.js';

// Parts of ids that say when they were made, by their published layouts.

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/**
 * 100-nanosecond steps between the beginning of the Gregorian calendar and 1970 (RFC 9562 §5.1).
 */
const GREGORIAN = 122_192_928_000_000_000n;
const NEVER = NaN;

/**
 * A way to write a moment, and how many bits nobody knows who knows it to the second, or the hour.
 */
interface TimeShape {
  readonly fits: RegExp;
  readonly at: (text: string) => number;
  readonly bits: number;
  readonly to: number;
  readonly text: Text;
}

const SHAPES: readonly TimeShape[] = [
  {
    fits: /^\d{13}$/,
    at: Number,
    bits: 10,
    to: 22,
    text: text('entropy_part_milliseconds', 'a time in milliseconds'),
  },
  {
    fits: /^\d{10}$/,
    at: (digits) => Number(digits) * 1000,
    bits: 0,
    to: 12,
    text: text('entropy_part_seconds', 'a time in seconds'),
  },
  {
    fits: /^\d{16}$/,
    at: (digits) => Number(digits) / 1000,
    bits: 20,
    to: 32,
    text: text('entropy_part_microseconds', 'a time in microseconds'),
  },
  {
    fits: /^\d{14}$/,
    at: ofCalendar,
    bits: 0,
    to: 12,
    text: text('entropy_part_calendar', 'a date and a time of day, to the second'),
  },
  // PHP's uniqid(): seconds in eight hexadecimal digits, microseconds in five.
  {
    fits: /^[0-9a-f]{8}[0-9a-f]{5}$/,
    at: (hex) => (parseInt(hex.slice(8), 16) < 1e6 ? parseInt(hex.slice(0, 8), 16) * 1000 : NEVER),
    bits: 20,
    to: 32,
    text: text('entropy_part_uniqid', 'a time in microseconds in hexadecimal (uniqid)'),
  },
  {
    fits: /^(?:[0-9a-f]{11}|[0-9A-F]{11})$/,
    at: (hex) => parseInt(hex, 16),
    bits: 10,
    to: 22,
    text: text('entropy_part_hex_milliseconds', 'a time in milliseconds in hexadecimal'),
  },
  {
    fits: /^(?:[0-9a-f]{8}|[0-9A-F]{8})$/,
    at: (hex) => parseInt(hex, 16) * 1000,
    bits: 0,
    to: 12,
    text: text('entropy_part_hex_seconds', 'a time in seconds in hexadecimal'),
  },
];
const LENGTHS = [16, 14, 13, 11, 10, 8];

/** A part that is a moment as a whole. */
export function timePart(column: Column): IdPart | undefined {
  const shape = SHAPES.find(({ fits, at }) =>
    column.values.every((value) => fits.test(value) && isNear(at(value), column)),
  );
  return shape && asPart(shape, column);
}

/** How many characters at the beginning of every value are a moment; 0 where that is not so. */
export function leadingTime({ values, ...rest }: Column): number {
  const isTime = (length: number) =>
    timePart({ ...rest, values: values.map((value) => value.slice(0, length)) }) !== undefined;
  const fits = (length: number) => values.every((value) => value.length > length);
  return LENGTHS.find((length) => fits(length) && isTime(length)) ?? 0;
}

/** ULID (github.com/ulid/spec): 48 bits of milliseconds, 80 of chance. */
export function ulidPart(column: Column): IdPart | undefined {
  const at = (value: string) =>
    Array.from(value.slice(0, 10), (char) => CROCKFORD.indexOf(char)).reduce(
      (sum, digit) => sum * 32 + digit,
      0,
    );
  const fits = (value: string) =>
    /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(value) && isNear(at(value), column);
  if (!column.values.every((value) => fits(value.toUpperCase()))) return undefined;
  const said = text('entropy_part_ulid', 'a ULID: a time in milliseconds and 80 bits of chance');
  return { kind: 'ulid', bits: 80, from: ofGenerator(80, column), to: 80, text: said };
}

/** ObjectId (BSON): seconds, five bytes of a process, and a counter. */
export function objectIdPart(column: Column): IdPart | undefined {
  const at = (value: string) => parseInt(value.slice(0, 8), 16) * 1000;
  const fits = (value: string) => /^[0-9a-f]{24}$/.test(value) && isNear(at(value), column);
  if (!column.values.every(fits)) return undefined;
  // One value alone may have such a beginning by chance.
  const to = column.values.length > 1 ? 40 : 64;
  const said = text(
    'entropy_part_object_id',
    'an ObjectId: a time in seconds, the number of a process, and a counter',
  );
  return { kind: 'object-id', bits: 12, from: 0, to, text: said };
}

/** UUID (RFC 9562 §5), by its version. */
export function uuidPart(column: Column): IdPart | undefined {
  const versions = new Set(column.values.map((value) => versionOf(value, column)));
  const [version] = versions;
  if (versions.size !== 1 || version === undefined) return undefined;
  const { bits, from, to } = UUIDS[version] ?? OTHER_UUID;
  const said =
    version in UUIDS
      ? text('entropy_part_uuid', 'a UUID of version {version}', { version })
      : text('entropy_part_uuid_other', 'a UUID of no usual version');
  return { kind: 'uuid', bits, from: from ?? ofGenerator(bits, column), to, text: said };
}

/** Chance alone (4), chance behind a time (7), time and place (1, 6), the hash of a name (3, 5). */
const UUIDS: Readonly<Record<number, { bits: number; from?: number; to: number }>> = {
  1: { bits: 14, from: 0, to: 40 },
  3: { bits: 61, from: 0, to: 122 },
  4: { bits: 122, to: 122 },
  5: { bits: 61, from: 0, to: 122 },
  6: { bits: 14, from: 0, to: 40 },
  7: { bits: 74, to: 74 },
};
const OTHER_UUID: { bits: number; from?: number; to: number } = { bits: 122, to: 128 };

/** Undefined for what is none; 0 for one whose layout says nothing. */
function versionOf(value: string, column: Column): number | undefined {
  if (!isUuid(value)) return undefined;
  const hex = value.replaceAll('-', '');
  const version = parseInt(hex[12]!, 16);
  if (!/[89ab]/i.test(hex[16]!) || !(version in UUIDS)) return 0;
  const at = UUID_TIMES[version]?.(hex);
  return at === undefined || isNear(at, column) ? version : 0;
}

const UUID_TIMES: Readonly<Record<number, (hex: string) => number>> = {
  1: (hex) => gregorian(`${hex.slice(13, 16)}${hex.slice(8, 12)}${hex.slice(0, 8)}`),
  6: (hex) => gregorian(`${hex.slice(0, 12)}${hex.slice(13, 16)}`),
  7: (hex) => parseInt(hex.slice(0, 12), 16),
};

function gregorian(hex: string): number {
  return Number((BigInt(`0x${hex}`) - GREGORIAN) / 10_000n);
}

/** A moment around the one at which it was seen; without that, one of our days. */
function isNear(at: number, { seenAt }: Column): boolean {
  if (seenAt !== undefined) return Math.abs(at - seenAt) <= 2 * YEAR;
  return at > Date.UTC(2009) && at < Date.UTC(2045);
}

/** A layout that says that it was made by chance is believed rather than a value that looks so. */
function ofGenerator(bits: number, { values }: Column): number {
  return (bits * (values.length + 2)) / (values.length + 3);
}

function asPart({ bits, to, text: said }: TimeShape, { values }: Column): IdPart {
  // One value alone may look like a moment by chance.
  const most = values.length > 1 ? to : alphabetOf(values[0]!).bits * values[0]!.length;
  return { kind: 'time', bits, from: 0, to: Math.max(most, to), text: said };
}
