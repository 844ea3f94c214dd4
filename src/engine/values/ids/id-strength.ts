import { text } from '../../text.js';
import { type Column, type IdPart, known } from './id-part.js';
import { chancePart, commonEnds } from './id-chance.js';
import { leadingDate } from './id-dates.js';
import { decodedColumn } from './id-decoded.js';
import { memberColumns } from './id-members.js';
import { leadingTime, objectIdPart, timePart, ulidPart, uuidPart } from './id-times.js';
import { wordsPart } from './id-words.js';
import { routeOf } from './route.js';
import { signerOf } from '../signatures/signed.js';
import { unwrapPlain } from '../unwrap.js';
import { UUID } from './uuid.js';

/** How hard an id is to guess, as far as its values tell. */
export interface IdStrength {
  readonly bits: number;
  /** Between these it lies: at the most what the length and the alphabet allow. */
  readonly from: number;
  readonly to: number;
  /** How many different values were looked at. */
  readonly values: number;
  readonly parts: readonly IdPart[];
}

/** More values tell little more. */
const MOST_VALUES = 16;
/** No id is longer; what is beyond would raise nothing that matters. */
const MOST_CHARACTERS = 512;
const ONE_UUID = new RegExp(`(${UUID})`, 'i');
/** Marks between parts, which no usual alphabet has. */
const MARKS = /[.:|!~;&#@$*=\s]+/;
/** Marks between parts as well, where they stand at the same place in every value. */
const LETTER_MARKS = /[-_+/]+/;
/** A text in a text in a text is nobody's id. */
const LAYERS = 3;

/**
 * Estimates the entropy of a session id or an opaque token over the values that were seen of it,
 * the oldest first. What is the same in all, says when it was made, counts, or can be read, is not
 * counted, and no signature is. Undefined where nothing was seen.
 */
export function idStrength(values: readonly string[], seenAt?: number): IdStrength | undefined {
  const plain = values.map((value) => unwrapPlain(value).slice(0, MOST_CHARACTERS));
  const all = [...new Set(plain)].filter((value) => value !== '').slice(-MOST_VALUES);
  if (all.length === 0) return undefined;
  const ids = all.map(withoutSignature);
  const bare = ids.map(({ id }) => id);
  const read = partsOf({ values: bare, ...(seenAt === undefined ? {} : { seenAt }) }, LAYERS);
  const parts = [...read, ...(ids.at(-1)?.left ?? [])];
  const sum = (of: (part: IdPart) => number) => parts.reduce((total, part) => total + of(part), 0);
  const [bits, from, to] = [sum((p) => p.bits), sum((p) => p.from), sum((p) => p.to)];
  return {
    bits: Math.round(bits),
    from: Math.floor(Math.min(from, bits)),
    to: Math.ceil(Math.max(to, bits)),
    values: all.length,
    parts: parts.filter(({ kind, to: most }) => kind !== 'random' || most > 0),
  };
}

/** Base64 of an HMAC-SHA1, -SHA256 or -SHA512, which some frameworks write behind an id. */
const MAC_BEHIND = /^(.{16,})\.([A-Za-z0-9+/_-]{27}|[A-Za-z0-9+/_-]{43}|[A-Za-z0-9+/_-]{86})=?$/;

/** An id without what stands behind it, and nobody needs to guess or nobody can. */
function withoutSignature(value: string): { id: string; left: IdPart[] } {
  const signed = signedPart(value);
  if (signed !== undefined) {
    const said = text('entropy_part_signature', 'a signature, which is not counted');
    return { id: signed, left: [known('signature', said)] };
  }
  const routed = routeOf(value);
  if (routed !== undefined) {
    const said = text('entropy_part_route', 'the name of a server, which is not counted');
    return { id: routed.id, left: [known('route', said)] };
  }
  const [, id, mac = ''] = MAC_BEHIND.exec(value) ?? [];
  if (id === undefined) return { id: value, left: [] };
  const said = text('entropy_part_maybe_signature', 'what may be a signature, and is not counted');
  // It may be as much of the id as well: that raises what it can be at the most.
  return { id, left: [{ ...known('signature', said), to: 6 * mac.length }] };
}

function signedPart(value: string): string | undefined {
  if (signerOf(value) === undefined) return undefined;
  const [, id] =
    /^(?:s:)?(.+?)(?:--[0-9a-f]{40,128}|[.:][A-Za-z0-9+/_-]{27,86}=?)$/.exec(value) ?? [];
  return id;
}

function partsOf(column: Column, layers: number): IdPart[] {
  const members = memberColumns(column);
  if (members) {
    const said = text('entropy_part_members', 'a record, whose names anybody can read');
    return [known('encoded', said), ...members.flatMap((one) => partsOf(one, layers - 1))];
  }
  return columnsOf(column).flatMap((one) => readColumn(one, layers));
}

/** The values in parts, where all have as many; else as one part. */
function columnsOf(column: Column): Column[] {
  const byMarks = split(column, (value) =>
    value.split(ONE_UUID).flatMap((one, at) => (at % 2 === 1 ? [one] : one.split(MARKS))),
  );
  return byMarks.flatMap((part) => {
    if (part.values.some((value) => ONE_UUID.test(value))) return [part];
    const byLetters = split(part, (value) => value.split(LETTER_MARKS));
    const agree = byLetters.every(({ values }) => new Set(values.map((v) => v.length)).size === 1);
    const several = part.values.length > 1 || byLetters.some((one) => timePart(one) !== undefined);
    return agree && several ? byLetters : [part];
  });
}

function split({ values, ...rest }: Column, cut: (value: string) => string[]): Column[] {
  const rows = values.map((value) => cut(value).filter((part) => part !== ''));
  const [first = []] = rows;
  if (first.length < 2 || rows.some((row) => row.length !== first.length))
    return [{ ...rest, values }];
  return first.map((_, at) => ({ ...rest, values: rows.map((row) => row[at]!) }));
}

function readColumn(column: Column, layers: number): IdPart[] {
  const { values, ...rest } = column;
  if (values.length > 1 && new Set(values).size === 1) return [constant(values[0]!.length)];
  const structured = fixedPart(column);
  if (structured) return [structured];
  const decoded = layers > 0 ? decodedColumn(column) : undefined;
  if (decoded) {
    const said = text('entropy_part_encoded', 'an encoded text that anybody can read');
    return [known('encoded', said), ...partsOf(decoded, layers - 1)];
  }
  const time = behindConstant(column);
  if (time) {
    const cut = (from: number, to?: number): Column => ({
      ...rest,
      values: values.map((value) => value.slice(from, to)),
    });
    const [before, end] = [time.at, time.at + time.length];
    const parts = [...readColumn(cut(before, end), layers), ...readColumn(cut(end), layers)];
    return before > 0 ? [constant(before), ...parts] : parts;
  }
  return [wordsPart(column) ?? chancePart(column)];
}

/**
 * Where a moment stands in every value, with chance behind it: two may look so by chance
 * themselves.
 */
function behindConstant(column: Column): { at: number; length: number } | undefined {
  const { values, ...rest } = column;
  const date = leadingDate(column);
  if (date > 0) return { at: 0, length: date };
  if (values.length < 3) return undefined;
  for (let at = 0; at <= commonEnds(values).prefix; at++) {
    const length = leadingTime({ ...rest, values: values.map((value) => value.slice(at)) });
    if (length > 0) return { at, length };
  }
  return undefined;
}

function constant(length: number): IdPart {
  const said = text('entropy_part_constant', 'characters that never change: {length}', { length });
  return known('constant', said);
}

const FIXED: readonly (readonly [length: number, read: (column: Column) => IdPart | undefined])[] =
  [
    [36, uuidPart],
    [26, ulidPart],
    [24, objectIdPart],
    [16, timePart],
    [14, timePart],
    [13, timePart],
    [11, timePart],
    [10, timePart],
    [8, timePart],
  ];

/** A part of a published layout, whatever stands before and behind it in every value alike. */
function fixedPart({ values, ...rest }: Column): IdPart | undefined {
  const { prefix, suffix } = commonEnds(values);
  for (const [length, read] of FIXED) {
    for (let at = 0; at <= prefix; at++) {
      if (values.some((v) => v.length < at + length || v.length - at - length > suffix)) continue;
      const part = read({ ...rest, values: values.map((v) => v.slice(at, at + length)) });
      if (part) return part;
    }
  }
  return undefined;
}
