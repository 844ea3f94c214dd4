import type { DecodedJwt } from '../../model.js';

/** Whom a JWT is for, by its `aud` (RFC 7519 §4.1.3): one, or several. */
export function audiencesOf({ claims }: Pick<DecodedJwt, 'claims'>): string[] {
  return [claims['aud']].flat().filter((one) => typeof one === 'string' && one !== '') as string[];
}
