import type { BodyField } from '../../model.js';

/** A field as it was read. */
export interface RawField extends BodyField {
  isPassword?: boolean;
}
