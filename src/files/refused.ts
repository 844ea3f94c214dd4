/**
 * Why a file cannot be used. `packed`: what it is packed with is damaged; `large`: it unpacks to
 * more than is read; `cut`: it ends before its first whole entry; `foreign`: it is something else.
 */
export type Refusal = 'empty' | 'packed' | 'large' | 'cut' | 'json' | 'har' | 'foreign';

/** Thrown where a file cannot be used. */
export class RefusedError extends Error {
  override name = 'RefusedError';

  constructor(
    readonly refusal: Refusal,
    /** The place of the fault, or what the file is; never a part of the file. */
    readonly detail?: string,
  ) {
    super(refusal);
  }
}
