import type { Rule } from '../rule.js';
import { authenticatedResponseCacheable } from './authenticated-response-cacheable.js';
import { corsCredentialsReflected } from './cors-credentials-reflected.js';
import { csrfUnprotected } from './csrf-unprotected.js';
import { hstsMissing } from './hsts-missing.js';
import { loginPageOverHttp } from './login-page-over-http.js';
import { logoutKeepsStorage } from './logout-keeps-storage.js';
import { passwordInUrl } from './password-in-url.js';
import { passwordOverHttp } from './password-over-http.js';
import { referrerPolicyUnsafe } from './referrer-policy-unsafe.js';
import { stateChangedByGet } from './state-changed-by-get.js';

/** Every rule of this folder. */
export const SITE_RULES: readonly Rule[] = [
  passwordOverHttp,
  loginPageOverHttp,
  passwordInUrl,
  csrfUnprotected,
  corsCredentialsReflected,
  authenticatedResponseCacheable,
  hstsMissing,
  stateChangedByGet,
  referrerPolicyUnsafe,
  logoutKeepsStorage,
];
