import type { Rule } from '../rule.js';
import { apiKeyExposed } from './api-key-exposed.js';
import { refreshTokenNotRotated } from './refresh-token-not-rotated.js';
import { refreshTokenReadable } from './refresh-token-readable.js';
import { tokenDuplicated } from './token-duplicated.js';
import { tokenInIndexedDb } from './token-in-indexed-db.js';
import { tokenInLocalStorage } from './token-in-local-storage.js';
import { tokenInReferer } from './token-in-referer.js';
import { tokenInSessionStorage } from './token-in-session-storage.js';
import { tokenInUrl } from './token-in-url.js';
import { tokenLifetimeTooLong } from './token-lifetime-too-long.js';
import { tokenOverHttp } from './token-over-http.js';
import { tokenResponseCacheable } from './token-response-cacheable.js';
import { tokenSentCrossSite } from './token-sent-cross-site.js';
import { tokenSurvivesLogout } from './token-survives-logout.js';

/** Every rule of this folder. */
export const TOKEN_RULES: readonly Rule[] = [
  tokenInUrl,
  tokenInReferer,
  tokenInLocalStorage,
  tokenInSessionStorage,
  tokenInIndexedDb,
  refreshTokenReadable,
  refreshTokenNotRotated,
  tokenDuplicated,
  tokenResponseCacheable,
  tokenLifetimeTooLong,
  tokenOverHttp,
  tokenSentCrossSite,
  apiKeyExposed,
  tokenSurvivesLogout,
];
