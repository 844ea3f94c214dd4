import type { Text } from '../../text.js';

/** What a part of an id is. */
export type IdPartKind =
  | 'random'
  | 'constant'
  | 'padding'
  | 'time'
  | 'counter'
  | 'uuid'
  | 'ulid'
  | 'object-id'
  | 'words'
  | 'encoded'
  | 'signature'
  | 'route';

/** One part of an id, and how hard it is to guess: an estimate, and between what it lies. */
export interface IdPart {
  readonly kind: IdPartKind;
  readonly bits: number;
  readonly from: number;
  readonly to: number;
  readonly text: Text;
}

/** The same part of every value, the oldest first, and when the last of them was first seen. */
export interface Column {
  readonly values: readonly string[];
  readonly seenAt?: number;
}

/**
 * How much of an estimate stands for sure: a value alone may be a hash of something guessable, and
 * so may many be, but the more differ as chance would have it, the less is there to know of them.
 */
export function atLeast(bits: number, { values }: Column): number {
  return (bits * values.length) / (values.length + 1);
}

/** A part that nobody needs to guess. */
export function known(kind: IdPartKind, said: Text): IdPart {
  return { kind, bits: 0, from: 0, to: 0, text: said };
}
