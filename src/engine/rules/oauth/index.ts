import type { Rule } from '../rule.js';
import { oauthImplicitFlow } from './oauth-implicit-flow.js';
import { oauthMissingState } from './oauth-missing-state.js';
import { oauthPasswordGrant } from './oauth-password-grant.js';
import { oauthStateGuessable } from './oauth-state-guessable.js';

/** Every rule of this folder. */
export const OAUTH_RULES: readonly Rule[] = [
  oauthImplicitFlow,
  oauthPasswordGrant,
  oauthMissingState,
  oauthStateGuessable,
];
