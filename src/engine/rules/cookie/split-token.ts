import type { Credential } from '../../model.js';
import type { Known } from '../../known.js';

/** Header and payload of a token, without its signature (RFC 7515 §7.1). */
const HEAD = /^[\w-]{14,}\.[\w-]+\.?$/;
const SIGNATURE = /^\.?[\w-]{43,}$/;

/**
 * True for the part of a token that scripts may read because its signature lies in a cookie that
 * they may not: by itself it logs nobody in.
 */
export function isSignedByHidden(credential: Credential, known: Known): boolean {
  const { kind, jwt, host, site, value } = credential;
  if (kind !== 'cookie' || !jwt || !HEAD.test(value)) return false;
  const whole = JSON.stringify(jwt);
  return known
    .ofSite(site)
    .some(
      (other) =>
        other.kind === 'cookie' &&
        other.host === host &&
        other.attributes?.httpOnly === true &&
        SIGNATURE.test(other.value) &&
        JSON.stringify(other.jwt) === whole,
    );
}
