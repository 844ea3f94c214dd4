import { basicAuthInUse } from './basic-auth-in-use.js';
import { cookieExpiredOnArrival } from './cookie-expired-on-arrival.js';
import { cookieLifetimeOverCap } from './cookie-lifetime-over-cap.js';
import { cookieMissingHttponly } from './cookie-missing-httponly.js';
import { cookieMissingSamesite } from './cookie-missing-samesite.js';
import { cookieMissingSecure } from './cookie-missing-secure.js';
import { cookiePersistentSession } from './cookie-persistent-session.js';
import { cookiePrefixViolated } from './cookie-prefix-violated.js';
import { cookieSamesiteNoneInsecure } from './cookie-samesite-none-insecure.js';
import { jwtAlgNone } from './jwt-alg-none.js';
import { jwtExpiredInUse } from './jwt-expired-in-use.js';
import { jwtLifetimeTooLong } from './jwt-lifetime-too-long.js';
import { jwtMissingExp } from './jwt-missing-exp.js';
import type { Rule } from './rule.js';
import { sessionIdInUrl } from './session-id-in-url.js';
import { tokenInLocalStorage } from './token-in-local-storage.js';
import { tokenInSessionStorage } from './token-in-session-storage.js';
import { tokenInUrl } from './token-in-url.js';
import { tokenOverHttp } from './token-over-http.js';
import { tokenSentCrossSite } from './token-sent-cross-site.js';

/** Every rule there is. Adding one: its file, its test, its line here, its translation. */
export const RULES: readonly Rule[] = [
  cookieMissingHttponly,
  cookieMissingSecure,
  cookieMissingSamesite,
  cookieSamesiteNoneInsecure,
  cookiePrefixViolated,
  cookiePersistentSession,
  cookieLifetimeOverCap,
  cookieExpiredOnArrival,
  sessionIdInUrl,
  jwtAlgNone,
  jwtMissingExp,
  jwtExpiredInUse,
  jwtLifetimeTooLong,
  tokenInUrl,
  tokenInLocalStorage,
  tokenInSessionStorage,
  tokenOverHttp,
  tokenSentCrossSite,
  basicAuthInUse,
];
