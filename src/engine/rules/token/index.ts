import type { Rule } from '../rule.js';
import { basicAuthInUse } from './basic-auth-in-use.js';
import { rememberMeLifetimeTooLong } from './remember-me-lifetime-too-long.js';
import { tokenInLocalStorage } from './token-in-local-storage.js';
import { tokenInSessionStorage } from './token-in-session-storage.js';
import { tokenInUrl } from './token-in-url.js';
import { tokenOverHttp } from './token-over-http.js';
import { tokenSentCrossSite } from './token-sent-cross-site.js';
import { tokenSurvivesLogout } from './token-survives-logout.js';

/** Every rule of this folder. */
export const TOKEN_RULES: readonly Rule[] = [
  tokenInUrl,
  tokenInLocalStorage,
  tokenInSessionStorage,
  tokenOverHttp,
  tokenSentCrossSite,
  basicAuthInUse,
  rememberMeLifetimeTooLong,
  tokenSurvivesLogout,
];
