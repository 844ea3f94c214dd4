import type { Rule } from '../rule.js';
import { oauthAuthorizationCorsAllowed } from './oauth-authorization-cors-allowed.js';
import { oauthAuthorizationFramable } from './oauth-authorization-framable.js';
import { oauthClientSecretInBrowser } from './oauth-client-secret-in-browser.js';
import { oauthCodeInReferer } from './oauth-code-in-referer.js';
import { oauthCodeReused } from './oauth-code-reused.js';
import { oauthCredentialsForwarded } from './oauth-credentials-forwarded.js';
import { oauthDpopNotBound } from './oauth-dpop-not-bound.js';
import { oauthImplicitFlow } from './oauth-implicit-flow.js';
import { oauthMissingIss } from './oauth-missing-iss.js';
import { oauthMissingPkce } from './oauth-missing-pkce.js';
import { oauthMissingState } from './oauth-missing-state.js';
import { oauthPasswordGrant } from './oauth-password-grant.js';
import { oauthPkcePlain } from './oauth-pkce-plain.js';
import { oauthRedirectOverHttp } from './oauth-redirect-over-http.js';
import { oauthStateGuessable } from './oauth-state-guessable.js';
import { oauthStateMismatch } from './oauth-state-mismatch.js';
import { oidcLogoutMissingHint } from './oidc-logout-missing-hint.js';
import { oidcMissingNonce } from './oidc-missing-nonce.js';
import { oidcNonceMismatch } from './oidc-nonce-mismatch.js';
import { oidcNonceReused } from './oidc-nonce-reused.js';
import { samlResponseOverHttp } from './saml-response-over-http.js';
import { samlResponseUnsigned } from './saml-response-unsigned.js';

/** Every rule of this folder. */
export const OAUTH_RULES: readonly Rule[] = [
  oauthImplicitFlow,
  oauthPasswordGrant,
  oauthMissingState,
  oauthStateGuessable,
  oauthStateMismatch,
  oauthMissingPkce,
  oauthPkcePlain,
  oauthCodeReused,
  oauthCodeInReferer,
  oauthClientSecretInBrowser,
  oauthRedirectOverHttp,
  oauthCredentialsForwarded,
  oauthAuthorizationFramable,
  oauthAuthorizationCorsAllowed,
  oauthMissingIss,
  oauthDpopNotBound,
  oidcMissingNonce,
  oidcNonceMismatch,
  oidcNonceReused,
  oidcLogoutMissingHint,
  samlResponseOverHttp,
  samlResponseUnsigned,
];
