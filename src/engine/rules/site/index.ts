import type { Rule } from '../rule.js';
import { authenticatedResponseCacheable } from './authenticated-response-cacheable.js';
import { corsCredentialsReflected } from './cors-credentials-reflected.js';
import { csrfTokenInUrl } from './csrf-token-in-url.js';
import { csrfUnprotected } from './csrf-unprotected.js';
import { hstsMissing } from './hsts-missing.js';
import { referrerPolicyUnsafe } from './referrer-policy-unsafe.js';
import { stateChangedByGet } from './state-changed-by-get.js';

/** Every rule of this folder. */
export const SITE_RULES: readonly Rule[] = [
  csrfUnprotected,
  corsCredentialsReflected,
  authenticatedResponseCacheable,
  hstsMissing,
  stateChangedByGet,
  referrerPolicyUnsafe,
  csrfTokenInUrl,
];
