import { cookieExpiredOnArrival } from './cookie/cookie-expired-on-arrival.js';
import { cookieLifetimeOverCap } from './cookie/cookie-lifetime-over-cap.js';
import { cookieMissingHttponly } from './cookie/cookie-missing-httponly.js';
import { cookieMissingSamesite } from './cookie/cookie-missing-samesite.js';
import { cookieMissingSecure } from './cookie/cookie-missing-secure.js';
import { cookiePersistentSession } from './cookie/cookie-persistent-session.js';
import { cookiePrefixViolated } from './cookie/cookie-prefix-violated.js';
import { cookieSamesiteNoneInsecure } from './cookie/cookie-samesite-none-insecure.js';
import { jwtAlgNone } from './jwt/jwt-alg-none.js';
import { jwtExpiredInUse } from './jwt/jwt-expired-in-use.js';
import { jwtLifetimeTooLong } from './jwt/jwt-lifetime-too-long.js';
import { jwtMissingExp } from './jwt/jwt-missing-exp.js';
import type { Rule } from './rule.js';
import { sessionIdInUrl } from './session/session-id-in-url.js';
import { basicAuthInUse } from './token/basic-auth-in-use.js';
import { tokenInLocalStorage } from './token/token-in-local-storage.js';
import { tokenInSessionStorage } from './token/token-in-session-storage.js';
import { tokenInUrl } from './token/token-in-url.js';
import { tokenOverHttp } from './token/token-over-http.js';
import { tokenSentCrossSite } from './token/token-sent-cross-site.js';

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
