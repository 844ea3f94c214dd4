import { mayBeId } from '../values/ids/may-be-id.js';
import { looksRandom } from '../values/ids/entropy.js';
import { objectIdPart, timePart, ulidPart } from '../values/ids/id-times.js';
import { decodeBase64Text } from '../base64.js';
import { isUnixTime } from '../values/ids/unix-time.js';
import { isMasked } from '../normalize/sources/masked-value.js';
import { isPlaceholder } from '../values/ids/placeholder.js';
import type { Manner } from './letters.js';

/** Signs between the parts of a value that no usual alphabet of ids has. */
const MARKS = /([^A-Za-z0-9+/_=\-\u0080-\uffff]+|--)/;
/** Hexadecimal and words between slashes, which are no signs of base64 then. */
const IN_SEGMENTS =
  /^(?=[^]*\/)(?=[^]*[0-9a-f]{16})(?:(?:[0-9a-f]+|[0-9A-F]+|[a-z]{1,20})(?:\/|$)){2,8}$/;
/** A key with the day, the place and the service that it is for (AWS Signature Version 4). */
const SCOPED = /^[A-Z0-9]{16,}(?=\/)/;
const SCOPE = /^\/\d{8}\/[a-z0-9-]{2,24}\/[\w-]{2,40}\/\w{3,16}_request$/;
const SEGMENT_MARKS = /(\/)/;
const UUID =
  /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f])([0-9a-f]{3})-([0-9a-f])([0-9a-f]{3})-([0-9a-f]{12})$/i;
/** SHA-512, SHA-256 and MD5, and seconds since 1970. */
const TICKETS = [128, 64, 32].map(
  (length) => new RegExp(`^([0-9a-f]{${length}})([0-9a-f]{8})(\\S{2,64})$`),
);
/** The same from one end to the other: in it a time stands by chance. */
const DIGEST = /^(?:[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i;
/** Words in front of what chance made, as services put them there: `sk_live_`, `sess-`. */
const WORDS_BEFORE = /^(?:[A-Za-z][a-z]{0,11}[_-]|[A-Z]{1,12}[_-])+/;
/** So long is what chance made, and shorter than that what may stand beside it and stay. */
const LONG = 16;
const SHORT = 8;
const WORD = /^[A-Za-z]{1,20}$/;

/** Writes a piece with other signs; `place` tells it from the other pieces of the value. */
export type WritePiece = (piece: string, place: string, manner: Manner) => string;

/** A value in its parts; those at odd places are the marks between them. */
export function partsOf(value: string): string[] {
  const key = SCOPED.exec(value)?.[0] ?? value;
  const isInSegments = IN_SEGMENTS.test(value) || isScope(value.slice(key.length));
  return value.split(isInSegments ? SEGMENT_MARKS : MARKS);
}

/** True for what a key is for: `/20260101/eu-west-1/s3/aws4_request`. */
export function isScope(part: string): boolean {
  return SCOPE.test(part);
}

/**
 * True for a part that says nothing of a secret beside one that is: `s`, `v4`, `public`, a time.
 */
export function isBeside(part: string, parts: readonly string[], seenAt: number): boolean {
  const rest = parts.filter((other) => other !== part);
  if (part.length < 4 && rest.some((other) => /^(?=.*\d).{8,}$/.test(other))) return true;
  if (!rest.some((other) => other.length >= LONG)) return false;
  if (part.length < SHORT || /^\d{10}$|^\d{13}$/.test(part)) return true;
  return (WORD.test(part) && !looksRandom(part) && !mayBeId(part)) || isTime(part, seenAt);
}

/** One part of a value in other signs, with what is no secret in it as it is. */
export function writePart(part: string, seenAt: number, write: WritePiece): string {
  return (
    writeUuid(part, write) ??
    writeTicket(part, seenAt, write) ??
    writeTimed(part, seenAt, write) ??
    writeBehindWords(part, write) ??
    write(part, '', mannerOf(part))
  );
}

function writeUuid(part: string, write: WritePiece): string | undefined {
  const [, a, b, version, c, variant, d, node] = UUID.exec(part) ?? [];
  if (node === undefined) return undefined;
  const hex = (text: string, place: string) =>
    /[a-f]/i.test(part) ? write(text, place, 'chance') : write(text, place, 'words');
  const isTimed = /[16]/.test(version!);
  const first = isTimed || version === '7' ? a! : hex(a!, 'a');
  const second = isTimed || version === '7' ? b! : hex(b!, 'b');
  const third = isTimed ? c! : hex(c!, 'c');
  return `${first}-${second}-${version!}${third}-${variant!}${hex(d!, 'd')}-${hex(node, 'e')}`;
}

/** A digest, the time, and who it is (mod_auth_tkt). */
function writeTicket(part: string, seenAt: number, write: WritePiece): string | undefined {
  if (DIGEST.test(part)) return undefined;
  const digest = TICKETS.find((form) =>
    isUnixTime(Number.parseInt(form.exec(part)?.[2] ?? '', 16)),
  );
  const [, hash, time, user] = digest?.exec(part) ?? [];
  if (hash === undefined || time === undefined || user === undefined) return undefined;
  const inner: WritePiece = (piece, place, manner) => write(piece, `user${place}`, manner);
  return write(hash, 'hash', 'chance') + time + writePart(user, seenAt, inner);
}

/** Times stay where they are a part of an id; a time that is all of it moves a little. */
function writeTimed(part: string, seenAt: number, write: WritePiece): string | undefined {
  const column = { values: [part], seenAt };
  const head = objectIdPart(column) ? 8 : ulidPart(column) ? 10 : undefined;
  if (head !== undefined) return part.slice(0, head) + write(part.slice(head), 'id', 'chance');
  if (!isTime(part, seenAt)) return undefined;
  const tail = part.length === 10 || part.length === 8 ? 2 : 3;
  return part.slice(0, -tail) + write(part.slice(-tail), 'time', 'chance');
}

function isTime(part: string, seenAt: number): boolean {
  return timePart({ values: [part], seenAt }) !== undefined;
}

function writeBehindWords(part: string, write: WritePiece): string | undefined {
  const words = WORDS_BEFORE.exec(part)?.[0] ?? '';
  const rest = part.slice(words.length);
  if (words === '' || rest.length < SHORT || mannerOf(rest) === 'words') return undefined;
  if (looksRandom(words) || words.length > 2 * LONG) return undefined;
  // Four signs and `_` are mostly base64url where the rest has its marks as well.
  if (/^[A-Z]/.test(words) && /[a-z]/.test(rest) && /[_-]/.test(rest)) return undefined;
  return words + writePart(rest, Number.NaN, (piece, place, manner) => write(piece, place, manner));
}

function mannerOf(piece: string): Manner {
  return looksRandom(piece) || mayBeId(piece) || (piece.length >= SHORT && isMixed(piece))
    ? 'chance'
    : 'words';
}

function isMixed(piece: string): boolean {
  return (piece.match(/\d/g)?.length ?? 0) > 1 && /[A-Za-z]/.test(piece);
}

/** True where two pieces look alike to whoever judges what they are. */
export function looksAlike(one: string, other: string): boolean {
  return FACTS.every((fact) => fact(one) === fact(other));
}

const FACTS: readonly ((value: string) => boolean)[] = [
  (value) => /\d/.test(value),
  (value) => /[A-Za-z].*[A-Za-z].*[A-Za-z]/.test(value),
  looksRandom,
  mayBeId,
  isPlaceholder,
  isMasked,
  (value) => value.length >= SHORT && decodeBase64Text(value) !== undefined,
];
