import type { DecodedJwt } from '../../model.js';

/** RFC 9068 §2.1: a token says by its type that it follows the profile. */
export function claimsProfile({ header }: DecodedJwt): boolean {
  const { typ } = header;
  return typeof typ === 'string' && /^(?:application\/)?at\+jwt$/i.test(typ);
}
