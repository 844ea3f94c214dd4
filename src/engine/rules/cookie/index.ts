import type { Rule } from '../rule.js';
import { cookieDateInvalid } from './cookie-date-invalid.js';
import { cookieDomainRejected } from './cookie-domain-rejected.js';
import { cookieDomainTooBroad } from './cookie-domain-too-broad.js';
import { cookieDuplicateName } from './cookie-duplicate-name.js';
import { cookieExpiredOnArrival } from './cookie-expired-on-arrival.js';
import { cookieExpiryConflict } from './cookie-expiry-conflict.js';
import { cookieHeaderBudget } from './cookie-header-budget.js';
import { cookieLifetimeOverCap } from './cookie-lifetime-over-cap.js';
import { cookieMalformed } from './cookie-malformed.js';
import { cookieMissingHttponly } from './cookie-missing-httponly.js';
import { cookieMissingSamesite } from './cookie-missing-samesite.js';
import { cookieMissingSecure } from './cookie-missing-secure.js';
import { cookieOutlivesJwt } from './cookie-outlives-jwt.js';
import { cookiePersistentSession } from './cookie-persistent-session.js';
import { cookiePrefixAvailable } from './cookie-prefix-available.js';
import { cookiePrefixViolated } from './cookie-prefix-violated.js';
import { cookieRejectedByBrowser } from './cookie-rejected-by-browser.js';
import { cookieSamesiteInvalid } from './cookie-samesite-invalid.js';
import { cookieSamesiteNoneInsecure } from './cookie-samesite-none-insecure.js';
import { cookieSamesiteNoneOnSession } from './cookie-samesite-none-on-session.js';
import { cookieSetByScript } from './cookie-set-by-script.js';
import { cookieSetOverHttp } from './cookie-set-over-http.js';
import { cookieThirdPartyUnpartitioned } from './cookie-third-party-unpartitioned.js';
import { cookieTooLarge } from './cookie-too-large.js';

/** Every rule of this folder. */
export const COOKIE_RULES: readonly Rule[] = [
  cookieMissingHttponly,
  cookieMissingSecure,
  cookieMissingSamesite,
  cookieSamesiteNoneInsecure,
  cookiePrefixViolated,
  cookiePersistentSession,
  cookieLifetimeOverCap,
  cookieExpiredOnArrival,
  cookieSamesiteNoneOnSession,
  cookieSamesiteInvalid,
  cookiePrefixAvailable,
  cookieDomainTooBroad,
  cookieDomainRejected,
  cookieDateInvalid,
  cookieExpiryConflict,
  cookieTooLarge,
  cookieHeaderBudget,
  cookieDuplicateName,
  cookieMalformed,
  cookieSetOverHttp,
  cookieSetByScript,
  cookieRejectedByBrowser,
  cookieThirdPartyUnpartitioned,
  cookieOutlivesJwt,
];
