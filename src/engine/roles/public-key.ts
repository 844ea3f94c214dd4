import type { Credential } from '../model.js';
import { publicKeyIssuer } from '../values/tokens/public-key.js';
import { pageServiceOf } from './page-services.js';
import { secretKeyIssuer } from '../values/tokens/secret-key.js';

/** Medusa's `x-publishable-api-key`, Parse's `X-Parse-Javascript-Key`, a captcha's `sitekey`. */
const CALLED_PUBLIC =
  /(?<![a-z])(?:publishable|public|anon|site|java_?script)[-_ ]?(?:api[-_ ]?)?key$/i;

/**
 * True for a key that names who made the page, and nobody who visits it: one in the published form
 * of such keys, one that is called so, or one that pages sent to another site alone, before anybody
 * logged in.
 */
export function isPublicKey(credential: Credential): boolean {
  const { name, role, value, behaviour } = credential;
  // A page that has a secret one does not make it public.
  if (role !== 'api-key' || secretKeyIssuer(value) !== undefined) return false;
  if (publicKeyIssuer(value) !== undefined || CALLED_PUBLIC.test(name)) return true;
  if (pageServiceOf(credential) !== undefined) return true;
  return mayBeOfPage(credential) && behaviour.usedAnonymously === true;
}

/** Pages sent it to other sites alone, and nothing was seen to give it: it may stand in them. */
export function mayBeOfPage({ behaviour, sightings }: Credential): boolean {
  const given = sightings.some(({ direction, byValue }) => direction !== 'sent' && !byValue);
  return !given && isForOthersAlone(behaviour);
}

/** Pages sent it to other sites than their own, and to no other. */
export function isForOthersAlone({
  sentThirdParty,
  sentFirstParty,
}: Credential['behaviour']): boolean {
  return sentThirdParty === true && sentFirstParty !== true;
}
