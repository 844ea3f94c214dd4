import { CASES } from './cases.js';
import { REQUEST_CASES } from './oauth-requests.js';

/** Rules of which a change is made at a real server and tried in a browser. */
export const APPLIED: ReadonlySet<string> = new Set(
  [...CASES, ...REQUEST_CASES].flatMap(({ rules }) => rules),
);

const BALANCER = 'It is a setting of what stands in front of several servers.';
const CODE = 'The code of the client changes, not what a server sends.';
const CHECKS = 'The server refuses what it took before; what people send stays as it is.';
const PROVIDER = 'It is a setting of an authorization server, of which clients notice nothing.';
const OTHERS = 'Only the two who exchange the token can change it, together.';

/** Of the others: why nothing is sent otherwise that a login could stumble over here. */
export const TOLD: Readonly<Record<string, string>> = {
  'cookie-domain-too-broad':
    'Its line is narrower only where files were seen to get the cookie, which a tab ' +
    'does not record.',
  'cookie-lifetime-over-cap':
    'What logs in has the line of cookie-persistent-session or remember-me-lifetime-too-long; no ' +
    'login rests on others.',
  'cookie-header-budget': 'Which cookies nobody reads, only people know.',
  'cookie-set-by-script': CODE,
  'cookie-third-party-unpartitioned':
    'A login in a frame of another site is another one then, which the text says.',
  'session-affinity-exposed': BALANCER,
  'session-lost': BALANCER,
  'session-idle-unbounded': 'The server waits, for longer than a test may.',
  'login-page-over-http': 'The same move to https as of the password.',
  'jwt-expired-in-use': CHECKS,
  'jwt-not-yet-valid': 'A clock is set right.',
  'jwt-missing-audience': OTHERS,
  'jwt-audience-mismatch': OTHERS,
  'jwt-symmetric-shared': OTHERS,
  'jwt-profile-incomplete': OTHERS,
  'jwt-deprecated-algorithm': OTHERS,
  'jwt-encrypted-compressed': OTHERS,
  'id-token-as-access-token': OTHERS,
  'token-in-referer': 'The header is the one of referrer-policy-unsafe.',
  'refresh-token-readable': CODE,
  'refresh-token-not-rotated': PROVIDER,
  'token-duplicated': CODE,
  'token-response-cacheable': 'The header is the one of authenticated-response-cacheable.',
  'token-lifetime-too-long': 'The lifetime is that of jwt-lifetime-too-long.',
  'digest-over-http': 'The same move to https as of the password.',
  'token-over-http': 'The same move to https as of the password.',
  'token-sent-cross-site': CODE,
  'api-key-exposed': CODE,
  'csrf-token-in-url': CODE,
  'basic-auth-in-use': 'A login is built that was not there.',
  'password-in-header': 'A login is built that was not there.',
  'password-in-cookie': 'A login is built that was not there.',
  'token-survives-logout': CHECKS,
  'oauth-state-mismatch': CHECKS,
  'oauth-code-reused': CHECKS,
  'oauth-code-in-referer': 'The header is the one of referrer-policy-unsafe.',
  'oauth-credentials-forwarded': 'A status after which browsers ask by GET.',
  'oauth-authorization-framable': PROVIDER,
  'oauth-authorization-cors-allowed': PROVIDER,
  'oauth-missing-iss': PROVIDER,
  'oauth-dpop-not-bound': PROVIDER,
  'oidc-nonce-mismatch': CHECKS,
  'oidc-logout-missing-hint': CODE,
  'saml-response-over-http': PROVIDER,
  'saml-response-unsigned': PROVIDER,
  'cors-credentials-reflected':
    'Only a browser that sends cookies of third parties shows it, and those of tests do not.',
  'logout-keeps-storage': CODE,
};
