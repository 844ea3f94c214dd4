import type { Rule } from '../rule.js';
import { oauthImplicitFlow } from './oauth-implicit-flow.js';
import { oauthPasswordGrant } from './oauth-password-grant.js';

/** Every rule of this folder. */
export const OAUTH_RULES: readonly Rule[] = [oauthImplicitFlow, oauthPasswordGrant];
